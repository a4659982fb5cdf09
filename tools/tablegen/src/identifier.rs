//! What UTS #39 asks about identifiers: the characters that they may have, and the decimal digits.

use crate::{
    pack::{Array, ranges},
    parse::{Result, Ucd},
    write::File,
};

/// How many ranges lie between two places to begin at.
const RANGES: usize = 32;

pub(crate) fn file(ucd: &Ucd) -> Result<File> {
    let mut file = File::new(
        "identifier",
        ucd.version,
        &[
            "IdentifierStatus.txt",
            "UnicodeData.txt",
            "extracted/DerivedGeneralCategory.txt",
        ],
        "Identifier_Status and decimal digits (UTS #39).",
    );
    let allowed = ucd.allowed()?;
    if allowed.len() < 30_000 {
        return Err("IdentifierStatus.txt: has its layout changed?".to_owned());
    }
    let (mut starts, mut edges) = (Vec::new(), Vec::new());
    let mut before = 0;
    for (nth, (first, last)) in ranges(|p| allowed.contains(&p)).into_iter().enumerate() {
        if nth % RANGES == 0 {
            starts.extend([before, edges.len() as u32]);
        }
        varint(first - before, &mut edges);
        varint(last + 1 - first, &mut edges);
        before = last + 1;
    }
    let about = "Where to begin: the end of a range, and where the next one stands in `EDGES`.";
    let starts = Array {
        values: starts,
        width: 4,
    };
    file.array("STARTS", about, 2, &starts);
    let about = "Identifier_Status Allowed: how far each range is behind the one before it, then how long it is. Seven bits a \
         byte, the lowest first; all but the last have 0x80.";
    file.array("EDGES", about, 1, &Array::new(edges));
    let digits = ranges(|p| ucd.category.get(p) == "Nd");
    let values = ucd.decimals()?;
    for &(first, last) in &digits {
        // what the look-up relies on
        let in_step = |point| values.get(&point) == Some(&((point - first) % 10));
        if !(first..=last).all(in_step) || (last + 1 - first) % 10 != 0 {
            return Err(format!(
                "U+{first:04X}: decimal digits not in tens from nought"
            ));
        }
    }
    let about = "Decimal digits, in tens from nought to nine.";
    file.ranges("DIGITS", about, &digits);
    Ok(file)
}

fn varint(mut value: u32, into: &mut Vec<u32>) {
    while value >= 0x80 {
        into.push(value & 0x7F | 0x80);
        value >>= 7;
    }
    into.push(value);
}
