//! The corpus is embedded into a test: builds it anew when a file of the corpus comes, goes or changes.
fn main() {
    println!("cargo:rerun-if-changed=../tests/corpus");
}
