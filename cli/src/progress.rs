//! The progress bar: on a terminal, and only for work that takes a while.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far the work is. Silent where stderr is no terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    start: Instant,
}

impl Progress {
    pub(crate) fn files(count: usize) -> Self {
        Self::new(
            u64::try_from(count).ok(),
            "{wide_bar} {pos}/{len} files, {eta} left",
        )
    }

    /// Over bytes; without a length it only counts them.
    pub(crate) fn bytes(len: Option<u64>) -> Self {
        match len {
            Some(_) => Self::new(
                len,
                "{wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left",
            ),
            None => Self::new(None, "{spinner} {bytes}, {bytes_per_sec}"),
        }
    }

    fn new(len: Option<u64>, template: &str) -> Self {
        let bar = ProgressBar::with_draw_target(len, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self {
            bar,
            start: Instant::now(),
        }
    }

    pub(crate) fn advance(&self, by: u64) {
        self.bar.inc(by);
        if self.bar.is_hidden() && self.start.elapsed() > PATIENCE {
            // stays hidden unless stderr is a terminal
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Takes the bar away while `write` writes to what may be the same terminal.
    pub(crate) fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
