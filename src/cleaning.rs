//! Cleaning in progress: stages run over the text, again and again, until none has anything to propose.

use core::ops::Range;

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::{
    block,
    decode::Fault,
    edit::Edit,
    finding::{Action, Finding, Reveal},
    map::{self, Piece},
    policy::Policy,
    reveal,
    rule::Rule,
    score,
    stage::{self, Boundaries, Values, markup},
    util::{escape::escape, work::count},
};

/// How often the stages run at most. Verdicts depend on visible neighbours, which no stage removes, so the second
/// round finds nothing to apply; the bound is for what that argument might have missed. Markup is read only
/// when they have nothing left to apply; what it takes out is kept from joining its neighbours into new markup.
const MAX_ROUNDS: usize = 8;

/// The text so far, how it differs from dirty, and why.
#[derive(Debug)]
pub(crate) struct Cleaning<'a> {
    text: Cow<'a, str>,
    pieces: Vec<Piece>,
    findings: Vec<Finding>,
    /// What markup hides. What is kept is found again in each round.
    reveals: Vec<Reveal>,
}

impl<'a> Cleaning<'a> {
    const fn new(dirty: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(dirty),
            pieces: Vec::new(),
            findings: Vec::new(),
            reveals: Vec::new(),
        }
    }

    /// Cleans a whole text, block by block if it has a line that is longer than one and nothing needs the whole.
    pub(crate) fn of(
        policy: &Policy,
        boundaries: &Boundaries,
        dirty: &'a str,
        faults: &[Fault],
    ) -> Self {
        if policy.whole_markup() {
            return Self::of_block(policy, boundaries, dirty, 0, faults);
        }
        let mut whole = Self::new("");
        let mut rest = faults;
        for (offset, text) in block::blocks(dirty) {
            let count = rest.partition_point(|fault| fault.byte_span.start < offset + text.len());
            let (within, behind) = rest.split_at_checked(count).unwrap_or_default();
            rest = behind;
            let block = Self::of_block(policy, boundaries, text, offset, within);
            if text.len() == dirty.len() {
                return block;
            }
            whole.append(dirty, offset + text.len(), block);
        }
        whole
    }

    /// Cleans a block that stands at `offset` of dirty, with the faults that lie in it. Findings and changes count from
    /// the start of dirty, changes in clean from the start of the block's.
    pub(crate) fn of_block(
        policy: &Policy,
        boundaries: &Boundaries,
        block: &'a str,
        offset: usize,
        faults: &[Fault],
    ) -> Self {
        let mut cleaning = Self::new(block);
        cleaning.run(policy, boundaries);
        if offset > 0 {
            for finding in &mut cleaning.findings {
                finding.byte_span = shifted(&finding.byte_span, offset);
            }
            for piece in &mut cleaning.pieces {
                piece.before = shifted(&piece.before, offset);
            }
            for reveal in &mut cleaning.reveals {
                reveal.byte_span = shifted(&reveal.byte_span, offset);
            }
        }
        cleaning.add_faults(policy, faults);
        let max_bytes = policy.limits().max_reveal_bytes();
        reveal::terminal::attach(block, offset, &mut cleaning.findings, max_bytes);
        cleaning
    }

    /// Appends the next block, which ends at `end` of dirty.
    fn append(&mut self, dirty: &'a str, end: usize, block: Self) {
        let done = self.text.len();
        self.text = match (core::mem::take(&mut self.text), block.text) {
            (Cow::Borrowed(_), Cow::Borrowed(_)) => {
                Cow::Borrowed(dirty.get(..end).unwrap_or_default())
            }
            (text, next) => Cow::Owned(text.into_owned() + &next),
        };
        self.pieces
            .extend(block.pieces.into_iter().map(|piece| Piece {
                after: shifted(&piece.after, done),
                ..piece
            }));
        self.findings.extend(block.findings);
        self.reveals.extend(block.reveals);
    }

    /// Runs the stages to their fixed point, and after them, in each round, the one that knows the caller's boundaries.
    fn run(&mut self, policy: &Policy, boundaries: &Boundaries) {
        let values = Values {
            normalization: policy.normalization(),
        };
        let is_clean = boundaries.is_empty()
            && !markup::may_begin(&self.text, policy.whole_markup())
            && stage::is_clean_ascii(&self.text, &values);
        if is_clean {
            return;
        }
        for round in 1..=MAX_ROUNDS {
            let mut changed = false;
            for stage in stage::ORDER {
                let edits = in_blocks(&self.text, |block| stage(block, &values));
                changed |= self.apply(policy, edits);
            }
            let edits = in_blocks(&self.text, |block| boundaries.propose(block));
            changed |= self.apply(policy, edits);
            // markup is read last, when nothing that is removed splits it any more
            if !changed && !self.run_markup(policy, round == MAX_ROUNDS) {
                return;
            }
        }
    }

    /// Runs the stage that looks at markup; in the last round it spares nothing. Whether the text changed.
    fn run_markup(&mut self, policy: &Policy, last: bool) -> bool {
        let found = markup::propose(
            &self.text,
            policy.whole_markup(),
            last,
            &score::is_hidden_order,
        );
        let mut edits = Vec::with_capacity(found.len());
        for hidden in found {
            let reported = hidden
                .edit
                .rule
                .is_some_and(|rule| policy.action(rule).is_some());
            if let (Some((words, step)), true) = (hidden.words, reported) {
                let byte_span = map::dirty_span(&self.pieces, hidden.edit.byte_span.clone());
                let reveal =
                    reveal::shown(words, step, byte_span, policy.limits().max_reveal_bytes());
                self.reveals.push(reveal);
            }
            edits.push(hidden.edit);
        }
        self.apply(policy, edits)
    }

    /// Applies what the policy wants applied and notes all it wants reported. Whether the text changed.
    fn apply(&mut self, policy: &Policy, edits: Vec<Edit>) -> bool {
        if edits.is_empty() {
            return false;
        }
        let mut next = String::new();
        let mut pieces = Vec::new();
        let mut findings = Vec::with_capacity(edits.len());
        let mut done = 0;
        for edit in edits {
            let (Some(between), Some(found)) = (
                self.text.get(done..edit.byte_span.start),
                self.text.get(edit.byte_span.clone()),
            ) else {
                debug_assert!(
                    false,
                    "edits are ordered and on character boundaries: {edit:?}"
                );
                continue;
            };
            let mut replacement = edit.replacement;
            if let Some(rule) = edit.rule {
                let Some(wanted) = policy.action(rule) else {
                    continue;
                };
                let action;
                (action, replacement) = settle(wanted, replacement, found);
                let byte_span = map::dirty_span(&self.pieces, edit.byte_span.clone());
                let is_kept = action == Action::Kept;
                findings.push(Finding {
                    rule,
                    byte_span,
                    action,
                    reveal: None,
                    origin_span: None,
                    skeleton: (is_kept && rule.is_of_letters())
                        .then(|| replacement.as_ref().into()),
                });
                if is_kept {
                    continue;
                }
            }
            next.push_str(between);
            let start = next.len();
            next.push_str(&replacement);
            done = edit.byte_span.end;
            pieces.push(Piece {
                before: edit.byte_span,
                after: start..next.len(),
            });
        }
        count(self.text.len() + next.len());
        self.note(findings);
        if pieces.is_empty() {
            return false;
        }
        next.push_str(self.text.get(done..).unwrap_or_default());
        self.text = Cow::Owned(next);
        self.pieces = map::compose(&self.pieces, &pieces);
        true
    }

    /// Merges ordered findings into the list, which stays disjoint.
    fn note(&mut self, new: Vec<Finding>) {
        let mut merged: Vec<Finding> = Vec::with_capacity(self.findings.len() + new.len());
        let mut old = core::mem::take(&mut self.findings).into_iter().peekable();
        let mut new = new.into_iter().peekable();
        loop {
            let old_first = match (old.peek(), new.peek()) {
                (Some(o), Some(n)) => o.byte_span.start <= n.byte_span.start,
                (old, _) => old.is_some(),
            };
            let Some(next) = (if old_first { old.next() } else { new.next() }) else {
                break;
            };
            let left = match merged.last_mut() {
                Some(last) if overlap(&last.byte_span, &next.byte_span) => {
                    settle_overlap(last, next, old_first)
                }
                _ => Some(next),
            };
            merged.pop_if(|last| last.byte_span.is_empty());
            merged.extend(left.filter(|left| !left.byte_span.is_empty()));
        }
        self.findings = merged;
    }

    /// Adds the faults of the encoding, which stand in the text as U+FFFD already.
    fn add_faults(&mut self, policy: &Policy, faults: &[Fault]) {
        let reported = faults
            .iter()
            .filter(|fault| policy.action(fault.rule).is_some());
        self.note(
            reported
                .map(|fault| Finding {
                    rule: fault.rule,
                    byte_span: fault.byte_span.clone(),
                    action: Action::Replaced,
                    reveal: None,
                    origin_span: Some(fault.origin_span.clone()),
                    skeleton: None,
                })
                .collect(),
        );
    }

    /// Adds the end of dirty that lies beyond the limit.
    pub(crate) fn add_rest(&mut self, policy: &Policy, dirty: &'a str, rest: &str) {
        if rest.is_empty() {
            return;
        }
        let byte_span = dirty.len() - rest.len()..dirty.len();
        if policy.fail_open() {
            self.text = match core::mem::take(&mut self.text) {
                Cow::Borrowed(_) => Cow::Borrowed(dirty),
                Cow::Owned(text) => Cow::Owned(text + rest),
            };
        } else {
            let text = core::mem::take(&mut self.text).into_owned();
            self.pieces.push(Piece {
                before: byte_span.clone(),
                after: text.len()..text.len(),
            });
            self.text = Cow::Owned(text);
        }
        self.findings.push(beyond_limit(policy, byte_span));
    }

    /// The text as it stands.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What differs from dirty.
    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The text, the changes, the findings, and what markup hides.
    pub(crate) fn into_parts(self) -> (Cow<'a, str>, Vec<Piece>, Vec<Finding>, Vec<Reveal>) {
        (self.text, self.pieces, self.findings, self.reveals)
    }
}

