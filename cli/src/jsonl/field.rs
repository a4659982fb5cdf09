//! Finds one string in a JSON text, without building the rest.

use std::{borrow::Cow, convert::Infallible, fmt, str::FromStr};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Where the text stands in each line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// As the caller wrote it.
    path: String,
    keys: Vec<String>,
}

/// Reads a JSON pointer (RFC 6901) if it begins with a slash, otherwise names with dots between them.
/// The empty path is the whole line.
impl FromStr for Field {
    type Err = Infallible;

    fn from_str(path: &str) -> Result<Self, Infallible> {
        let keys = match path.strip_prefix('/') {
            _ if path.is_empty() => Vec::new(),
            Some(pointer) => pointer
                .split('/')
                .map(|key| key.replace("~1", "/").replace("~0", "~"))
                .collect(),
            None => path.split('.').map(str::to_owned).collect(),
        };
        Ok(Self {
            path: path.into(),
            keys,
        })
    }
}

impl Field {
    /// The string at this path of `line`, in WTF-8 (lone surrogates as three bytes) and perhaps not even that: bytes that
    /// are no UTF-8 come as they are. Where a name stands twice, the last one counts, as for most readers of JSON.
    pub(crate) fn find<'l>(&self, line: &'l [u8]) -> Result<Cow<'l, [u8]>, String> {
        if line.iter().all(u8::is_ascii_whitespace) {
            return Err("the line is empty: each line holds one JSON value".into());
        }
        let mut json = serde_json::Deserializer::from_slice(line);
        let found = Seek(&self.keys).deserialize(&mut json);
        match found.and_then(|found| json.end().map(|()| found)) {
            Ok(Some(text)) => Ok(text),
            Ok(None) => Err(format!("field '{}' is missing", self.path)),
            Err(error) if error.is_data() => Err(format!(
                "field '{}' is not a string: {}",
                self.path,
                explain(&error)
            )),
            Err(error) => Err(format!("not JSON: {}", explain(&error))),
        }
    }
}

/// serde_json counts lines from 1 in what it was given, which is always one line here.
pub(crate) fn explain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line 1 column {}", error.column());
    match text.strip_suffix(&place) {
        Some(what) => format!("{what} at byte {}", error.column()),
        None => text,
    }
}

/// What stands at the end of the path; `None` if the path leads nowhere.
type Found<'l> = Option<Cow<'l, [u8]>>;

/// Follows the keys down into one value.
struct Seek<'k>(&'k [String]);

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Found<'de>, D::Error> {
        match self.0.split_first() {
            Some((key, rest)) => json.deserialize_any(Inside { key, rest }),
            // asked for bytes, serde_json hands out a string as it is: neither a lone surrogate nor a bad byte is an error
            None => json.deserialize_bytes(Bytes).map(Some),
        }
    }
}

/// Follows one key into an object or an array. Any other value has nothing inside.
struct Inside<'k> {
    key: &'k str,
    rest: &'k [String],
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
        let mut found = None;
        while let Some(is_it) = map.next_key_seed(IsKey(self.key))? {
            if is_it {
                found = map.next_value_seed(Seek(self.rest))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Found<'de>, A::Error> {
        let mut found = None;
        let mut left = self.key.parse::<usize>().ok();
        loop {
            if left == Some(0) {
                match seq.next_element_seed(Seek(self.rest))? {
                    Some(element) => found = element,
                    None => return Ok(None),
                }
            } else if seq.next_element::<IgnoredAny>()?.is_none() {
                return Ok(found);
            }
            left = left.and_then(|left| left.checked_sub(1));
        }
    }

    fn visit_str<E>(self, _: &str) -> Result<Found<'de>, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Found<'de>, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Found<'de>, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Found<'de>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Found<'de>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Found<'de>, E> {
        Ok(None)
    }
}

/// The bytes of a string.
struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Cow<'de, [u8]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(bytes))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(Cow::Owned(bytes.to_vec()))
    }
}

/// Whether a key is the one looked for. Compared as bytes, so that a key with a bad byte elsewhere is no error.
struct IsKey<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for IsKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<bool, D::Error> {
        key.deserialize_bytes(self)
    }
}

impl Visitor<'_> for IsKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_bytes<E>(self, key: &[u8]) -> Result<bool, E> {
        Ok(key == self.0.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    fn find(path: &str, line: &[u8]) -> Result<Vec<u8>, String> {
        let field: Field = path.parse().unwrap();
        field.find(line).map(|text| text.into_owned())
    }

    #[test]
    fn names_dots_and_pointers_lead_to_the_same_place() {
        let line = br#"{"x":[1,{"y":2}],"a":[{"text":"no"},{"text":"yes"}],"z":null}"#;
        assert_eq!(find("a.1.text", line).unwrap(), b"yes");
        assert_eq!(find("/a/1/text", line).unwrap(), b"yes");
        assert_eq!(find("", br#""whole""#).unwrap(), b"whole");
        assert_eq!(
            find("/a.b/c~1d~0", br#"{"a.b":{"c/d~":"odd"}}"#).unwrap(),
            b"odd"
        );
    }

    #[test]
    fn the_last_of_two_equal_names_counts() {
        assert_eq!(find("t", br#"{"t":"a","t":"b"}"#).unwrap(), b"b");
    }

    #[test]
    fn what_is_not_there_is_said() {
        let elsewhere = [
            "{}",
            "[1]",
            r#"{"a":1}"#,
            r#"{"a":"b"}"#,
            r#"{"a":{"c":""}}"#,
        ];
        for line in elsewhere.into_iter().chain(["null", "-1.5", "true"]) {
            let message = find("a.b", line.as_bytes()).unwrap_err();
            assert_eq!(message, "field 'a.b' is missing", "{line}");
        }
        assert_eq!(find("/9", b"[1]").unwrap_err(), "field '/9' is missing");
    }

    #[test]
    fn what_is_no_string_is_said_with_its_place() {
        let message = find("a", br#"{"a":5}"#).unwrap_err();
        assert_eq!(
            message,
            "field 'a' is not a string: invalid type: integer `5`, expected a string at byte 6"
        );
        for line in [
            r#"{"a":null}"#,
            r#"{"a":["x"]}"#,
            r#"{"a":{}}"#,
            r#"{"a":true}"#,
        ] {
            let message = find("a", line.as_bytes()).unwrap_err();
            assert!(
                message.starts_with("field 'a' is not a string"),
                "{line}: {message}"
            );
        }
    }

    #[test]
    fn what_is_no_json_is_said_with_its_place() {
        let message = find("a", br#"{"a":"b""#).unwrap_err();
        assert!(message.starts_with("not JSON: EOF"), "it is {message}");
        let message = find("a", br#"{"a":"b"} x"#).unwrap_err();
        assert_eq!(message, "not JSON: trailing characters at byte 11");
        assert!(find("a", b" \r").unwrap_err().contains("empty"));
    }

    #[test]
    fn surrogates_and_bad_bytes_come_through() {
        assert_eq!(
            find("a", br#"{"a":"x\ud800y"}"#).unwrap(),
            b"x\xED\xA0\x80y"
        );
        assert_eq!(
            find("a", br#"{"a":"\ud83e\udd80"}"#).unwrap(),
            "🦀".as_bytes()
        );
        assert_eq!(
            find("a", b"{\"b\xFF\":\"\xFE\",\"a\":\"\xE9\"}").unwrap(),
            b"\xE9"
        );
    }
}
