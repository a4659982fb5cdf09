//! The single integration binary.
#[test]
fn front_door() {
    assert_eq!(tamis::sanitize("a\u{200B}b").clean(), "ab");
}
