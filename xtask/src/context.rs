//! Where everything is.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use xshell::Shell;

/// The crate of the wasm glue.
pub(crate) const GLUE: &str = "tamis-wasm";

/// The target of the wasm builds.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The places that tasks work in.
pub(crate) struct Context {
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    pub(crate) shell: Shell,
}

impl Context {
    pub(crate) fn new() -> Result<Self> {
        // asked for when it runs: a build folder that two clones share may hold the program of either
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .context("CARGO_MANIFEST_DIR is not set: start this as `cargo xtask`")?;
        let root = Path::new(&manifest)
            .parent()
            .context("xtask has no parent folder")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self {
            root,
            target,
            shell,
        })
    }

    /// The npm package.
    pub(crate) fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// What is generated on the way to the package.
    pub(crate) fn pkg_build(&self) -> PathBuf {
        self.pkg().join(".build")
    }

    /// A program that an npm package of `pkg` brings.
    pub(crate) fn npm_bin(&self, name: &str) -> PathBuf {
        self.pkg().join("node_modules/.bin").join(name)
    }

    /// The optional Unicode data files.
    pub(crate) fn unicode_data(&self) -> PathBuf {
        self.root.join("../shared/unicode")
    }
}
