//! What is done, counted where the tests ask for it: looks into tables, bytes searched and written.

/// Counts so many steps. Nothing outside the library's own tests.
#[cfg(not(test))]
#[inline]
pub(crate) const fn count(_: usize) {}

#[cfg(test)]
pub(crate) use counter::{count, counted};

#[cfg(test)]
mod counter {
    extern crate std;

    use core::cell::Cell;

    std::thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(crate) fn count(steps: usize) {
        STEPS.set(STEPS.get() + steps);
    }

    /// How many steps a piece of work takes on this thread.
    pub(crate) fn counted(work: impl FnOnce()) -> usize {
        let before = STEPS.get();
        work();
        STEPS.get() - before
    }
}
