//! JSON that is safe to look at.

use std::io::{self, Write};

use serde::Serialize;

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

/// Writes `value` with line breaks for a person, ending in one.
pub(crate) fn write_pretty(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let json = serde_json::to_string_pretty(value)?;
    writeln!(out, "{}", tame(json))
}

/// `value` on one line.
pub(crate) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(tame)
}

/// Writes hidden characters as `\u` escapes: the same JSON, but nothing in it moves the cursor of whoever looks.
///
/// Such characters stand inside strings only, as serde_json escapes those that JSON itself forbids there; what is
/// left outside strings is its own line breaks.
fn tame(json: String) -> String {
    if json.bytes().all(|byte| byte.is_ascii() && byte != 0x7F) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn hidden_characters_are_escaped_and_mean_the_same() {
        let text = "é\u{7F}\u{9B}\u{200D}\u{202E}\u{E0041}漢\n";
        let json = line(&text).unwrap();
        assert_eq!(json, r#""é\u007f\u009b\u200d\u202e\udb40\udc41漢\n""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
