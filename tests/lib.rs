//! The single integration binary.

mod corpus;
mod harness;

#[test]
fn front_door() {
    assert_eq!(tamis::sanitize("a\u{200B}b").clean(), "ab");
}
