//! What the program answers to the shell.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: it did what it was asked.
    Done,
    /// 1: it did, and found what `--fail-on` names.
    Found,
    /// 2: part of the input, or all of it, could not be read.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Found => 1,
            Exit::Failed => 2,
        })
    }
}
