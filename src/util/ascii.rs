//! The first look: is there anything but plain ASCII?

/// Bytes looked at together: enough for the widest vector registers in use, few enough to stop early.
const CHUNK: usize = 64;

/// Whether every byte is plain ASCII: printable, tab, line feed or carriage return.
///
/// The inner loop has no branch, so that the compiler turns it into vector instructions, in wasm too where SIMD is on.
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    chunks.iter().all(|chunk| {
        chunk
            .iter()
            .fold(true, |plain, &byte| plain & is_plain_byte(byte))
    }) && rest.iter().all(|&byte| is_plain_byte(byte))
}

/// Whether a byte is plain ASCII.
#[inline]
pub(crate) const fn is_plain_byte(byte: u8) -> bool {
    (byte.wrapping_sub(b' ') < 0x5F) | (byte == b'\t') | (byte == b'\n') | (byte == b'\r')
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn finds_each_byte_that_is_not_plain_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            let plain = matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r');
            for at in [0, 1, 63, 64, 65, 200, 299] {
                let mut text = [b'x'; 300];
                text[at] = byte;
                assert_eq!(is_plain(&text), plain, "byte {byte:#x} at {at}");
            }
        }
    }
}
