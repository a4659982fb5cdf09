//! How letters are written in the trie: one byte each as long as a word stays in its script.
//!
//! The tables are downloaded, and in UTF-8 most of a Hindi word would be lead bytes.

/// Where the windows begin, of 128 letters each. A byte names one, from 1 on; ASCII needs none.
const WINDOWS: [u32; 10] = [
    0x0080, 0x0380, 0x0400, 0x0580, 0x0600, 0x0900, 0x0980, 0x0E00, 0x3040, 0x30C0,
];

/// The first byte of a letter outside of all windows, to which its highest bits are added.
const FAR: u8 = 0x10;

/// The bytes of a letter, given the window of the letter before it, which it may change.
pub(crate) fn bytes(letter: char, window: &mut u8) -> impl Iterator<Item = u8> {
    let c = u32::from(letter);
    let low = (c & 0x7F) as u8 | 0x80;
    let bytes = if c < 0x80 {
        [Some(c as u8), None, None]
    } else if let Some((number, start)) =
        (1..).zip(WINDOWS).find(|(_, s)| c.wrapping_sub(*s) < 0x80)
    {
        let place = (c - start) as u8 | 0x80;
        if *window == number {
            [Some(place), None, None]
        } else {
            *window = number;
            [Some(number), Some(place), None]
        }
    } else {
        let high = FAR | (c >> 14 & 0xF) as u8;
        [Some(high), Some((c >> 7 & 0x7F) as u8 | 0x80), Some(low)]
    };
    bytes.into_iter().flatten()
}
