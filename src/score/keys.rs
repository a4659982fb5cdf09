//! The words that English attacks are made of, for those who write them wrong on purpose.

use crate::lexicon::is_known;

/// A word of attacks, in small letters of ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(&'static str);

/// The frequent words of five letters and more, by their first letter, then by their last.
#[rustfmt::skip]
static KEYS: &[&str] = &[
    "accepted", "agreed", "allowed", "approved", "asked", "attached", "above", "anyone", "approve", "article",
    "anything", "asking", "alarm", "admin", "again", "attention", "administrator", "after", "another", "answer",
    "author", "access", "accounts", "agents", "always", "answers", "assistants", "about", "accept", "account",
    "against", "agent", "assistant", "already", "anybody", "apply", "banned", "behind", "build", "bypassed",
    "because", "before", "being", "bring", "bypassing", "block", "break", "begin", "between", "broken", "better",
    "bypass", "budget", "below", "called", "changed", "child", "closed", "command", "change", "charge", "close",
    "coffee", "compare", "compose", "continue", "course", "create", "check", "cancel", "confidential", "credential",
    "claim", "confirm", "configuration", "conversation", "calendar", "chapter", "character", "customer", "class",
    "comes", "commands", "comments", "constraints", "credentials", "customers", "comment", "constraint", "contact",
    "content", "context", "correct", "carry", "company", "comply", "disabled", "discard", "disregard", "disregarded",
    "decline", "delete", "describe", "directive", "disable", "disclose", "disregarding", "detail", "description",
    "developer", "doctor", "details", "developers", "directives", "drugs", "draft", "delivery", "everyone",
    "example", "execute", "exfiltrate", "evening", "everything", "english", "email", "ethical", "eleven", "explain",
    "earlier", "enter", "ethics", "explosives", "eight", "exact", "export", "empty", "essay", "every", "everybody",
    "exactly", "forward", "found", "friend", "following", "forgetting", "freedom", "forbidden", "forgotten",
    "function", "filter", "folder", "files", "filters", "follows", "forgets", "first", "forget", "front", "follow",
    "family", "forty", "friday", "guard", "guide", "guideline", "getting", "going", "guardrail", "given", "green",
    "gives", "guardrails", "guidelines", "grant", "great", "guest", "house", "hotel", "hidden", "human", "hello",
    "helper", "hours", "history", "ignored", "instead", "instructed", "ignore", "insurance", "invoice", "issue",
    "ignoring", "including", "illegal", "initial", "internal", "instruction", "ignores", "instructions", "input",
    "instruct", "inbox", "identity", "jailbreak", "jailbroken", "knowledge", "kitchen", "knows", "kindly",
    "landlord", "language", "leave", "little", "lunch", "label", "legal", "level", "limitation", "login", "letter",
    "longer", "leaves", "limitations", "limits", "light", "moved", "machine", "maintenance", "malware", "message",
    "making", "meeting", "missing", "morning", "march", "month", "model", "museum", "mention", "moderation",
    "master", "mails", "means", "messages", "minutes", "memory", "monday", "money", "named", "needed", "notice",
    "neighbour", "never", "number", "names", "needs", "notes", "numbers", "night", "nobody", "office", "outside",
    "override", "overrule", "opening", "overriding", "original", "overridden", "offer", "operator", "order", "other",
    "owner", "orders", "others", "overrides", "output", "persona", "public", "password", "pretend", "paste",
    "people", "phone", "phrase", "place", "please", "price", "private", "produce", "preceding", "programming",
    "paragraph", "protocol", "paper", "power", "prior", "passwords", "points", "policies", "press", "previous",
    "prompts", "protocols", "payment", "product", "prompt", "policy", "previously", "quote", "question", "questions",
    "recommend", "record", "refund", "respond", "restricted", "revealed", "round", "recipe", "refuse", "release",
    "remove", "replace", "reading", "revealing", "refusal", "reveal", "reason", "restriction", "return", "reader",
    "remember", "readers", "reads", "refusals", "restrictions", "results", "rules", "repeat", "report", "request",
    "reset", "restrict", "result", "right", "robot", "review", "ready", "really", "reply", "roleplay", "safeguard",
    "second", "should", "signed", "score", "sentence", "service", "share", "simulate", "since", "someone", "source",
    "state", "style", "summarise", "staff", "stuff", "something", "string", "search", "speech", "switch", "speak",
    "stock", "school", "shall", "small", "steal", "still", "system", "section", "session", "simulation", "setup",
    "sleep", "server", "safeguards", "secrets", "stars", "status", "steps", "script", "secret", "sheet", "short",
    "student", "subject", "suggest", "support", "safety", "security", "somebody", "sorry", "story", "summary",
    "sunday", "topic", "third", "thread", "table", "there", "these", "those", "three", "title", "translate", "twice",
    "thing", "training", "teach", "though", "thank", "think", "travel", "token", "translation", "teacher", "their",
    "transfer", "takes", "tells", "terms", "tests", "thanks", "things", "times", "tokens", "tools", "topics",
    "ticket", "tonight", "transcript", "treat", "trust", "tomorrow", "thursday", "today", "tuesday", "uncensored",
    "unfiltered", "unlimited", "unrestricted", "update", "unlock", "until", "under", "users", "voice", "verbatim",
    "version", "world", "would", "where", "while", "whole", "write", "wrote", "warning", "working", "writing",
    "wrong", "which", "weapon", "within", "written", "water", "weather", "whatever", "whether", "whoever", "wants",
    "weapons", "weeks", "words", "works", "without", "yourself", "years", "yours",
];

