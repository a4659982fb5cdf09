//! Full case folding, of what a compatibility decomposition leaves.

use std::collections::BTreeMap;

use crate::{
    normalization::mappings,
    pack::Array,
    parse::{Result, Ucd},
    write::File,
};

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let decomposed = mappings(ucd)?;
    let mut single = BTreeMap::new();
    let mut doubled = Vec::new();
    for (point, into) in ucd.case_foldings()? {
        match into[..] {
            _ if decomposed.contains_key(&point) => {}
            [into] => {
                single.insert(point, into);
            }
            [a, b] => doubled.extend([point, a, b]),
            _ => return Err(format!("U+{point:04X} folds to {} characters", into.len())),
        }
    }
    if single.len() < 1000 {
        return Err("CaseFolding.txt: has its layout changed?".to_owned());
    }
    let mut file = File::new(
        "case",
        ucd.version,
        &["CaseFolding.txt", "UnicodeData.txt"],
        "Full case folding of the characters that decompose in no form.",
    );
    let about = "First and last of each range, and what the first folds to. If that is the next character, every second one \
         folds, else all.";
    file.split("FOLDED", about, 3, &rows(&single));
    let about = "Characters that fold to two: the character, then the two.";
    file.array("DOUBLED", about, 3, &Array::new(doubled));
    Ok(file)
}

/// Ranges over which the distance to what the characters fold to is the same.
fn rows(single: &BTreeMap<u32, u32>) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = Vec::new();
    for (&point, &into) in single {
        let step = if into == point + 1 { 2 } else { 1 };
        match rows.last_mut().map(Vec::as_mut_slice) {
            Some([first, last, of_first])
                if *last + step == point && *of_first + (point - *first) == into =>
            {
                *last = point;
            }
            _ => rows.push(vec![point, point, into]),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn capitals_before_their_small_letters_are_every_second() {
        let folds = [(10, 11), (12, 13), (20, 30), (21, 31), (23, 33)];
        assert_eq!(
            rows(&folds.into()),
            [vec![10, 12, 11], vec![20, 21, 30], vec![23, 23, 33]]
        );
    }
}
