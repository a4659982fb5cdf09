//! Hidden characters put into real sentences come out again, and nothing else does.
//!
//! The sentences are those of 112 languages beside the project, where they are there; else the words below.

use std::fs;

use proptest::{
    prelude::RngExt as _,
    test_runner::{RngAlgorithm, TestRng},
};
use unicode_normalization::UnicodeNormalization as _;

/// The share of sentences that must come out as they were, in percent, for each class.
const BAR: f64 = 99.5;

/// What is put in, and where it belongs to real text, so that nobody could tell it from that.
struct Class {
    name: &'static str,
    /// Ranges of code points to draw from.
    from: &'static [(char, char)],
    /// How many at one place: at least, at most.
    run: (usize, usize),
    /// What closes it at the end of the sentence, for controls that come in pairs.
    close: &'static str,
    /// Whether it belongs to this character, beside which it is then not put.
    belongs: fn(char) -> bool,
    /// Whether it belongs to sentences that have right-to-left letters, into which it is then not put.
    sets_direction: bool,
}

const fn class(name: &'static str, from: &'static [(char, char)], run: (usize, usize)) -> Class {
    Class {
        name,
        from,
        run,
        close: "",
        belongs: |_| false,
        sets_direction: false,
    }
}

const CLASSES: &[Class] = &[
    Class {
        belongs: is_not_european,
        ..class("zero-width space", &[('\u{200B}', '\u{200B}')], (1, 3))
    },
    class(
        "word joiner, no-break space",
        &[('\u{2060}', '\u{2060}'), ('\u{FEFF}', '\u{FEFF}')],
        (1, 3),
    ),
    Class {
        belongs: is_not_european,
        ..class("joiners", &[('\u{200C}', '\u{200D}')], (1, 3))
    },
    Class {
        sets_direction: true,
        ..class(
            "directional marks",
            &[('\u{200E}', '\u{200F}'), ('\u{61C}', '\u{61C}')],
            (1, 3),
        )
    },
    class("invisible operators", &[('\u{2061}', '\u{2064}')], (1, 3)),
    class(
        "invisible run",
        &[('\u{200B}', '\u{200F}'), ('\u{2060}', '\u{2064}')],
        (4, 40),
    ),
    class("soft hyphen", &[('\u{AD}', '\u{AD}')], (1, 3)),
    class("grapheme joiner", &[('\u{34F}', '\u{34F}')], (1, 3)),
    class(
        "fillers",
        &[
            ('\u{115F}', '\u{1160}'),
            ('\u{3164}', '\u{3164}'),
            ('\u{FFA0}', '\u{FFA0}'),
            ('\u{2800}', '\u{2800}'),
        ],
        (1, 3),
    ),
    class("Mongolian", &[('\u{180B}', '\u{180F}')], (1, 3)),
    class("tags", &[('\u{E0020}', '\u{E007E}')], (1, 60)),
    Class {
        belongs: is_ideograph,
        ..class(
            "variation selector",
            &[('\u{FE00}', '\u{FE0F}'), ('\u{E0100}', '\u{E01EF}')],
            (1, 1),
        )
    },
    class(
        "variation selectors",
        &[('\u{FE00}', '\u{FE0F}'), ('\u{E0100}', '\u{E01EF}')],
        (2, 60),
    ),
    Class {
        close: "\u{202C}",
        ..class("overrides", &[('\u{202D}', '\u{202E}')], (1, 2))
    },
    Class {
        close: "\u{202C}",
        ..class("embeddings", &[('\u{202A}', '\u{202B}')], (1, 2))
    },
    Class {
        close: "\u{2069}",
        sets_direction: true,
        ..class("isolates", &[('\u{2066}', '\u{2068}')], (1, 2))
    },
    class("deprecated format", &[('\u{206A}', '\u{206F}')], (1, 3)),
    class("annotation", &[('\u{FFF9}', '\u{FFFB}')], (1, 3)),
    class(
        "C0 controls",
        &[
            ('\u{0}', '\u{8}'),
            ('\u{E}', '\u{1A}'),
            ('\u{1C}', '\u{1F}'),
            ('\u{7F}', '\u{7F}'),
        ],
        (1, 3),
    ),
    class(
        "C1 controls",
        &[
            ('\u{80}', '\u{8F}'),
            ('\u{91}', '\u{97}'),
            ('\u{99}', '\u{9A}'),
        ],
        (1, 3),
    ),
    class(
        "noncharacters",
        &[('\u{FDD0}', '\u{FDEF}'), ('\u{FFFE}', '\u{FFFF}')],
        (1, 3),
    ),
    class(
        "reserved ignorables",
        &[('\u{2065}', '\u{2065}'), ('\u{E0080}', '\u{E00FF}')],
        (1, 3),
    ),
    Class {
        belongs: |c| !c.is_alphabetic(),
        ..class("stacked marks", &[('\u{300}', '\u{34E}')], (5, 12))
    },
];

