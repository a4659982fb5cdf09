//! Where text comes from: files and stdin.

use std::{
    fs::File,
    io::{self, IsTerminal as _, Read},
    path::PathBuf,
};

use crate::trouble;

/// One place to read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// The inputs a command line names: `-` is stdin, and so is naming none.
    pub(crate) fn named(paths: &[PathBuf]) -> Vec<Self> {
        if paths.is_empty() {
            return vec![Self::Stdin];
        }
        paths.iter().map(|path| Self::of(path.clone())).collect()
    }

    fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::File(path)
        }
    }

    /// What to call it. As hostile as any file name: escape it before a person sees it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".into(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Opens it, and tells its length in bytes where that is known.
    pub(crate) fn open(&self) -> io::Result<(Box<dyn Read>, Option<u64>)> {
        match self {
            Self::Stdin => {
                let stdin = io::stdin();
                if stdin.is_terminal() {
                    trouble::say("reading what you type; Ctrl-D on a line of its own ends it");
                }
                Ok((Box::new(stdin.lock()), None))
            }
            Self::File(path) => {
                let file = File::open(path)?;
                let metadata = file.metadata()?;
                if metadata.is_dir() {
                    return Err(io::Error::new(
                        io::ErrorKind::IsADirectory,
                        "is a folder: name files, or use 'tamis scan', which walks folders",
                    ));
                }
                let len = metadata.is_file().then_some(metadata.len());
                Ok((Box::new(file), len))
            }
        }
    }

    /// Reads all of it.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let (mut reader, _) = self.open()?;
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads all of it, unless its beginning shows that it is no text.
    pub(crate) fn read_text(&self) -> io::Result<Option<Vec<u8>>> {
        let (mut reader, _) = self.open()?;
        let mut bytes = Vec::new();
        (&mut reader).take(SNIFFED_BYTES).read_to_end(&mut bytes)?;
        if is_binary(&bytes) {
            return Ok(None);
        }
        reader.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}

/// How much of a file is looked at to tell text from binary: as much as git looks at.
const SNIFFED_BYTES: u64 = 8 << 10;

/// Text holds no NUL, except in UTF-16, which its byte-order mark gives away.
fn is_binary(start: &[u8]) -> bool {
    let is_utf16 = matches!(start, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    !is_utf16 && start.contains(&0)
}
