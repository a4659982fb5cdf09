//! Characters that are taken for a letter of ASCII, Greek or Cyrillic: `confusables.txt`, and the styles of the compatibility
//! decompositions.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    parse::{Result, Ucd},
    twin::{Curated, alphabet},
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

/// How the compatibility decompositions name a change of style alone.
const STYLES: [&str; 6] = [
    "<font>", "<wide>", "<circle>", "<super>", "<sub>", "<square>",
];

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let kept = Curated::read()?.kept(ucd)?;
    let styled = styled(ucd)?;
    let mut like = BTreeMap::new();
    let mut other = BTreeMap::new();
    let mut both = BTreeMap::new();
    let mut doubtful = Vec::new();
    let confusables = ucd.confusables()?;
    let others = others(ucd, &confusables);
    // what others are reduced to is not in the file itself, such as the small capital that Cyrillic ve looks like
    let prototypes = others.keys().filter_map(|skeleton| match skeleton[..] {
        [point] => Some((point, skeleton.clone())),
        _ => None,
    });
    let confusables: Vec<_> = confusables.iter().cloned().chain(prototypes).collect();
    for (source, skeleton) in &confusables {
        let source = *source;
        if source < 0x80 {
            continue;
        }
        if kept.contains(&source) {
            // signs are kept wherever they stand
            if is_letter(ucd, source) {
                doubtful.extend(letter(skeleton).map(|letter| [source, letter]));
            }
            continue;
        }
        match (letter(skeleton), others.get(skeleton)) {
            (Some(letter), _) if !styled.contains_key(&source) => {
                like.insert(source, letter);
            }
            (None, Some([greek, cyrillic])) if !is_everyday(source) => {
                let mut letters = [greek, cyrillic].map(|letters| of_case(ucd, source, letters));
                // a letter of one of the two is taken for the other's
                if let Some(own) = alphabet(ucd, source).and_then(|own| letters.get_mut(own - 1)) {
                    *own = None;
                } else if let [Some(greek), Some(cyrillic)] = letters {
                    both.insert(greek, cyrillic);
                }
                other.extend(
                    letters
                        .iter()
                        .flatten()
                        .next()
                        .map(|&letter| (source, letter)),
                );
            }
            _ => {}
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
    let about =
        "The skeleton is none, but that of a letter of Greek or Cyrillic: the Greek one, if both.";
    file.split("OTHER", about, 3, &runs(&other));
    let pairs = both
        .into_iter()
        .flat_map(|(greek, cyrillic)| [greek, cyrillic]);
    let about = "Letters of Greek in it, and those of Cyrillic with the same skeleton.";
    file.array(
        "SHARED",
        about,
        2,
        &crate::pack::Array::new(pairs.collect()),
    );
    let about = "ASCII letters in another style.";
    file.split("STYLED", about, 3, &runs(&styled));
    let about = "Letters of real alphabets, which are kept, and the letter of ASCII.";
    let array = crate::pack::Array::new(doubtful.into_iter().flatten().collect());
    file.array("DOUBTFUL", about, 2, &array);
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

/// For each skeleton of letters of Greek or Cyrillic the letters of both, those in everyday use first.
fn others(ucd: &Ucd, confusables: &[(u32, Vec<u32>)]) -> BTreeMap<Vec<u32>, [Vec<u32>; 2]> {
    let skeletons: BTreeMap<u32, &Vec<u32>> = confusables
        .iter()
        .map(|(source, to)| (*source, to))
        .collect();
    let (everyday, rest): (Vec<u32>, Vec<u32>) = (0x370..0x530)
        .filter(|&letter| is_letter(ucd, letter))
        .partition(|&letter| is_everyday(letter));
    let mut others: BTreeMap<Vec<u32>, [Vec<u32>; 2]> = BTreeMap::new();
    for letter in everyday.into_iter().chain(rest) {
        let Some(column) = alphabet(ucd, letter).and_then(|column| column.checked_sub(1)) else {
            continue;
        };
        let skeleton = skeletons
            .get(&letter)
            .map_or(vec![letter], |to| (*to).clone());
        if let Some(letters) = others.entry(skeleton).or_default().get_mut(column) {
            letters.push(letter);
        }
    }
    others
}

/// Whether the letter is of Greek or Russian, or one that many languages have.
const fn is_everyday(point: u32) -> bool {
    matches!(point, 0x391..=0x3C9 | 0x410..=0x44F | 0x4E8 | 0x4E9)
}

fn is_letter(ucd: &Ucd, point: u32) -> bool {
    name(ucd, point).contains(" LETTER ")
}

fn name(ucd: &Ucd, point: u32) -> &str {
    ucd.names.get(&point).map_or("", String::as_str)
}

/// The letter of the case that the source has, else the first.
fn of_case(ucd: &Ucd, source: u32, letters: &[u32]) -> Option<u32> {
    let is_small = |point| name(ucd, point).contains(" SMALL ");
    let mut same = letters
        .iter()
        .filter(|&&letter| is_small(letter) == is_small(source));
    same.next().or(letters.first()).copied()
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
