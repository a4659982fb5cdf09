//! What normalization asks: decompositions, combining classes, compositions.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    pack::{Array, Trie},
    parse::{Result, Ucd},
    write::File,
};

/// In `LENGTHS`: the decomposition is for the compatibility forms only.
const COMPATIBLE: u32 = 0x40;

/// In `LENGTHS`: the decomposition is canonical, and for the compatibility forms its characters decompose further.
const FURTHER: u32 = 0x80;

/// Code points in a row of `BLOCKS`, as a power of two: the bits of its mask.
const BLOCK_BITS: u32 = 6;

/// Hangul syllables, which decompose by arithmetic.
const HANGUL: std::ops::Range<u32> = 0xAC00..0xD7A4;

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let mut file = File::new(
        "normalization",
        ucd.version,
        &[
            "UnicodeData.txt",
            "DerivedNormalizationProps.txt",
            "extracted/DerivedCombiningClass.txt",
        ],
        "Decompositions, combining classes and compositions. Hangul syllables are left to arithmetic.",
    );
    let mappings = mappings(ucd)?;
    decompositions(&mut file, &mappings)?;
    let pairs = pairs(&mappings, &ucd.composition_exclusions()?)?;
    let seconds = compositions(&mut file, &pairs);
    marks(&mut file, ucd, &seconds)?;
    Ok(file)
}

/// Each code point with whether its mapping is canonical, and the mapping, not yet followed further.
pub(crate) type Mappings = BTreeMap<u32, (bool, Vec<u32>)>;

pub(crate) fn mappings(ucd: &Ucd) -> Result<Mappings> {
    let all = ucd.decompositions()?.into_iter();
    Ok(all
        .map(|(point, (tag, into))| (point, (tag.is_empty(), into)))
        .collect())
}

/// The mapping followed to its end.
pub(crate) fn full(mappings: &Mappings, point: u32, compatible: bool) -> Vec<u32> {
    match mappings.get(&point) {
        Some((canonical, into)) if *canonical || compatible => into
            .iter()
            .flat_map(|&part| full(mappings, part, compatible))
            .collect(),
        _ => vec![point],
    }
}

fn decompositions(file: &mut File, mappings: &Mappings) -> Result<()> {
    let mut lengths = Vec::new();
    let mut units: Vec<u32> = Vec::new();
    let mut masks: BTreeMap<u32, (u64, u32, u32)> = BTreeMap::new();
    for (&point, (canonical, _)) in mappings {
        if HANGUL.contains(&point) {
            return Err(format!("U+{point:04X}: a Hangul syllable has a mapping"));
        }
        let block = masks.entry(point >> BLOCK_BITS).or_insert((
            0,
            lengths.len() as u32,
            units.len() as u32,
        ));
        block.0 |= 1 << (point & ((1 << BLOCK_BITS) - 1));
        let text = full(mappings, point, !canonical);
        let flag = match canonical {
            false => COMPATIBLE,
            true if full(mappings, point, true) != text => {
                // one step further must be all the way
                let step = text.iter().flat_map(|&part| match mappings.get(&part) {
                    Some((false, _)) => full(mappings, part, true),
                    _ => vec![part],
                });
                if !step.eq(full(mappings, point, true)) {
                    return Err(format!("U+{point:04X} decomposes in more than two steps"));
                }
                FURTHER
            }
            true => 0,
        };
        let text: String = text.into_iter().filter_map(char::from_u32).collect();
        let before = units.len();
        units.extend(text.encode_utf16().map(u32::from));
        match (units.len() - before) as u32 {
            length @ 1..COMPATIBLE => lengths.push(flag | length),
            length => return Err(format!("U+{point:04X} decomposes into {length} units")),
        }
    }
    // block nought is for code points that nothing is known of
    let mut blocks = vec![0; 4];
    for (mask, rank, start) in masks.values() {
        blocks.extend([*mask as u32, (mask >> 32) as u32, *rank, *start]);
    }
    let last = masks.keys().last().copied().unwrap_or_default();
    // to the end of the largest block that is tried: what `share` fills up would repeat the last row
    let numbers: Vec<u32> = (0..=last | 0x7F)
        .map(|block| {
            let at = masks.keys().position(|&known| known == block);
            at.map_or(0, |at| at as u32 + 1)
        })
        .collect();
    let (index_bits, upper, index) = (2..=7)
        .map(|bits| {
            let (upper, index) = crate::pack::share(&numbers, 1 << bits);
            (bits, Array::new(upper), Array::new(index))
        })
        .min_by_key(|(_, upper, index)| upper.bytes() + index.bytes())
        .ok_or("nothing to pack")?;
    let column = |at: usize| Array::new(blocks.iter().copied().skip(at).step_by(4).collect());
    file.constant(
        "INDEX_BITS",
        "How many bits of a block's number pick the entry within a block of `INDEX`.",
        "u32",
        &index_bits.to_string(),
    );
    file.array("INDEX_UPPER", "Block numbers in `INDEX`.", 1, &upper);
    file.array(
        "INDEX",
        "For each 64 code points their row in `MASKS`, `RANKS` and `STARTS`.",
        1,
        &index,
    );
    let masks = blocks.chunks(4).flat_map(|row| row.iter().take(2).copied());
    file.array(
        "MASKS",
        "Which of the 64 decompose: the lower and the upper half of a mask.",
        2,
        &Array {
            values: masks.collect(),
            width: 4,
        },
    );
    file.array(
        "RANKS",
        "How many decompose before these 64.",
        1,
        &column(2),
    );
    file.array(
        "STARTS",
        "Where the text of these 64 begins.",
        1,
        &column(3),
    );
    file.array(
        "LENGTHS",
        "For each that decomposes: 0x80 if its parts decompose further in compatibility forms, 0x40 if it \
         decomposes in these only; its length in UTF-16.",
        1,
        &Array::new(lengths),
    );
    halves(file, "TEXT", "all decompositions in UTF-16", &units);
    Ok(())
}