/// Words of their own, though they are spelt almost as a key is: French, Spanish, Dutch, Norwegian, English. Found among half
/// a million words of translated messages and manuals.
const OTHERS: [&str; 12] = [
    "acces",
    "caracter",
    "conservation",
    "constrains",
    "filers",
    "filtres",
    "forges",
    "langage",
    "ordres",
    "passord",
    "polices",
    "systeem",
];

/// No key has more letters.
pub(super) const MAX_KEY: usize = 16;

const LETTERS: usize = 26;

/// Where the keys of each first and last letter begin.
static STARTS: [u16; LETTERS * LETTERS + 1] = starts();

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn starts() -> [u16; LETTERS * LETTERS + 1] {
    let mut starts = [0; LETTERS * LETTERS + 1];
    let (mut at, mut place) = (0, 0);
    while place < starts.len() {
        while at < KEYS.len() {
            let key = KEYS[at].as_bytes();
            let of = (key[0] - b'a') as usize * LETTERS + (key[key.len() - 1] - b'a') as usize;
            if of >= place {
                break;
            }
            at += 1;
        }
        starts[place] = at as u16;
        place += 1;
    }
    starts
}

/// A word with one letter missing is taken for a key of so many letters: shorter ones are too near to others.
const MIN_MISSING: usize = 7;

impl Key {
    pub(super) const fn as_bytes(self) -> &'static [u8] {
        self.0.as_bytes()
    }

    /// The key that a word is, of any case.
    pub(super) fn of(word: &[u8]) -> Option<Self> {
        edged_like(word).find(|key| key.as_bytes().eq_ignore_ascii_case(word))
    }

    /// The key that a word of ASCII letters is taken for: with the same letter at either end, and between them the same
    /// letters in another order, or one less, or some of them doubled. None of a key itself, and of a frequent word of any
    /// language. Linear in the word.
    pub(super) fn meant(word: &[u8]) -> Option<Self> {
        let set = set(word);
        let like = edged_like(word).filter(|key| set & !self::set(key.as_bytes()) == 0);
        let mut found = None;
        for key in like {
            if key.as_bytes().eq_ignore_ascii_case(word) {
                return None;
            }
            if found.is_none() && key.is_near(word) {
                found = Some(key);
            }
        }
        let is_other = |word: &str| {
            is_known(word) || OTHERS.iter().any(|other| other.eq_ignore_ascii_case(word))
        };
        found.filter(|_| str::from_utf8(word).is_ok_and(|word| !is_other(word)))
    }

    /// Whether a word of no other letters is spelt almost as the key is.
    fn is_near(self, word: &[u8]) -> bool {
        let key = self.as_bytes();
        key.len() == word.len() && letters(key) == letters(word)
            || key.len() >= MIN_MISSING && key.len() == word.len() + 1 && is_missing_one(key, word)
            || once(key).eq(once(word))
    }
}

/// The keys with the same first and last letter: a few.
fn edged_like(word: &[u8]) -> impl Iterator<Item = Key> {
    let place = |letter: Option<&u8>| {
        let letter = letter?.to_ascii_lowercase();
        letter
            .is_ascii_lowercase()
            .then(|| usize::from(letter - b'a'))
    };
    let place = place(word.first()).zip(place(word.last()));
    let range = place.and_then(|(first, last)| {
        let at = first * LETTERS + last;
        Some(usize::from(*STARTS.get(at)?)..usize::from(*STARTS.get(at + 1)?))
    });
    let keys = KEYS.get(range.unwrap_or_default()).unwrap_or_default();
    keys.iter().map(|&key| Key(key))
}

/// Which letters a word has, a bit for each: most words are told from all keys by them.
fn set(word: &[u8]) -> u32 {
    word.iter().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// How often each letter is there.
fn letters(word: &[u8]) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for byte in word {
        if let Some(count) = counts.get_mut(usize::from(byte & 31)) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Whether `word` is `key` without one of its letters.
fn is_missing_one(key: &[u8], word: &[u8]) -> bool {
    let same = key
        .iter()
        .zip(word)
        .take_while(|(a, b)| a.eq_ignore_ascii_case(b));
    let at = same.count();
    let rests = key.get(at + 1..).zip(word.get(at..));
    rests.is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// The letters with each said once that is said several times in a row.
fn once(word: &[u8]) -> impl Iterator<Item = u8> {
    word.chunk_by(u8::eq_ignore_ascii_case)
        .filter_map(|same| Some(same.first()?.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{KEYS, Key, LETTERS, OTHERS, edged_like};

    #[test]
    fn keys_stand_in_the_order_that_they_are_looked_up_in() {
        let edges = |key: &&str| (key.as_bytes()[0], key.as_bytes()[key.len() - 1]);
        assert!(KEYS.is_sorted_by_key(|key| (edges(key), *key)));
        for key in KEYS {
            assert_eq!(Key::of(key.as_bytes()).map(|key| key.0), Some(*key));
            assert!(edged_like(key.as_bytes()).count() < LETTERS);
        }
    }

    #[test]
    fn a_word_is_taken_for_the_key_that_a_reader_takes_it_for() {
        let meant = |word: &str| Key::meant(word.as_bytes()).map(|key| key.0);
        for (word, key) in [
            ("ingore", "ignore"),
            ("Insrtuctoins", "instructions"),
            ("prevous", "previous"),
            ("rrrevealll", "reveal"),
            ("commmand", "command"),
        ] {
            assert_eq!(meant(word), Some(key), "{word}");
        }
        // a key, a name of other edges, one too short for a letter less, a frequent word, words of other languages
        for word in ["ignore", "IGNORE", "gnore", "igore", "forth", "systems"] {
            assert_eq!(meant(word), None, "{word}");
        }
        for word in OTHERS {
            assert_eq!(meant(word), None, "{word}");
        }
    }
}
