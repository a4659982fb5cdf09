//! Letters that texts of old Cyrillic are given instead of their own, and those that they have instead of others.

use super::context::Line;

/// Letters that stand for others there, or for one of the steppe.
pub(super) const fn is_one(c: char) -> bool {
    matches!(c, 'Ѣ' | 'Ҍ' | 'ҍ' | 'ԑ' | 'ѳ' | 'Ѳ' | 'Ӡ')
}

/// The letter that one of them stands for, given what is beside it: in a calm word only where the line has a yat, which the
/// languages of the north that these letters are at home in have not.
pub(super) fn letter(
    c: char,
    (before, behind): (Option<char>, Option<char>),
    line: &Line,
    is_spoofed: bool,
) -> Option<char> {
    let others = &line.others;
    let is_small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let is_evident = is_spoofed || line.is_attacked();
    let is_calm = others.yats > 0;
    let is_of_steppe = !others.is_old()
        && (others.has_barred_o || line.has_key('ү') || line.tongue.is_mongolian());
    match c {
        'ҍ' if others.is_old() && (is_evident || is_calm) => Some('ѣ'),
        'Ҍ' | 'Ѣ' if others.is_old() && (is_evident || is_calm && c == 'Ҍ') => {
            match is_small(before) || before.is_some() && is_small(behind) {
                true => Some('ѣ'),
                false => (c == 'Ҍ').then_some('Ѣ'),
            }
        }
        'ԑ' if is_evident || is_calm => Some('є'),
        'Ӡ' if is_evident && others.abkhaz == 0 => Some('З'),
        'ѳ' if is_evident && is_of_steppe => Some('ө'),
        'Ѳ' if is_evident && is_of_steppe => Some('Ө'),
        _ => None,
    }
}

/// The letter that an old text has where others have this one: the omega that `ѡтъ` begins with, fita.
pub(super) fn form(
    letter: char,
    behind: Option<char>,
    is_first: bool,
    text: &str,
    line: &Line,
) -> char {
    let is_old = line.others.is_old();
    let is_from = || is_first && behind == Some('т') && (is_old || text.ends_with('ъ'));
    match letter {
        'ш' if is_from() => 'ѡ',
        'ө' if is_old && line.others.steppe == 0 => 'ѳ',
        'Ө' if is_old && line.others.steppe == 0 => 'Ѳ',
        _ => letter,
    }
}
