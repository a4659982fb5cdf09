//! Rules are held to the examples that their author gave.

use alloc::{format, string::String};

use super::{
    super::{super::said::Said, Search, context::Use},
    CompiledRules, OwnRules, OwnRulesError,
};

/// How much of a text a message shows, in characters.
const SHOWN: usize = 60;

/// Whether each example is matched by its rule as something that is said, and no counter-example is. Linear in them.
pub(super) fn check(rules: &CompiledRules, authors: &[&OwnRules]) -> Result<(), OwnRulesError> {
    let all = authors.iter().flat_map(|author| &author.rules);
    for (number, rule) in all.enumerate() {
        let examples = rule.examples.iter().map(|text| (text, true));
        let counter = rule.counter.iter().map(|text| (text, false));
        for (text, wanted) in examples.chain(counter) {
            let used = used(rules, number, text);
            if (used == Some(Use::Said)) != wanted {
                let shown: String = text.chars().take(SHOWN).collect();
                let (what, how) = match (wanted, used) {
                    (false, _) => ("counter-example", "matched"),
                    (true, None) => ("example", "not matched"),
                    (true, Some(Use::Quoted)) => ("example", "matched only as a quotation"),
                    (true, Some(Use::Negated)) => ("example", "matched only as forbidden"),
                    (true, Some(_)) => ("example", "matched only as spoken of"),
                };
                let why = format!("the {what} \"{}\" is {how}", shown.escape_debug());
                return Err(OwnRulesError::of_rule(&rule.id, why));
            }
        }
    }
    Ok(())
}

/// How the rule's best match in a text is meant.
fn used(rules: &CompiledRules, number: usize, text: &str) -> Option<Use> {
    let mut search = Search::with_own(Some(rules));
    let mut said = Said::default();
    for (at, c) in text.char_indices() {
        search.char(c, at..at + c.len_utf8(), &mut said);
    }
    search.finish(&mut said)?.used(number)
}
