//! JSON that is safe to look at.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

use super::shape::{FindingShape, RiskShape};
use crate::{args::UnicodeVersion, show::is_hidden, trouble::InputError};

/// What `--format json` gives: one document.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document<'a, F, S> {
    pub(crate) tool: Tool,
    pub(crate) policy: &'static str,
    pub(crate) source: &'static str,
    pub(crate) files: Vec<F>,
    pub(crate) errors: &'a [InputError],
    pub(crate) summary: S,
}

/// Which program wrote it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
    unicode_version: String,
}

impl Tool {
    pub(crate) fn this() -> Self {
        Self {
            name: "tamis",
            version: env!("CARGO_PKG_VERSION"),
            unicode_version: UnicodeVersion.to_string(),
        }
    }
}

/// One file that was looked at.
#[derive(Debug, Serialize)]
pub(crate) struct FileShape {
    pub(crate) path: String,
    pub(crate) findings: Vec<FindingShape>,
    pub(crate) risk: RiskShape,
}

/// Writes `value` on one line, with its line feed.
pub(crate) fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Tame))?;
    out.write_all(b"\n")
}

/// `value` on one line, with its line feed.
pub(crate) fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    write_line(&mut line, value)?;
    Ok(line)
}

/// Writes hidden characters as `\u` escapes: the same JSON, but nothing in it moves the cursor of whoever looks.
struct Tame;

impl Formatter for Tame {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut done = 0;
        for (at, c) in text.char_indices().filter(|&(_, c)| is_hidden(c)) {
            out.write_all(text.get(done..at).unwrap_or_default().as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            done = at + c.len_utf8();
        }
        out.write_all(text.get(done..).unwrap_or_default().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn hidden_characters_are_escaped_and_mean_the_same() {
        let text = "é\u{7F}\u{9B}\u{200D}\u{202E}\u{E0041}漢\n";
        let json = String::from_utf8(line(&text).unwrap()).unwrap();
        assert_eq!(
            json,
            "\"é\\u007f\\u009b\\u200d\\u202e\\udb40\\udc41漢\\n\"\n"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
