//! Who is compared, each with a setting that is fair to it.

use std::sync::LazyLock;

use decancer::Options;
use disarm::api::Pipeline;

/// One way to clean a line.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) clean: fn(&str) -> String,
}

static GUARDRAIL: LazyLock<Pipeline> =
    LazyLock::new(|| disarm::api::get_pipeline("llm_guardrail").expect("the profile exists"));

/// tamis first: times are relative to it. An error is an answer too: the line is lost.
pub(crate) const PEERS: [Peer; 6] = [
    Peer {
        name: "tamis",
        about: "`sanitize`, the preset `chat`",
        clean: |line| tamis::sanitize(line).into_clean().into_owned(),
    },
    Peer {
        name: "decancer, gentlest",
        about: "`cure` with `PURE_HOMOGLYPH`, which keeps foreign scripts and accents, capitals kept, no reordering",
        clean: |line| {
            let options = Options::PURE_HOMOGLYPH
                .retain_capitalization()
                .disable_bidi();
            cure(line, options)
        },
    },
    Peer {
        name: "decancer, Latin",
        about: "`cure` as it is, capitals and accents kept: every script is folded into Latin",
        clean: |line| {
            let options = Options::default()
                .retain_capitalization()
                .retain_diacritics();
            cure(line, options)
        },
    },
    Peer {
        name: "disarm, strip_format",
        about: "takes out what is not seen, and folds nothing: its gentlest",
        clean: |line| disarm::api::strip_format(line).into_owned(),
    },
    Peer {
        name: "disarm, canonicalize",
        about: "for comparing identifiers, by its own words; the least that undoes homoglyphs",
        clean: |line| disarm::api::canonicalize(line).map_or_else(|_| String::new(), Into::into),
    },
    Peer {
        name: "disarm, llm_guardrail",
        about: "its profile for text on the way into a prompt; folds case by design",
        clean: |line| GUARDRAIL.process(line).unwrap_or_default(),
    },
];

fn cure(line: &str, options: Options) -> String {
    decancer::cure(line, options).map_or_else(|_| String::new(), Into::into)
}
