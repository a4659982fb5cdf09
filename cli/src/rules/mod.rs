//! The caller's own rules: files of rules, packs, and keys.

mod file;
mod key;
mod options;
mod pack;

pub(crate) use file::RulesFile;
pub(crate) use key::{read_secret, secret_text};
pub(crate) use options::OwnRulesArgs;
pub(crate) use pack::{PackTrust, named};
