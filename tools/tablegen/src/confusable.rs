//! Characters that are taken for an ASCII letter: `confusables.txt`, and the styles of the compatibility decompositions.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    parse::{Result, Ucd},
    twin::Curated,
    write::File,
};

/// Alphabets of styled capitals, or of small letters where the second says so, that have no decomposition to one letter:
/// first character, first letter.
const UNDECOMPOSED: [(u32, u8); 6] = [
    (0x249C, b'a'),   // parenthesized small
    (0x1_F110, b'A'), // parenthesized
    (0x1_F150, b'A'), // negative circled
    (0x1_F170, b'A'), // negative squared
    (0x1_F1E6, b'A'), // regional indicators
    (0x1_F130, b'A'), // squared; some data files decompose them, which comes to the same
];

/// Scripts written without a space between them and Latin, whose letters are not looked for in its words.
const UNSPACED: [&str; 5] = ["Hani", "Hira", "Kana", "Hang", "Bopo"];

/// How the compatibility decompositions name a change of style alone.
const STYLES: [&str; 6] = [
    "<font>", "<wide>", "<circle>", "<super>", "<sub>", "<square>",
];

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let kept = Curated::read()?.kept(ucd)?;
    let styled = styled(ucd)?;
    let mut like = BTreeMap::new();
    for (source, skeleton) in ucd.confusables()? {
        if source < 0x80
            || UNSPACED.contains(&ucd.script.get(source))
            || styled.contains_key(&source)
            || kept.contains(&source)
        {
            continue;
        }
        if let Some(letter) = letter(&skeleton) {
            like.insert(source, letter);
        }
    }
    if like.len() < 400 || styled.len() < 900 {
        return Err(format!(
            "only {} lookalikes and {} styled letters: has the layout of the files changed?",
            like.len(),
            styled.len()
        ));
    }
    let mut file = File::new(
        "confusable",
        ucd.version,
        &[
            "confusables.txt",
            "UnicodeData.txt",
            "emoji/emoji-sequences.txt",
            "tools/tablegen/twins.toml",
        ],
        "Characters taken for an ASCII letter: first and last of each range, and the letter of the first.",
    );
    let about = "Of other scripts, or letters of Latin beyond ASCII; the skeleton is one ASCII letter, or `rn`.";
    file.split("LIKE", about, 3, &runs(&like));
    let about = "ASCII letters in another style.";
    file.split("STYLED", about, 3, &runs(&styled));
    let flags = ucd.flags()?;
    let mut rows = vec![0_u32; 26];
    for &[first, second] in &flags {
        if let Some(row) = rows.get_mut(first as usize) {
            *row |= 1 << second;
        }
    }
    let array = crate::pack::Array {
        values: rows,
        width: 4,
    };
    file.array(
        "FLAGS",
        "For each first letter of a flag, the second ones as bits.",
        1,
        &array,
    );
    Ok(file)
}

/// The letter that a skeleton is taken for.
fn letter(skeleton: &[u32]) -> Option<u32> {
    match *skeleton {
        [one @ (0x41..=0x5A | 0x61..=0x7A)] => Some(one),
        [0x72, 0x6E] => Some(u32::from(b'm')),
        _ => None,
    }
}

fn styled(ucd: &Ucd) -> Result<BTreeMap<u32, u32>> {
    let mut styled = BTreeMap::new();
    for (source, (style, to)) in ucd.decompositions()? {
        let is_style = STYLES.contains(&style.as_str())
            // Roman numerals of one letter
            || style == "<compat>" && (0x2160..=0x217F).contains(&source);
        if let ([to @ (0x41..=0x5A | 0x61..=0x7A)], true) = (to.as_slice(), is_style) {
            // the ordinal indicators are letters of Spanish and Portuguese
            if !matches!(source, 0xAA | 0xBA) {
                styled.insert(source, *to);
            }
        }
    }
    for (first, letter) in UNDECOMPOSED {
        for step in 0..26 {
            styled.insert(first + step, u32::from(letter) + step);
        }
    }
    for (&source, name) in &ucd.names {
        let letter = name.strip_prefix("LATIN LETTER SMALL CAPITAL ");
        if let Some([letter @ b'A'..=b'Z']) = letter.map(str::as_bytes) {
            styled.insert(source, u32::from(letter.to_ascii_lowercase()));
        }
    }
    Ok(styled)
}

/// Ranges over which source and letter go up together.
fn runs(letters: &BTreeMap<u32, u32>) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = Vec::new();
    for (&source, &letter) in letters {
        match rows.last_mut().map(Vec::as_mut_slice) {
            Some([first, last, of_first])
                if *last + 1 == source && *of_first + (source - *first) == letter =>
            {
                *last = source;
            }
            _ => rows.push(vec![source, source, letter]),
        }
    }
    rows
}

/// How many sources of `confusables.txt` have a skeleton that the table does not lead to, for the log.
pub(crate) fn unmapped(ucd: &Ucd) -> Result<(usize, usize)> {
    let all = ucd.confusables()?;
    let letters: BTreeSet<u32> = all
        .iter()
        .filter(|(_, skeleton)| letter(skeleton).is_some())
        .map(|(source, _)| *source)
        .collect();
    Ok((all.len(), letters.len()))
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn a_run_goes_up_in_step() {
        let letters = [(10, 65), (11, 66), (12, 66), (20, 67)];
        assert_eq!(
            runs(&letters.into()),
            [vec![10, 11, 65], vec![12, 12, 66], vec![20, 20, 67]]
        );
    }
}
