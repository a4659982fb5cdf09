//! tamis beside its peers on the same lines: what real text loses, what spoofed and hidden text gets back, and how long
//! it takes. Prints the table of `README.md`.
//!
//! The lines are those of the library's own tests, which record them.

mod peer;
mod trial;

use std::{collections::BTreeSet, error::Error, hint::black_box};

use cpu_time::ThreadTime;
use peer::{PEERS, Peer};
use trial::{GROUPS, Trial};
use unicode_normalization::UnicodeNormalization as _;

fn main() -> Result<(), Box<dyn Error>> {
    let trials = trial::record()?;
    let real: BTreeSet<&str> = trials
        .iter()
        .filter(|trial| trial.lang != "own-words")
        .map(|trial| &*trial.clean)
        .collect();
    println!("{} real lines, {} trials\n", real.len(), trials.len());

    print!("| | real lines damaged |");
    GROUPS.iter().for_each(|group| print!(" {} |", group.name));
    println!(" time, real | time, trials |");
    println!("|---|---:|{}---:|---:|", "---:|".repeat(GROUPS.len()));
    let (mut real_time, mut trial_time) = (None, None);
    for peer in &PEERS {
        print!("| {} | {} |", peer.name, damage(peer, &real));
        for group in GROUPS {
            let of_group = trials.iter().filter(|trial| (group.has)(&trial.class));
            print!(" {} |", recovery(peer, of_group));
        }
        let seconds = time(peer, real.iter().copied());
        print!(" {:.2} |", seconds / *real_time.get_or_insert(seconds));
        let seconds = time(peer, trials.iter().map(|trial| &*trial.dirty));
        println!(" {:.2} |", seconds / *trial_time.get_or_insert(seconds));
    }
    println!();
    PEERS
        .iter()
        .for_each(|peer| println!("- `{}`: {}", peer.name, peer.about));
    Ok(())
}

/// The share of lines that come out otherwise than in NFC; behind it the same, case and accents aside.
fn damage(peer: &Peer, lines: &BTreeSet<&str>) -> String {
    let mut count = [0; 2];
    for line in lines {
        let clean = (peer.clean)(line);
        count[0] += usize::from(!is_same(&clean, line));
        count[1] += usize::from(!is_alike(&clean, line));
    }
    shares(count, lines.len())
}

/// The share of trials that come out as the line was; behind it the same, case and accents aside.
fn recovery<'a>(peer: &Peer, trials: impl Iterator<Item = &'a Trial>) -> String {
    let (mut count, mut all) = ([0; 2], 0);
    for trial in trials {
        let clean = (peer.clean)(&trial.dirty);
        all += 1;
        count[0] += usize::from(is_same(&clean, &trial.clean));
        count[1] += usize::from(is_alike(&clean, &trial.clean));
    }
    shares(count, all)
}

fn shares([exact, folded]: [usize; 2], all: usize) -> String {
    let percent = |count: usize| 100.0 * count as f64 / all.max(1) as f64;
    format!("{:.1} % ({:.1})", percent(exact), percent(folded))
}

fn is_same(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// The same but for case, and for the accents of the line: how a peer that folds them by design is compared.
fn is_alike(clean: &str, line: &str) -> bool {
    let lower = |text: &str| text.nfc().flat_map(char::to_lowercase).collect::<String>();
    let plain = || {
        line.nfd()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
            .collect::<String>()
    };
    lower(clean) == lower(line) || lower(clean) == lower(&plain())
}

/// The processor time of one pass over the lines: the better of two.
fn time<'a>(peer: &Peer, lines: impl Iterator<Item = &'a str> + Clone) -> f64 {
    let pass = || {
        let start = ThreadTime::now();
        lines.clone().for_each(|line| {
            black_box((peer.clean)(black_box(line)));
        });
        start.elapsed().as_secs_f64()
    };
    pass().min(pass())
}
