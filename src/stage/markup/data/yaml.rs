//! YAML (1.2), as far as one has to know which mapping a key belongs to. What does not fit is given up: most texts with colons are no
//! YAML, and templates of YAML are none yet.

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    repeated::{Key, repeated},
    yaml_value::{Rest, Value, key, value},
};

/// What a mapping has at least, in a flat text, that is more than a list of remarks.
const MIN_FLAT_KEYS: usize = 3;

/// The keys that a mapping has twice, in documents that are plainly YAML. Linear.
pub(super) fn repeated_keys(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut reader = Reader::default();
    let mut at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let mut is_marked = text.get(at..).is_some_and(|rest| rest.starts_with("---"));
    let begins_marked = is_marked;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        if line == "---" || line == "..." {
            if start > 0 {
                reader.end(text, is_marked, &mut found);
                // behind front matter anything may follow
                is_marked = false;
            }
            continue;
        }
        if reader.line(line, start).is_none() {
            // what has ended before is front matter, or the text is no YAML at all
            if !begins_marked || is_marked {
                found.clear();
            }
            return found;
        }
    }
    reader.end(text, is_marked, &mut found);
    found
}

/// A mapping that is open.
#[derive(Debug)]
struct Mapping {
    number: usize,
    column: usize,
    /// The last key has no value yet, so that one may follow below.
    waits: bool,
}

#[derive(Debug, Default)]
struct Reader {
    keys: Vec<Key>,
    /// What each key has for its value.
    values: Vec<Value>,
    open: Vec<Mapping>,
    count: usize,
    /// A mapping stands in a mapping.
    nested: bool,
    /// What goes on over lines: a string or braces.
    rest: Rest,
    /// Lines that are further in than this are a block of text.
    block: Option<usize>,
}

impl Reader {
    /// Takes a line. `None` if it fits into no YAML.
    fn line(&mut self, line: &str, start: usize) -> Option<()> {
        let body = line.trim_start_matches(' ');
        let mut column = line.len() - body.len();
        if self.rest.is_open() {
            return self.rest.go_on(line);
        }
        if body.is_empty() || self.block.is_some_and(|block| column > block) {
            return Some(());
        }
        self.block = None;
        if body.starts_with('#') {
            return Some(());
        }
        if body.starts_with('\t') {
            return None;
        }
        let mut body = body;
        let mut is_item = false;
        while let Some(behind) = body.strip_prefix('-') {
            let item = behind.trim_start_matches(' ');
            if item.len() == behind.len() && !item.is_empty() {
                break;
            }
            self.close(column);
            is_item = true;
            if item.is_empty() || item.starts_with('#') {
                return Some(());
            }
            column += body.len() - item.len();
            body = item;
        }
        let Some((name, behind)) = key(body) else {
            return self.scalar(body, column, is_item);
        };
        let span = start + line.len() - body.len() + name.start
            ..start + line.len() - body.len() + name.end;
        let value = value(behind, &mut self.rest)?;
        if value == Value::Block {
            self.block = Some(column);
        }
        let number = self.mapping(column, is_item, value == Value::Empty)?;
        self.values.push(value);
        self.keys.push(Key::new(number, span));
        Some(())
    }

    /// Ends what is further in than a column. Whether there was something.
    fn close(&mut self, column: usize) -> bool {
        let before = self.open.len();
        while self.open.pop_if(|last| last.column > column).is_some() {}
        self.open.len() < before
    }

    /// The mapping that a key in this column belongs to.
    fn mapping(&mut self, column: usize, is_item: bool, waits: bool) -> Option<usize> {
        let closed = self.close(column);
        let last = self.open.last_mut();
        if let Some(last) = last.filter(|last| last.column == column) {
            last.waits = waits;
            return Some(last.number);
        }
        let may_begin = match self.open.last() {
            Some(last) => is_item || last.waits,
            None => is_item || self.keys.is_empty(),
        };
        if !may_begin || closed {
            return None;
        }
        if !self.open.is_empty() {
            self.nested = true;
            if let Some(value) = self.values.last_mut().filter(|_| !is_item) {
                *value = Value::Mapping;
            }
        }
        self.count += 1;
        self.open.push(Mapping {
            number: self.count,
            column,
            waits,
        });
        Some(self.count)
    }

    /// A line without a key: an item of a list, or what goes on with a value.
    fn scalar(&mut self, body: &str, column: usize, is_item: bool) -> Option<()> {
        let goes_on = self.open.last().is_some_and(|last| last.column < column);
        if !is_item && !goes_on {
            return None;
        }
        if value(body, &mut self.rest)? == Value::Block {
            self.block = Some(column.saturating_sub(2));
        }
        Some(())
    }