/// What a stage proposes for each block of a text.
fn in_blocks(text: &str, stage: impl Fn(&str) -> Vec<Edit>) -> Vec<Edit> {
    let mut all = Vec::new();
    for (offset, block) in block::blocks(text) {
        let mut edits = stage(block);
        if block.len() == text.len() {
            return edits;
        }
        for edit in &mut edits {
            edit.byte_span = shifted(&edit.byte_span, offset);
        }
        all.append(&mut edits);
    }
    all
}

/// The finding for the end of dirty that nobody looks at.
pub(crate) const fn beyond_limit(policy: &Policy, byte_span: Range<usize>) -> Finding {
    Finding {
        rule: Rule::InputLimit,
        byte_span,
        action: if policy.fail_open() {
            Action::Kept
        } else {
            Action::Removed
        },
        reveal: None,
        origin_span: None,
        skeleton: None,
    }
}

/// What the policy's word comes to for one edit.
fn settle(
    wanted: Action,
    replacement: Cow<'static, str>,
    found: &str,
) -> (Action, Cow<'static, str>) {
    match wanted {
        Action::Kept => (Action::Kept, replacement),
        Action::Escaped => (Action::Escaped, Cow::Owned(escape(found))),
        Action::Removed if replacement.is_empty() => (Action::Removed, replacement),
        Action::Replaced if replacement.is_empty() => (
            Action::Replaced,
            Cow::Owned(found.chars().map(|_| char::REPLACEMENT_CHARACTER).collect()),
        ),
        Action::Removed | Action::Replaced => (Action::Replaced, replacement),
    }
}

fn shifted(span: &Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Settles two findings that overlap; returns what is left of `next`.
///
/// Of two changes the later absorbs the earlier: it was only there to be found once that was gone. What is merely kept
/// gives way to a change, and of two that are kept the longer one stands for both.
fn settle_overlap(last: &mut Finding, mut next: Finding, next_is_old: bool) -> Option<Finding> {
    let end = last.byte_span.end.max(next.byte_span.end);
    // what put something in the place of text goes on to say so
    if last.action == Action::Replaced && next.action == Action::Removed {
        next.action = Action::Replaced;
    } else if next.action == Action::Replaced && last.action == Action::Removed {
        last.action = Action::Replaced;
    }
    match (last.action == Action::Kept, next.action == Action::Kept) {
        (true, false) => {
            last.byte_span.end = next.byte_span.start;
            return Some(next);
        }
        (false, true) => {
            next.byte_span = last.byte_span.end..end;
            return Some(next);
        }
        (true, true) if next.byte_span.len() < last.byte_span.len() => {}
        (false, false) if next_is_old => {}
        _ => {
            next.byte_span.start = last.byte_span.start;
            *last = next;
        }
    }
    last.byte_span.end = end;
    None
}