/// 16-bit numbers as two arrays of bytes, which gzip packs better than one of both.
pub(crate) fn halves(file: &mut File, name: &str, about: &str, values: &[u32]) {
    for (half, which, shift) in [("HIGH", "upper", 8), ("LOW", "lower", 0)] {
        let bytes = values.iter().map(|value| value >> shift & 0xFF).collect();
        file.array(
            &format!("{name}_{half}"),
            &format!("The {which} bytes of {about}."),
            1,
            &Array::new(bytes),
        );
    }
}

/// Other ways to hold the texts of the decompositions: what `--measure` compares.
pub(crate) fn texts(ucd: &Ucd) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let mappings = mappings(ucd)?;
    let texts: Vec<String> = mappings
        .iter()
        .map(|(&point, (canonical, _))| full(&mappings, point, !canonical))
        .map(|text| text.into_iter().filter_map(char::from_u32).collect())
        .collect();
    let units: Vec<u16> = texts.iter().flat_map(|text| text.encode_utf16()).collect();
    let [high, low] = [8, 0].map(|shift| units.iter().map(move |unit| (unit >> shift) as u8));
    // each text once, and those that stand in another not at all: then each needs its place
    let mut sorted: Vec<&String> = texts.iter().collect();
    sorted.sort_by_key(|text| (std::cmp::Reverse(text.len()), *text));
    let mut shared = String::new();
    for text in sorted {
        if !shared.contains(text.as_str()) {
            shared.push_str(text);
        }
    }
    let places = texts.iter().filter_map(|text| shared.find(text.as_str()));
    let places: Vec<u8> = places.flat_map(|at| (at as u16).to_le_bytes()).collect();
    Ok(vec![
        ("UTF-16 in halves", high.chain(low).collect()),
        (
            "UTF-16",
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        ),
        ("UTF-8", texts.concat().into_bytes()),
        (
            "UTF-8, each text once, and its place",
            [shared.into_bytes(), places].concat(),
        ),
    ])
}

/// The pairs that compose, the second first, with what they give.
fn pairs(mappings: &Mappings, excluded: &BTreeSet<u32>) -> Result<Vec<[u32; 3]>> {
    let mut pairs = Vec::new();
    for (&point, (canonical, into)) in mappings {
        if *canonical && !excluded.contains(&point) {
            let [first, second] = into[..] else {
                return Err(format!("U+{point:04X} is no composition of two"));
            };
            pairs.push([second, first, point]);
        }
    }
    pairs.sort_unstable();
    Ok(pairs)
}

