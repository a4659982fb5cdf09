//! Hangul syllables by arithmetic (The Unicode Standard, 3.12).

const SYLLABLES: u32 = 0xAC00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
/// One before the first trailing consonant: a syllable without one counts as having this.
const TRAILS: u32 = 0x11A7;

const LEAD_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TRAIL_COUNT: u32 = 28;
const SYLLABLE_COUNT: u32 = LEAD_COUNT * VOWEL_COUNT * TRAIL_COUNT;

/// How far a character is into a range that begins at `first`.
fn within(c: char, first: u32, count: u32) -> Option<u32> {
    let at = u32::from(c).checked_sub(first)?;
    (at < count).then_some(at)
}

/// Whether the character is a precomposed syllable.
pub(super) fn is_syllable(c: char) -> bool {
    within(c, SYLLABLES, SYLLABLE_COUNT).is_some()
}

/// The two or three letters of a syllable.
pub(super) fn decompose(c: char) -> Option<impl Iterator<Item = char>> {
    let syllable = within(c, SYLLABLES, SYLLABLE_COUNT)?;
    let trail = syllable % TRAIL_COUNT;
    let lead = LEADS + syllable / TRAIL_COUNT / VOWEL_COUNT;
    let vowel = VOWELS + syllable / TRAIL_COUNT % VOWEL_COUNT;
    let trail = (trail > 0).then_some(TRAILS + trail);
    let points = [Some(lead), Some(vowel), trail].into_iter().flatten();
    Some(points.filter_map(char::from_u32))
}

/// A syllable from two letters, or from a syllable without a trailing consonant and such a consonant.
pub(super) fn compose(first: char, second: char) -> Option<char> {
    if let Some(lead) = within(first, LEADS, LEAD_COUNT) {
        let vowel = within(second, VOWELS, VOWEL_COUNT)?;
        return char::from_u32(SYLLABLES + (lead * VOWEL_COUNT + vowel) * TRAIL_COUNT);
    }
    let syllable = within(first, SYLLABLES, SYLLABLE_COUNT)?;
    let trail = within(second, TRAILS + 1, TRAIL_COUNT - 1)? + 1;
    if syllable % TRAIL_COUNT == 0 {
        char::from_u32(u32::from(first) + trail)
    } else {
        None
    }
}
