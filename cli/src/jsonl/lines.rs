//! Lines of bytes, none longer than a limit.

use std::io::{self, BufRead as _, BufReader, Read};

/// How much is read ahead: the most that one batch of ordinary lines holds.
const BUFFER_BYTES: usize = 1 << 20;
/// Short lines make long answers, so lines are counted too.
const MAX_BATCH_LINES: usize = 4096;

/// One line, without its line feed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Whole(Vec<u8>),
    /// It was longer than the limit and was skipped.
    TooLong,
}

/// Reads lines in batches.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    max_line_bytes: usize,
    is_first: bool,
    /// Read since last asked.
    bytes: u64,
}

/// How the input ended, once it has.
type End = Option<io::Result<()>>;

impl<R: Read> Lines<R> {
    pub(crate) fn new(reader: R, max_line_bytes: usize) -> Self {
        Self {
            reader: BufReader::with_capacity(BUFFER_BYTES, reader),
            max_line_bytes,
            is_first: true,
            bytes: 0,
        }
    }

    /// The lines that are there already, at least one unless the input has ended: whoever writes a line and waits
    /// for the answer gets it.
    pub(crate) fn batch(&mut self) -> (Vec<Line>, End) {
        let mut batch = Vec::new();
        loop {
            match self.line() {
                Ok(Some(line)) => batch.push(line),
                Ok(None) => return (batch, Some(Ok(()))),
                Err(error) => return (batch, Some(Err(error))),
            }
            if self.reader.buffer().is_empty() || batch.len() >= MAX_BATCH_LINES {
                return (batch, None);
            }
        }
    }

    /// How many bytes were read since this was last asked.
    pub(crate) fn take_bytes(&mut self) -> u64 {
        std::mem::take(&mut self.bytes)
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let limit = u64::try_from(self.max_line_bytes).unwrap_or(u64::MAX);
        let mut limited = (&mut self.reader).take(limit.saturating_add(1));
        let len = limited.read_until(b'\n', &mut line)?;
        self.bytes += u64::try_from(len).unwrap_or_default();
        if len == 0 {
            return Ok(None);
        }
        let is_first = std::mem::take(&mut self.is_first);
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() > self.max_line_bytes {
            let skipped = self.reader.skip_until(b'\n')?;
            self.bytes += u64::try_from(skipped).unwrap_or_default();
            return Ok(Some(Line::TooLong));
        }
        if is_first && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3); // a byte-order mark is not part of the first line
        }
        Ok(Some(Line::Whole(line)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    fn lines(bytes: &[u8], max: usize) -> Vec<Line> {
        let mut lines = Lines::new(bytes, max);
        let mut all = Vec::new();
        loop {
            let (batch, end) = lines.batch();
            all.extend(batch);
            if let Some(end) = end {
                end.unwrap();
                assert_eq!(lines.take_bytes(), bytes.len() as u64);
                return all;
            }
        }
    }

    fn whole(text: &str) -> Line {
        Line::Whole(text.into())
    }

    #[test]
    fn a_line_feed_ends_a_line_and_begins_none() {
        assert_eq!(lines(b"", 9), []);
        assert_eq!(lines(b"a\n", 9), [whole("a")]);
        assert_eq!(lines(b"a\n\nb", 9), [whole("a"), whole(""), whole("b")]);
    }

    #[test]
    fn a_line_may_be_as_long_as_the_limit_and_no_longer() {
        assert_eq!(
            lines(b"abc\nabcd\nab", 3),
            [whole("abc"), Line::TooLong, whole("ab")]
        );
        assert_eq!(lines(b"abcd", 3), [Line::TooLong]);
        assert_eq!(lines(b"abc", 3), [whole("abc")]);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_line() {
        assert_eq!(
            lines(b"\xEF\xBB\xBF{}\n\xEF\xBB\xBF\n", 9),
            [whole("{}"), whole("\u{FEFF}")]
        );
    }
}
