//! The single integration binary.
<<<<<<< HEAD

mod allocation;
mod corpus;
mod floors;
mod harness;
mod house;
mod laws;
mod real_text;
=======
mod tables;

#[test]
fn front_door() {
    assert_eq!(tamis::sanitize("a\u{200B}b").clean(), "ab");
}
>>>>>>> unicode
