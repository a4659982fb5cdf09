//! What a word says as a reader takes its letters.

use alloc::string::String;

use crate::{
    lexicon::{Hash, is_known_hash, word_bits},
    unicode::{Alphabet, doubtful},
};

use super::{
    letter::{Part, is_foreign, is_stroke, part, toward},
    word::Word,
};

/// The fewest letters: among shorter words too many are known by chance.
const MIN_LETTERS: usize = 4;

/// The fewest letters of a piece that may be a word of its own.
const MIN_PIECE: usize = 2;

/// Whether the word, read as Latin, is a frequent one, of one piece: what is taken for its letters is no sign between or
/// beside words, as in `│and` and `on│off`.
pub(super) fn is_known(word: &Word<'_>) -> bool {
    let letters = word.text.chars().count();
    letters >= MIN_LETTERS
        && !is_parted(word.text)
        && ['l', 'i']
            .into_iter()
            .any(|stroke| is_read(word.text, |_| stroke))
}

/// Whether the word is a frequent one as it is written in an alphabet, however short.
pub(super) fn is_frequent(word: &Word<'_>, main: Alphabet) -> bool {
    let letter = |hash: Hash, c| Some(hash.with_char(toward(c, main)?));
    let hash = word.text.chars().try_fold(Hash::new(), letter);
    hash.is_some_and(is_known_hash)
}

/// Whether a word of Latin, read as it looks, is a frequent one, however short.
pub(super) fn is_read_frequent(text: &str) -> bool {
    text.chars().nth(1).is_some() && is_read(text, |_| 'l')
}

/// How likely the letters make a word as they are read, in bits: above nought if rather than letters drawn at random.
pub(super) fn word_bits_as_read(text: &str) -> f32 {
    let read: String = text.chars().map(|c| letter(c).unwrap_or(c)).collect();
    word_bits(&read)
}

/// What the stroke that a word begins with is, if it is a frequent word with the one, and not with the other.
pub(super) fn stroke(text: &str) -> Option<char> {
    let [l, i] = ['l', 'i']
        .map(|stroke| is_read(text, |at| if at == 0 { stroke } else { 'l' }).then_some(stroke));
    l.xor(i)
}

/// Whether the first letters stand beside each other rather behind an `i` than behind an `l`.
pub(super) fn begins_with_i(text: &str) -> bool {
    let letters = text.chars().skip(1).map_while(letter);
    let behind: String = letters.take(MIN_PIECE).take_while(char::is_ascii).collect();
    let bits = |stroke: &str| word_bits(&[stroke, &behind].concat());
    !behind.is_empty() && bits("i") > bits("l")
}

/// Whether a text is a frequent word, given what each stroke in it is.
fn is_read(text: &str, stroke: impl Fn(usize) -> char) -> bool {
    let mut hash = Hash::new();
    for (at, c) in text.char_indices() {
        let Some(letter) = letter(c) else {
            return false;
        };
        let letter = match is_stroke(c) {
            true => stroke(at),
            false => letter,
        };
        for small in letter.to_lowercase() {
            let mut bytes = [0; 4];
            for &byte in small.encode_utf8(&mut bytes).as_bytes() {
                hash = hash.with(byte);
            }
        }
    }
    is_known_hash(hash)
}

/// The letter of Latin that a character is taken for, those that real alphabets have among them.
fn letter(c: char) -> Option<char> {
    match part(c) {
        Part::Through if c == '¡' => Some('i'),
        _ => doubtful(c).or_else(|| toward(c, Alphabet::Latin)),
    }
}

/// Whether all that is left without the foreign characters are frequent words.
pub(super) fn is_parted(text: &str) -> bool {
    let is_sign = |c: char| c == '¡' || doubtful(c).is_some() || is_foreign(c, Alphabet::Latin);
    let mut pieces = text
        .split(is_sign)
        .filter(|piece| !piece.is_empty())
        .peekable();
    pieces.peek().is_some()
        && pieces.all(|piece| piece.chars().count() >= MIN_PIECE && is_read(piece, |_| 'l'))
}
