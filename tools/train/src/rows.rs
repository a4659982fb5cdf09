//! Labelled texts: what is fitted on, and what is only looked at.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::Deserialize;

/// Who is meant to have written a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    User,
    /// A document or the result of a tool.
    Data,
}

/// One labelled text.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) text: String,
    pub(crate) attack: bool,
    pub(crate) file: String,
    pub(crate) kind: String,
    pub(crate) lang: String,
    /// Whether its licence lets it be fitted on.
    pub(crate) may_fit: bool,
    pub(crate) origin: Origin,
    /// Of a composed text: the bytes that are the attack.
    pub(crate) inside: Option<std::ops::Range<usize>>,
    /// The folds in which it must not be fitted on, as bits.
    pub(crate) folds: u32,
    /// Texts of one file and item say the same: what only they have is not learnt.
    pub(crate) item: usize,
}

impl Row {
    /// Whether it was written for this.
    pub(crate) fn is_own(&self) -> bool {
        self.file.starts_with("own-")
    }
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    lic: String,
    #[serde(default)]
    source: String,
}

/// The rows of every file of the folder, in the order of their names.
pub(crate) fn load(folder: &Path) -> io::Result<Vec<Row>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|e| Some(e.ok()?.path()))
        .collect();
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let file = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let line: Line = serde_json::from_str(line).map_err(io::Error::other)?;
            let is_data = line.kind.contains("indirect")
                || line.kind.starts_with("benign-doc")
                || line.kind.contains("agent-instructions");
            let row = Row {
                attack: line.label == "attack",
                file: file.clone(),
                // what is encoded is judged by what it says, once that is revealed
                may_fit: matches!(line.lic.as_str(), "permissive" | "cc-by")
                    && line.kind != "encoding",
                origin: if is_data { Origin::Data } else { Origin::User },
                inside: None,
                folds: 1 << fold(&file, &line.source, number),
                item: 0,
                text: line.text,
                kind: line.kind,
                lang: line.lang,
            };
            // people paste code, documents and mails into what they ask
            if PASTED.contains(&file.as_str()) {
                rows.push(Row {
                    origin: Origin::User,
                    kind: "benign-pasted".into(),
                    ..row.clone()
                });
            }
            rows.push(row);
        }
    }
    Ok(rows)
}

/// What a person may paste as well as a program may fetch.
const PASTED: [&str; 2] = ["benign_docs_repos_train", "emails_ham_train"];

/// The fold in which a row is held back: siblings are held back together, by file. Ordinary mails are many small sources, and so are documents, by repository.
fn fold(file: &str, source: &str, number: usize) -> usize {
    match file {
        "emails_ham_train" => number % FOLDS,
        "benign_docs_repos_train" => {
            let repository = source.split(':').next().unwrap_or_default();
            repository
                .bytes()
                .fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 9973)
                % FOLDS
        }
        "neuralchemy_core" | "promptshield_train5k" | "hinglish" | "llm_guard_tests" => 0,
        "jailbreak_templates_misc"
        | "pyrit_jailbreak_templates"
        | "pallms"
        | "jailbreak_community_2024_26" => 1,
        "jailbreak_llms_to_2023-05-07"
        | "spikee"
        | "yanismiraoui_multilingual"
        | "intents_short"
        | "agent_instruction_docs_train" => 2,
        "misc_small_sets"
        | "garak_payloads"
        | "awesome_chatgpt_prompts"
        | "lobe_agents_multilingual" => 3,
        _ => 4,
    }
}

/// Ordinary sentences of many languages, as paragraphs of a few; a language is held back as a whole.
pub(crate) fn sentences(path: &Path) -> io::Result<Vec<Row>> {
    #[derive(Deserialize)]
    struct Sentence {
        text: String,
        lang: String,
    }
    let mut by_language: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let line: Sentence = serde_json::from_str(line).map_err(io::Error::other)?;
        by_language.entry(line.lang).or_default().push(line.text);
    }
    let mut rows = Vec::new();
    for (number, (lang, sentences)) in by_language.iter().enumerate() {
        for (origin, kind, size) in [
            (Origin::Data, "benign-doc", 6),
            (Origin::User, "benign-sentence", 1),
        ] {
            for part in sentences.chunks(size) {
                rows.push(Row {
                    text: part.join(" "),
                    attack: false,
                    file: "multilingual".into(),
                    kind: kind.into(),
                    lang: lang.clone(),
                    may_fit: true,
                    origin,
                    inside: None,
                    folds: 1 << (number % FOLDS),
                    item: 0,
                });
            }
        }
    }
    Ok(rows)
}

/// How many folds there are.
pub(crate) const FOLDS: usize = 5;
