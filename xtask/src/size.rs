//! What the wasm costs to download, and the budget it must stay under.

use std::{fs, io::Write as _, path::Path};

use anyhow::{Context as _, Result, bail};
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};

/// `pkg/size.json`: the budget, and the sizes when they were last recorded.
///
/// Sizes differ a little from compiler to compiler, so a build compares with the budget alone and changes nothing;
/// `cargo xtask build --record` writes them down.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SizeFile {
    budget_gzip_bytes: usize,
    recorded: Size,
}

#[derive(Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Size {
    raw_bytes: usize,
    gzip_bytes: usize,
}

/// Prints the size of the file at `wasm` and fails over the budget.
pub(crate) fn check(wasm: &Path, size_file: &Path, record: bool) -> Result<()> {
    let size = Size::of(&fs::read(wasm)?)?;
    let text = fs::read_to_string(size_file)?;
    let mut known: SizeFile =
        serde_json::from_str(&text).with_context(|| size_file.display().to_string())?;
    let (now, then, budget) = (&size, &known.recorded, known.budget_gzip_bytes);
    println!(
        "tamis.wasm: {} bytes, {} after gzip -9 (budget {budget}; recorded: {}, {} after gzip)",
        now.raw_bytes, now.gzip_bytes, then.raw_bytes, then.gzip_bytes
    );
    if size.gzip_bytes > budget {
        bail!(
            "tamis.wasm is {} bytes over its budget of {budget} bytes after gzip",
            size.gzip_bytes - budget
        );
    }
    if record && size != known.recorded {
        known.recorded = size;
        fs::write(size_file, serde_json::to_string_pretty(&known)? + "\n")?;
        println!("recorded in {}", size_file.display());
    }
    Ok(())
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        Ok(Self {
            raw_bytes: bytes.len(),
            gzip_bytes: encoder.finish()?.len(),
        })
    }
}