/// Writes the pairs; gives the number of each second.
fn compositions(file: &mut File, pairs: &[[u32; 3]]) -> BTreeMap<u32, u32> {
    let (narrow, wide): (Vec<&[u32; 3]>, Vec<_>) = pairs
        .iter()
        .partition(|pair| pair.iter().all(|&point| point < 0x1_0000));
    let mut numbers = BTreeMap::new();
    let (mut starts, mut firsts, mut composites) = (Vec::new(), Vec::new(), Vec::new());
    for &&[second, first, composite] in &narrow {
        numbers.entry(second).or_insert_with(|| {
            starts.push(firsts.len() as u32);
            starts.len() as u32
        });
        firsts.push(first);
        composites.push(composite);
    }
    starts.push(firsts.len() as u32);
    let other = starts.len() as u32;
    for &&[second, ..] in &wide {
        numbers.entry(second).or_insert(other);
    }
    file.array(
        "SECONDS",
        "Where in `FIRSTS` and `COMPOSITES` each second but those of `WIDE` begins; the last entry ends them.",
        1,
        &Array::new(starts),
    );
    file.array(
        "FIRSTS",
        "The firsts of each second, sorted.",
        1,
        &Array::new(firsts),
    );
    halves(
        file,
        "COMPOSITES",
        "what each first and its second compose to",
        &composites,
    );
    let wide = wide.into_iter().flatten().copied().collect();
    file.array(
        "WIDE",
        "Second, first and composite, sorted, where one of them is past the Basic Multilingual Plane.",
        3,
        &Array::new(wide),
    );
    numbers
}

fn marks(file: &mut File, ucd: &Ucd, seconds: &BTreeMap<u32, u32>) -> Result<()> {
    let mark = |point: u32| -> Result<u32> {
        let class = match ucd.combining_class.get(point) {
            "Not_Reordered" => 0, // as the file calls the class of what it doesn't list
            number => number
                .parse::<u32>()
                .map_err(|_| format!("U+{point:04X}: combining class `{number}` is no number"))?,
        };
        Ok(class | seconds.get(&point).copied().unwrap_or_default() << 8)
    };
    let all: Vec<u32> = (0..crate::parse::POINTS).map(mark).collect::<Result<_>>()?;
    let end = all.iter().rposition(|&mark| mark != 0).unwrap_or_default() + 1;
    let known: Vec<u32> = all
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if known.len() > 256 {
        return Err(format!("{} kinds of marks do not fit a byte", known.len()));
    }
    let number = |mark| known.binary_search(mark).ok().map(|at| at as u16);
    let values: Vec<Option<u16>> = all.iter().take(end).map(number).collect();
    file.constant(
        "MARKS_END",
        "No code point from here on is a mark.",
        "u32",
        &format!("0x{end:X}"),
    );
    file.array(
        "MARKS",
        "The kinds of marks: combining class, and from bit 8 on the number of a second, from 1 on.",
        1,
        &Array::new(known),
    );
    file.trie(&Trie::smallest(&values)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Mappings, full, pairs};

    fn mappings() -> Mappings {
        [
            (0xC7, (true, vec![0x43, 0x327])),
            (0x1E08, (true, vec![0xC7, 0x301])),
            (0x212B, (true, vec![0xC5])),
            (0xFB01, (false, vec![0x66, 0x69])),
        ]
        .into()
    }

    #[test]
    fn mappings_are_followed_to_their_end() {
        let all = mappings();
        assert_eq!(full(&all, 0x1E08, false), [0x43, 0x327, 0x301]);
        assert_eq!(full(&all, 0xFB01, false), [0xFB01]);
        assert_eq!(full(&all, 0xFB01, true), [0x66, 0x69]);
    }

    #[test]
    fn pairs_are_of_what_is_not_excluded() {
        let pairs = |excluded: &[u32]| {
            pairs(
                &mappings(),
                &excluded.iter().copied().collect::<BTreeSet<_>>(),
            )
        };
        let expected = vec![[0x301, 0xC7, 0x1E08], [0x327, 0x43, 0xC7]];
        assert_eq!(pairs(&[0x212B]), Ok(expected));
        let error = pairs(&[]).unwrap_err();
        assert!(error.contains("U+212B"), "{error}");
    }
}
