//! Clean text is looked at, never copied.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use tamis::{Policy, Sanitizer};

struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call is handed to the system's allocator unchanged; counting touches nothing but a thread's own cell.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's promise is passed on
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is passed on
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(run: impl FnOnce()) -> usize {
    let before = COUNT.with(Cell::get);
    run();
    COUNT.with(Cell::get) - before
}

#[test]
fn clean_text_in_any_script_allocates_nothing() {
    let texts = [
        "The train to Lyon leaves at nine.\nIt was late again.",
        "Съешь ещё этих мягких французских булок",
        "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", // ZERO WIDTH NON-JOINER in Persian
        "\u{915}\u{94D}\u{200D}\u{937}", // ZERO WIDTH JOINER behind a virama
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{2764}\u{FE0F}", // joiners and a selector in emoji
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", // the flag of England
        "\u{5D0}\u{2066}boat\u{2069}",                                  // an isolate in Hebrew
        "\u{1797}\u{17B6}\u{200B}\u{1781}\u{17D2}",                     // ZERO WIDTH SPACE in Khmer
        "\u{AB}\u{A0}Oui\u{202F}!\u{A0}\u{BB} a\u{2009}b\u{2009}d e\u{A0}\u{A0}f", // odd spaces
        "\u{1ECD}\u{300}r\u{1ECD}\u{300} o\u{30D}h x\u{302}",           // marks that do not compose
        "\u{4F60}\u{597D}\u{FF0C}\u{4E16}\u{754C}\u{1D11E}",
    ];
    let sanitizer = Sanitizer::new(Policy::document());
    for text in texts {
        // a line that comes again is read as an order that a page prints twice, which takes room
        let numbered = |number| format!("{text}\n").replace('\n', &format!(" {number}\n"));
        let long: String = (0..100).map(numbered).collect();
        let count = allocations(|| assert!(!sanitizer.sanitize(&long).changed()));
        assert_eq!(count, 0, "{text:?}");
    }
}

#[test]
fn a_sanitizer_and_a_policy_allocate_nothing() {
    let count = allocations(|| {
        let policy = Policy::chat().with_action(tamis::Rule::Joiner, tamis::Action::Escaped);
        assert_eq!(Sanitizer::new(policy).policy().id(), "chat");
    });
    assert_eq!(count, 0);
}

#[test]
fn the_counter_counts() {
    assert!(allocations(|| drop(std::hint::black_box(vec![1_u8, 2, 3]))) > 0);
    assert!(allocations(|| assert!(tamis::sanitize("a\u{200B}").changed())) > 0); // ZERO WIDTH SPACE
}