/// Latin, Greek, Cyrillic, and what stands between them: no script there asks for joiners, breaks or marks.
fn is_not_european(c: char) -> bool {
    c > '\u{52F}' && !matches!(c, '\u{1E00}'..='\u{1FFF}' | '\u{2010}'..='\u{2027}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..) || !c.is_alphabetic()
}

/// Sentences of our own, for where no others are.
const OWN: &[&str] = &[
    "The quarterly report is due on Friday, please review it (and sign).",
    "Der Fuß läuft über die große Straße.",
    "Съешь ещё этих мягких французских булок, да выпей чаю.",
    "Η γρήγορη καφέ αλεπού πηδάει πάνω από τον σκύλο.",
    "fn main() { println!(\"{}\", a[0] + b / 2); }",
];

fn sentences() -> Vec<String> {
    let path = "../shared/eval/multilingual.jsonl";
    let Ok(lines) = fs::read_to_string(path) else {
        println!("skipped: no {path}; only the project's own sentences");
        return OWN.iter().map(|&text| text.into()).collect();
    };
    let text = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["text"].as_str().unwrap().nfc().collect::<String>()
    };
    lines
        .lines()
        .map(text)
        .chain(OWN.iter().map(|&text| text.into()))
        .collect()
}

#[test]
fn what_is_put_in_comes_out() {
    let sentences = sentences();
    // always the same sequence: a failure can be looked at again
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut missed = Vec::new();
    for class in CLASSES {
        let (mut back, mut all) = (0, 0);
        let mut example = None;
        for sentence in &sentences {
            let Some(dirty) = inject(class, sentence, &mut random) else {
                continue;
            };
            all += 1;
            let report = tamis::sanitize(&dirty);
            if **report.clean() == **sentence {
                back += 1;
            } else {
                example = Some(format!("{dirty:?} became {:?}", report.clean()));
            }
        }
        let share = 100.0 * f64::from(back) / f64::from(all.max(1));
        println!("{:28} {back:5} of {all:5}  {share:6.2} %", class.name);
        if share < BAR {
            missed.push(format!(
                "{}: {share:.2} %: {}",
                class.name,
                example.unwrap_or_default()
            ));
        }
    }
    assert!(missed.is_empty(), "below {BAR} %:\n{}", missed.join("\n"));
}

/// The sentence with the class put in at one to four places where it does not belong; `None` if it belongs at all of them.
fn inject(class: &Class, sentence: &str, random: &mut TestRng) -> Option<String> {
    if class.sets_direction && sentence.contains(|c| matches!(c, '\u{590}'..='\u{8FF}')) {
        return None;
    }
    let chars: Vec<char> = sentence.chars().collect();
    let mut places: Vec<usize> = (0..random.random_range(1..=4))
        .map(|_| random.random_range(0..=chars.len()))
        .collect();
    places.retain(|&at| {
        let beside = [at.checked_sub(1), Some(at)]
            .into_iter()
            .flatten()
            .filter_map(|at| chars.get(at));
        // marks sit on the letter before; everything else has neighbours on both sides
        let beside: Vec<&char> = if class.name == "stacked marks" {
            chars.get(at.wrapping_sub(1)).into_iter().collect()
        } else {
            beside.collect()
        };
        !beside.is_empty() && !beside.iter().any(|&&c| (class.belongs)(c))
    });
    if places.is_empty() {
        return None;
    }
    let mut dirty = String::new();
    for at in 0..=chars.len() {
        if places.contains(&at) {
            let (least, most) = class.run;
            for _ in 0..random.random_range(least..=most) {
                let (first, last) = class.from[random.random_range(0..class.from.len())];
                dirty.extend(char::from_u32(
                    random.random_range(u32::from(first)..=u32::from(last)),
                ));
            }
        }
        dirty.extend(chars.get(at));
    }
    dirty.push_str(class.close);
    Some(dirty)
}
