//! What other layouts would take: the figures in `src/unicode/format.md`.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};

use crate::{
    class, confusable, normalization,
    pack::{LEAF_BITS, MIDDLE_BITS, Trie},
    parse::{Result, Ucd},
    profile, script,
    write::File,
};

/// Prints the sizes of the tables as they are, and of the tries as they could be.
pub(crate) fn print(ucd: &Ucd, files: &[File]) -> Result<()> {
    println!("| table | bytes | gzipped |\n|---|---:|---:|");
    let mut all = Vec::new();
    for file in files.iter().filter(|file| !file.memory().is_empty()) {
        row(&format!("`{}`", file.name()), file.memory())?;
        all.extend_from_slice(file.memory());
    }
    row("all", &all)?;
    let (all, letters) = confusable::unmapped(ucd)?;
    println!("\nconfusables.txt: {all} characters, {letters} of them taken for one ASCII letter");

    let classes = class::classify(ucd)?;
    let class = |point: u32| classes.get(point as usize).copied().unwrap_or_default();
    let (_, profiles) = profile::values(ucd, &class)?;
    let scripts = script::values(ucd, &class)?;
    println!("\n| trie | stages | block bits | bytes | gzipped |\n|---|---:|---:|---:|---:|");
    tries("profile", &profiles)?;
    tries("script", &scripts)?;
    // the pairs that occur, numbered
    let pairs: Vec<_> = profiles.iter().zip(&scripts).collect();
    let mut known = pairs.clone();
    known.sort_unstable();
    known.dedup();
    let number = |pair| known.binary_search(pair).ok().map(|at| at as u16);
    tries("both in one", &pairs.iter().map(number).collect::<Vec<_>>())?;
    println!("\n| texts of decompositions | bytes | gzipped |\n|---|---:|---:|");
    let texts = normalization::texts(ucd)?;
    texts
        .iter()
        .try_for_each(|(name, memory)| row(name, memory))
}

fn tries(name: &str, values: &[Option<u16>]) -> Result<()> {
    let two = LEAF_BITS.map(|bits| (Trie::two_stage_bytes(values, bits), bits));
    if let Some((bytes, bits)) = two.min() {
        println!("| {name} | 2 | {bits} | {bytes} | |");
    }
    let mut three: Vec<Trie> = LEAF_BITS
        .flat_map(|leaf| MIDDLE_BITS.map(move |middle| Trie::new(values, leaf, middle)))
        .collect();
    three.sort_by_key(Trie::bytes);
    for trie in three.iter().take(3) {
        let arrays = [&trie.upper, &trie.middle, &trie.leaves];
        let memory: Vec<u8> = arrays.iter().flat_map(|array| array.memory()).collect();
        let (middle, leaf) = (trie.middle_bits, trie.leaf_bits);
        let (bytes, gzipped) = (memory.len(), gzipped(&memory)?);
        println!("| {name} | 3 | {middle}, {leaf} | {bytes} | {gzipped} |");
    }
    Ok(())
}

fn row(name: &str, memory: &[u8]) -> Result<()> {
    println!("| {name} | {} | {} |", memory.len(), gzipped(memory)?);
    Ok(())
}

fn gzipped(memory: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(memory).and_then(|()| encoder.finish());
    written.map(|bytes| bytes.len()).map_err(|e| e.to_string())
}
