//! The names of characters that cannot be seen, as words of a dictionary.

use std::collections::HashMap;

use crate::{
    class,
    pack::{Array, runs},
    parse::{Result, Ucd},
    write::File,
};

/// Word numbers below this take one byte, the others two.
const ONE_BYTE: usize = 0xE0;

/// Classes whose members have no name, or one that follows from the number.
const BY_RULE: [&str; 7] = [
    "Ordinary",
    "DefaultIgnorable",
    "Noncharacter",
    "PrivateUse",
    "Unassigned",
    "VariationSelector",
    "VariationSelectorSupplement",
];

pub(crate) fn file(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<File> {
    let by_rule = BY_RULE.map(class::code);
    check_selectors(ucd)?;
    let listed = runs(|point| (!by_rule.contains(&class(point))).then_some(()));
    let mut names = Vec::new();
    for point in listed.iter().flat_map(|&(first, last, ())| first..=last) {
        let name = ucd.names.get(&point);
        let name = name.ok_or_else(|| format!("U+{point:04X} has no name"))?;
        names.push(name.split(' ').map(str::to_owned).collect::<Vec<_>>());
    }
    let words = words(&names);
    let number: HashMap<&str, usize> = words
        .iter()
        .enumerate()
        .map(|(at, word)| (word.as_str(), at))
        .collect();
    let mut records = Vec::new();
    for name in &names {
        let mut record = Vec::new();
        for word in name {
            match number.get(word.as_str()).copied().unwrap_or_default() {
                at if at < ONE_BYTE => record.push(at as u32),
                at => record.extend([
                    (ONE_BYTE + ((at - ONE_BYTE) >> 8)) as u32,
                    ((at - ONE_BYTE) & 0xFF) as u32,
                ]),
            }
        }
        records.push(record.len() as u32);
        records.extend(record);
    }
    let mut file = File::new(
        "name",
        ucd.version,
        &["UnicodeData.txt", "NameAliases.txt"],
        "The names of characters that cannot be seen.",
    );
    file.constant(
        "ONE_BYTE",
        "Word numbers below this are one byte in `RECORDS`; from here on two, the high one first.",
        "u8",
        &ONE_BYTE.to_string(),
    );
    file.words("WORDS", "The words, the most used first.", &words);
    file.array(
        "RECORDS",
        "For each name its length in bytes, then its words by number.",
        1,
        &Array::new(records),
    );
    let ranges: Vec<(u32, u32)> = listed.iter().map(|&(a, b, ())| (a, b)).collect();
    file.ranges("NAMED", "First and last code point with a record.", &ranges);
    Ok(file)
}

/// All words, by falling use, then by alphabet.
fn words(names: &[Vec<String>]) -> Vec<String> {
    let mut uses: HashMap<&String, usize> = HashMap::new();
    for word in names.iter().flatten() {
        *uses.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&String, usize)> = uses.into_iter().collect();
    words.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    words.into_iter().map(|(word, _)| word.clone()).collect()
}

/// The names of variation selectors are not stored: they must be what the library makes up.
fn check_selectors(ucd: &Ucd) -> Result<()> {
    for number in 1..=256 {
        let point = if number <= 16 {
            0xFE00 + number - 1
        } else {
            0xE_0100 + number - 17
        };
        let name = ucd.names.get(&point).map_or("", |name| name);
        if name != format!("VARIATION SELECTOR-{number}") {
            return Err(format!("U+{point:04X} is named `{name}`"));
        }
    }
    Ok(())
}
