//! The Canonical Ordering Algorithm (The Unicode Standard, 3.11).

use alloc::vec;

use super::buffer::Item;

/// Marks in a row that are put in order one by one; more are counted.
const FEW: usize = 16;

/// Sorts each run of marks by combining class; equal classes keep their order. Linear.
pub(super) fn order(items: &mut [Item]) {
    let runs = items.chunk_by_mut(|a, b| a.class() != 0 && b.class() != 0);
    for run in runs.filter(|run| !run.is_sorted_by_key(|item| item.class())) {
        if run.len() <= FEW {
            insert(run);
        } else {
            count(run);
        }
    }
}

/// Insertion sort, quadratic in a bounded length.
fn insert(run: &mut [Item]) {
    for end in 1..run.len() {
        let (sorted, rest) = run.split_at(end); // `end` is below the length
        let Some(class) = rest.first().map(|item| item.class()) else {
            return;
        };
        let at = sorted.partition_point(|item| item.class() <= class);
        if let Some(moved) = run.get_mut(at..=end) {
            moved.rotate_right(1); // it has one at least, the one at `end`
        }
    }
}

/// Counting sort: as many places as there are classes, so a long run of marks costs no more than a short one for each.
fn count(run: &mut [Item]) {
    let mut places = [0_usize; 256];
    for item in run.iter() {
        if let Some(count) = places.get_mut(usize::from(item.class())) {
            *count += 1;
        }
    }
    let mut next = 0;
    for place in &mut places {
        let count = core::mem::replace(place, next);
        next += count;
    }
    let mut sorted = vec![Item::NONE; run.len()];
    for &item in run.iter() {
        if let Some(place) = places.get_mut(usize::from(item.class())) {
            if let Some(to) = sorted.get_mut(*place) {
                *to = item;
            }
            *place += 1;
        }
    }
    // as long as each other, so that this can't panic
    run.copy_from_slice(&sorted);
}