    /// The document has ended: what it has twice, if it plainly is one.
    fn end(&mut self, text: &str, is_marked: bool, found: &mut Vec<Range<usize>>) {
        let document = core::mem::take(self);
        let keys = &document.keys;
        let pairs = repeated(text, keys);
        let is_flat = !is_marked && !document.nested;
        // a text of records has most keys again, and an object one
        let is_object = keys.len() > MIN_FLAT_KEYS
            && pairs.len() * 4 <= keys.len()
            && keys.iter().all(|key| is_name(&key.name(text)));
        if is_flat && !is_object || document.rest.is_open() {
            return;
        }
        for (first, again) in pairs {
            let Some(key) = keys.get(again) else { continue };
            let is = |value| [first, again].map(|at| document.values.get(at) == Some(&value));
            // some formats list mappings under one key
            let is_list = is(Value::Mapping) == [true; 2];
            let is_typed = is(Value::Typed) == [true; 2];
            if is_name(&key.name(text)) && !is_list && (!is_flat || is_typed) {
                found.push(key.span.clone());
            }
        }
    }
}

/// Whether a program gave the name, and no person: `user_id`, `allowAll`, not `Alice` or `Day one`.
fn is_name(key: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"_-./".contains(&b);
    let mut pairs = key.as_bytes().windows(2);
    key.bytes().all(is_plain)
        && (key.starts_with(|c: char| c.is_ascii_lowercase())
            || key.contains('_')
            || pairs.any(|pair| matches!(pair, [b'a'..=b'z', b'A'..=b'Z'])))
}

#[cfg(test)]
mod tests {
    use super::repeated_keys;
    use alloc::vec::Vec;

    fn keys(text: &str) -> Vec<(usize, &str)> {
        let spans = repeated_keys(text).into_iter();
        spans
            .map(|span| (span.start, text.get(span).unwrap()))
            .collect()
    }

    #[test]
    fn a_mapping_has_a_key_twice() {
        for (text, at, key) in [
            ("---\na: 1\na: 2\n", 9, "a"),
            (
                "---\nname: x\n\"na\\u006de\": y\n---\n# Heading\n\nText.\n",
                13,
                "na\\u006de",
            ),
            ("a:\n  b: 1\n  c: 2\n  'b': 3\n", 20, "b"),
            ("a:\n- b: 1\n  c: 2\n  b: 3\n- b: 4\n", 19, "b"),
            (
                "x:\n  a: 1\na: |\n  x: 1\n  x: 2\nb: {c: [1,\n  2]}\na: 2\n",
                46,
                "a",
            ),
            (
                "a: &x\n  b: 1\nc:\n  <<: *x\n  <<: *x\n  b: 2\n  b: !t 3 # c\n",
                43,
                "b",
            ),
            (
                "role: user\nport: 80\nallow: false\nallow: true\n",
                33,
                "allow",
            ),
            ("x:\n  y: 1\n---\nx:\n  y: 1\nx: 2\n", 24, "x"),
        ] {
            assert_eq!(keys(text), [(at, key)], "{text}");
        }
    }

    #[test]
    fn other_texts_have_none() {
        for text in [
            "Alice: Hello.\nBob: Hi.\nAlice: Bye.\n",
            "alice: hello\nbob: hi\nalice: bye\n",
            "---\nAlice: Hello.\nBob: Hi.\nAlice: Bye.\n---\n",
            "---\na: 1\n---\nQ: one\nA: two\nQ: three\n",
            "host: a\nset-cookie: a=1\nset-cookie: b=2\n",
            "cpu: 1\nmem: 2\ndisk: 3\n\ncpu: 4\nmem: 5\ndisk: 6\n",
            "Monday:\n  lunch: soup\nTuesday:\n  lunch: rice\nMonday:\n  lunch: fish\n",
            "---\na: 1\na: 2\nThis is a text.\n",
            "{{ if x }}\na:\n  b: 1\n{{ else }}\na:\n  b: 2\n{{ end }}\n",
            "task:\n  name: a\ntask:\n  name: b\n",
            "- a: 1\n- a: 2\n- - a: 3\n  - a: 4\n",
            "x:\n  y: 1\n---\nx:\n  y: 2\n",
            "a:\n  b: 1\n c: 2\n",
            "a:\n\tb: 1\n\tb: 2\n",
            "a: x\n  b: y\na: z\n",
            "x:\n  y: \"a: 1\n    a: 2\"\n  z: 1\n",
        ] {
            assert!(keys(text).is_empty(), "{text}");
        }
    }
}
