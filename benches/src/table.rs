//! The table of ratios, from what criterion left of a run.

use std::{env, io, path::PathBuf};

use crate::{
    contenders,
    record::{self, Record},
    texts::{self, SIZES},
};

/// Prints the ratios of the last run.
///
/// # Errors
/// If criterion left no records, or such as cannot be read.
pub fn print() -> io::Result<()> {
    let records = record::read(&folder())?;
    compare(&records);
    linear(&records);
    Ok(())
}

/// Where criterion writes: cargo tells a benchmark its folder, and the target folder is inside of it by default.
fn folder() -> PathBuf {
    let own =
        || env::var_os("CARGO_MANIFEST_DIR").map(|folder| PathBuf::from(folder).join("target"));
    let target = env::var_os("CARGO_TARGET_DIR")
        .map(PathBuf::from)
        .or_else(own);
    let home = env::var_os("CRITERION_HOME").map(PathBuf::from);
    home.unwrap_or_else(|| target.unwrap_or_else(|| "target".into()).join("criterion"))
}

/// How many times as long as tamis each contender took on each text.
fn compare(records: &[Record]) {
    let peers = contenders::ALL.iter().skip(1);
    print!("| text | tamis |");
    peers.clone().for_each(|peer| print!(" {} |", peer.id));
    println!();
    println!("|---|---:|{}", "---:|".repeat(peers.len()));
    for text in texts::all() {
        for (size, _) in SIZES {
            let group = format!("{}-{size}", text.id);
            let Some(tamis) = find(records, &group, "tamis") else {
                continue;
            };
            print!("| {group} | {} |", speed(tamis));
            for peer in peers.clone() {
                match find(records, &group, peer.id) {
                    Some(peer) => print!(" {:.2} |", peer.nanoseconds / tamis.nanoseconds),
                    None => print!(" not run |"),
                }
            }
            println!();
        }
    }
    println!();
    for contender in contenders::ALL {
        println!("- `{}`: {}", contender.id, contender.about);
    }
}

/// How much longer 8n bytes took than n.
fn linear(records: &[Record]) {
    println!("\n| text | n bytes | 8n took | bytes were |\n|---|---:|---:|---:|");
    for text in texts::all() {
        let group = format!("linear/{}", text.id);
        let mut sizes: Vec<_> = records
            .iter()
            .filter(|record| record.group == group)
            .collect();
        sizes.sort_by(|a, b| a.bytes.total_cmp(&b.bytes));
        if let [small, .., large] = sizes.as_slice() {
            println!(
                "| {} | {} | {:.2} times | {:.2} times |",
                text.id,
                small.bytes,
                large.nanoseconds / small.nanoseconds,
                large.bytes / small.bytes
            );
        }
    }
}

fn find<'a>(records: &'a [Record], group: &str, id: &str) -> Option<&'a Record> {
    records
        .iter()
        .find(|record| record.group == group && record.id == id)
}

fn speed(record: &Record) -> String {
    // bytes per nanosecond are gigabytes per second
    let gigabytes = record.bytes / record.nanoseconds;
    if gigabytes >= 1.0 {
        format!("{gigabytes:.1} GB/s")
    } else {
        format!("{:.0} MB/s", gigabytes * 1000.0)
    }
}
