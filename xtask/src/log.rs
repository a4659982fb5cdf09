//! What was done, how it went, and how long it took.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How a step went.
pub(crate) enum Outcome {
    Passed,
    /// Not done, and why.
    Skipped(String),
    /// Done, and what went wrong.
    Failed(String),
}

/// The steps so far. A step that fails does not stop those after it.
pub(crate) struct Log {
    only: Option<String>,
    steps: Vec<(&'static str, Outcome, Duration)>,
}

impl Log {
    /// With `only`, every step of another name is left out.
    pub(crate) fn new(only: Option<String>) -> Self {
        Self {
            only,
            steps: Vec::new(),
        }
    }

    /// Runs a step.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Outcome>) {
        if self.only.as_ref().is_some_and(|only| only != name) {
            return;
        }
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = work().unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        let took = start.elapsed();
        match &outcome {
            Outcome::Passed => println!("--- {name}: passed in {:.1} s", took.as_secs_f32()),
            Outcome::Skipped(why) => println!("--- {name}: skipped: {why}"),
            Outcome::Failed(why) => println!("--- {name}: FAILED: {why}"),
        }
        self.steps.push((name, outcome, took));
    }

    /// Prints the table of all steps. Whether none failed.
    pub(crate) fn finish(self) -> Result<bool> {
        if self.steps.is_empty() {
            bail!("no step is called '{}'", self.only.unwrap_or_default());
        }
        println!();
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        for (name, outcome, took) in &self.steps {
            let (word, why) = match outcome {
                Outcome::Passed => (count(&mut passed, "passed"), ""),
                Outcome::Skipped(why) => (count(&mut skipped, "skipped"), why.as_str()),
                Outcome::Failed(why) => (count(&mut failed, "FAILED"), why.as_str()),
            };
            let line = format!("{name:<20} {word:<8} {:>7.1} s  {why}", took.as_secs_f32());
            println!("{}", line.trim_end());
        }
        println!("{passed} passed, {failed} failed, {skipped} skipped");
        Ok(failed == 0)
    }
}

fn count(counter: &mut usize, word: &'static str) -> &'static str {
    *counter += 1;
    word
}
