//! Looking for bytes.

use super::work::count;

/// Bytes looked at together: enough for vector registers, few enough to stop early.
const CHUNK: usize = 64;

/// Where the first byte stands that `is` one. The inner loop has no branch, so that the compiler turns comparisons into
/// vector instructions.
#[inline]
pub(crate) fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let found = first(bytes, is);
    count(found.unwrap_or(bytes.len()));
    found
}

#[inline]
fn first(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    let skipped = chunks.iter().position(|chunk| {
        chunk
            .iter()
            .fold(0, |found, &byte| found | u8::from(is(byte)))
            != 0
    });
    let (at, near) = match skipped.and_then(|index| Some((index, chunks.get(index)?))) {
        Some((index, chunk)) => (index * CHUNK, chunk.as_slice()),
        None => (bytes.len() - rest.len(), rest),
    };
    near.iter().position(|&byte| is(byte)).map(|near| at + near)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn finds_the_first_wherever_it_stands() {
        for at in 0..100 {
            let mut bytes = [b'x'; 100];
            bytes[at..].fill(b'y');
            assert_eq!(position(&bytes, |byte| byte == b'y'), Some(at));
            assert_eq!(position(&bytes[..at], |byte| byte == b'y'), None);
        }
    }
}
