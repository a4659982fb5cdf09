//! The flags that bring own rules to a command that scores.

use std::path::{Path, PathBuf};

use clap::Args;
use tamis::{CompiledRules, OwnRules, Sanitizer};

use super::{PackTrust, RulesFile};
use crate::{show::escape, trouble};

/// Rules of the caller's own.
#[derive(Debug, Args)]
#[command(next_help_heading = "Rules of your own")]
pub(crate) struct OwnRulesArgs {
    /// Also score by the rules in this file, TOML or JSON (repeatable)
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,

    /// Also score by the rules in this signed pack (repeatable)
    #[arg(long, value_name = "FILE", requires = "key")]
    pack: Vec<PathBuf>,

    #[command(flatten)]
    trust: PackTrust,
}

impl OwnRulesArgs {
    /// The sanitizer with the rules. `None` if they are refused, which is then said: nothing is scored by half of them.
    pub(crate) fn give(&self, sanitizer: Sanitizer) -> Option<Sanitizer> {
        if self.rules.is_empty() && self.pack.is_empty() {
            return Some(sanitizer);
        }
        let files = self.rules.iter().map(|path| (path, RulesFile::read(path)));
        let packs = self.pack.iter().map(|path| {
            let pack = self.trust.verify(path, None);
            (path, pack.map(|pack| pack.rules().clone()))
        });
        let mut rules: Vec<OwnRules> = Vec::new();
        for (path, read) in files.chain(packs) {
            rules.push(read.map_err(|error| refuse(path, &error)).ok()?);
        }
        // one file after the other first, so that an error names its file
        for (path, rules) in self.rules.iter().chain(&self.pack).zip(&rules) {
            rules
                .compile()
                .map_err(|error| refuse(path, &error.to_string()))
                .ok()?;
        }
        match CompiledRules::of(&rules) {
            Ok(compiled) => Some(sanitizer.with_rules(compiled)),
            Err(error) => {
                trouble::say(&format!("rules: {}", escape(&error.to_string())));
                None
            }
        }
    }
}

fn refuse(path: &Path, error: &str) {
    let path = path.to_string_lossy();
    trouble::say(&format!("{}: {}", escape(&path), escape(error)));
}
