//! NormalizationTest.txt, which belongs to UAX #15. Where it is not beside the project, this is skipped and says so.

extern crate std;

use alloc::{string::String, vec::Vec};
use std::{fs, path::Path, println};

use super::{Form, Normalizer};

const FILE: &str = "../shared/unicode/18.0.0/ucd/NormalizationTest.txt";

#[test]
fn every_line() {
    if !Path::new(FILE).is_file() {
        println!("skipped: no {FILE}");
        return;
    }
    let mut normalizers = [Form::NFC, Form::NFD, Form::NFKC, Form::NFKD].map(Normalizer::new);
    let mut lines = 0;
    for line in fs::read_to_string(FILE).unwrap().lines() {
        let columns: Vec<String> = line.split(';').take(5).filter_map(text).collect();
        let [source, nfc, nfd, nfkc, nfkd] = columns.as_slice() else {
            assert!(line.starts_with(['#', '@']), "{line}");
            continue;
        };
        lines += 1;
        // which column each of the four forms makes of each of the five
        for (of, expected) in [
            (source, [nfc, nfd, nfkc, nfkd]),
            (nfc, [nfc, nfd, nfkc, nfkd]),
            (nfd, [nfc, nfd, nfkc, nfkd]),
            (nfkc, [nfkc, nfkd, nfkc, nfkd]),
            (nfkd, [nfkc, nfkd, nfkc, nfkd]),
        ] {
            for (normalizer, expected) in normalizers.iter_mut().zip(expected) {
                match normalizer.change(of) {
                    Some(changed) => assert!(changed.eq(expected.chars()), "{line}"),
                    None => assert_eq!(of, expected, "{line}"),
                }
            }
        }
    }
    assert!(lines > 20_000, "{lines}");
    println!("{lines} lines");
}

fn text(field: &str) -> Option<String> {
    let points = field.split(' ').map(|hex| u32::from_str_radix(hex, 16));
    points.map(|point| char::from_u32(point.ok()?)).collect()
}
