//! Text with nothing to find costs no memory, in any script.

use allocation_counter::measure;
use tamis_benches::texts::{self, SIZES};

/// How often sanitizing `dirty` asks for memory.
fn allocations(dirty: &str) -> u64 {
    measure(|| drop(tamis::sanitize(dirty))).count_total
}

/// Texts in which some words have a shape that encoded text has too: they are decoded, and judged to be nothing.
const DECODED: &[&str] = &["clean/code", "clean/persian"];

#[test]
fn clean_text_in_any_script_allocates_nothing() {
    let mut wrong = Vec::new();
    let is_plain = |text: &texts::Text| text.is_clean() && !DECODED.contains(&text.id);
    for text in texts::all().into_iter().filter(is_plain) {
        for (size, bytes) in SIZES {
            let count = allocations(&text.repeated(bytes));
            if count != 0 {
                wrong.push(format!("{}-{size}: {count}", text.id));
            }
        }
    }
    assert!(wrong.is_empty(), "allocations on clean text: {wrong:?}");
}

#[test]
fn the_counter_counts() {
    let hostile = texts::all().into_iter().find(|text| !text.is_clean());
    assert!(allocations(&hostile.expect("there is a hostile text").text) > 0);
}
