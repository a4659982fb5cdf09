//! Every code point, against what others say of it.

use super::*;

#[test]
fn classes_are_numbered_as_the_tables_were() {
    for (at, name) in tables::profile::CLASS_NAMES.iter().enumerate() {
        assert_eq!(alloc::format!("{:?}", class::CLASSES[at]), *name);
        assert_eq!(class::CLASSES[at] as usize, at);
    }
}
