//! Prints the table of ratios from criterion's last run: `cargo run --release --bin table`.

use std::{env, io, path::PathBuf, process::ExitCode};

use tamis_benches::{
    contenders,
    record::{self, Record},
    texts::{self, SIZES},
};

fn main() -> ExitCode {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    match record::read(&target.join("criterion")) {
        Ok(records) => {
            compare(&records);
            linear(&records);
            ExitCode::SUCCESS
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            eprintln!("no run to read: run `cargo bench` in benches/ first ({error})");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("criterion's records could not be read: {error}");
            ExitCode::FAILURE
        }
    }
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
                    None => print!(" |"),
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
