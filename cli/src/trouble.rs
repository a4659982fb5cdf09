//! What could not be read: said at once, remembered for the exit code.

use std::io::{self, Write as _};

use serde::Serialize;

use crate::{exit::Exit, show::escape};

/// The inputs that could not be read, so far.
#[derive(Debug, Default)]
pub(crate) struct Trouble {
    errors: Vec<InputError>,
}

/// One input that could not be read, and why.
#[derive(Debug, Serialize)]
pub(crate) struct InputError {
    pub(crate) path: String,
    pub(crate) error: String,
}

impl Trouble {
    /// Says on stderr what is wrong with `path`, and remembers it.
    pub(crate) fn report(&mut self, path: String, error: &dyn std::fmt::Display) {
        let error = error.to_string();
        say(&format!("{}: {}", escape(&path), escape(&error)));
        self.errors.push(InputError { path, error });
    }

    pub(crate) fn errors(&self) -> &[InputError] {
        &self.errors
    }

    /// `otherwise`, unless something could not be read.
    pub(crate) fn exit_or(&self, otherwise: Exit) -> Exit {
        if self.errors.is_empty() {
            otherwise
        } else {
            Exit::Failed
        }
    }
}

/// One line on stderr. Where stderr is closed there is nobody left to tell.
pub(crate) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "tamis: {message}");
}
