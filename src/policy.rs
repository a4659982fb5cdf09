//! What to do about what is found.

use core::{fmt, str::FromStr};

use crate::{
    error::Error, finding::Action, limits::Limits, normalization::NormalizationForm, rule::Rule,
};

/// What to do about each thing that can be found, under which limits.
///
/// Start from a preset and change what differs. A policy is plain data: building one costs nothing, and it is `Copy`.
///
/// | preset | what it is for |
/// |---|---|
/// | [`chat`](Self::chat) | what a person types: the least edits that leave nothing hidden. The default |
/// | [`document`](Self::document) | pages, files, e-mails, tool results |
/// | [`code`](Self::code) | source code: changes nothing, reports everything |
/// | [`strict`](Self::strict) | also takes out what has no agreed meaning: private use, unassigned |
/// | [`report_only`](Self::report_only) | changes nothing |
///
/// # Example
///
/// ```
/// use tamis::{Action, Policy, Rule, Sanitizer};
/// let policy = Policy::chat().with_action(Rule::BidiOverride, Action::Escaped);
/// let report = Sanitizer::new(policy).sanitize("a\u{202E}b"); // RIGHT-TO-LEFT OVERRIDE
/// assert_eq!(report.clean(), r"a\u{202E}b");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    preset: &'static str,
    actions: [Option<Action>; Rule::ALL.len()],
    normalization: Option<NormalizationForm>,
    limits: Limits,
    fail_open: bool,
    whole_markup: bool,
}

/// What markup hides: taken out of documents, named elsewhere.
const MARKUP: [Rule; 8] = [
    Rule::HiddenElement,
    Rule::UnrenderedElement,
    Rule::MarkupComment,
    Rule::MachineAttribute,
    Rule::HiddenInput,
    Rule::CssContent,
    Rule::ReferenceComment,
    Rule::DataLink,
];

/// Presets.
impl Policy {
    /// For what a person types. Everything hidden is removed, special tokens are made harmless; what has a shape but no
    /// agreed meaning (private use, unassigned) or is ordinary text too (turns, formulas) is reported and kept.
    #[must_use]
    pub const fn chat() -> Self {
        Self {
            preset: "chat",
            actions: [Some(Action::Removed); Rule::ALL.len()],
            normalization: Some(NormalizationForm::Nfc),
            limits: Limits::new(),
            fail_open: false,
            whole_markup: false,
        }
        .with_markup(Action::Kept)
        .with_action(Rule::CollapsedElement, Action::Kept)
        .with_action(Rule::DataComment, Action::Kept)
        .with_action(Rule::DuplicateKey, Action::Kept)
        .with_action(Rule::RepeatedLine, Action::Kept)
        .with_action(Rule::LinkMismatch, Action::Kept)
        .with_action(Rule::MarkupLimit, Action::Kept)
        .with_action(Rule::PrivateUse, Action::Kept)
        .with_action(Rule::Unassigned, Action::Kept)
        .with_action(Rule::ConfusableHost, Action::Kept)
        .with_action(Rule::WholeScriptConfusable, Action::Kept)
        .with_action(Rule::AmbiguousToken, Action::Kept)
        .with_action(Rule::FakeTurn, Action::Kept)
        .with_action(Rule::FakeBoundary, Action::Kept)
        .with_action(Rule::FormulaCell, Action::Kept)
        .with_action(Rule::EncodedText, Action::Kept)
        .with_action(Rule::RevealLimit, Action::Kept)
    }

    /// For pages, files, e-mails and tool results: what markup hides from a reader is removed too.
    #[must_use]
    pub const fn document() -> Self {
        Self {
            preset: "document",
            whole_markup: true,
            ..Self::chat()
        }
        .with_markup(Action::Removed)
        .with_action(Rule::RepeatedLine, Action::Removed)
    }

    /// For source code: nothing is changed, everything is reported.
    #[must_use]
    pub const fn code() -> Self {
        Self {
            preset: "code",
            whole_markup: false,
            ..Self::report_only()
        }
    }

    /// As [`document`](Self::document), and private-use and unassigned code points become U+FFFD, tags that some models read as
    /// structure are made harmless, and fake turns and boundaries set apart.
    ///
    /// ### Caveat
    /// Icon fonts and characters newer than [`UNICODE_VERSION`](crate::unicode::UNICODE_VERSION) are lost.
    #[must_use]
    pub const fn strict() -> Self {
        Self {
            preset: "strict",
            ..Self::document()
        }
        .with_action(Rule::PrivateUse, Action::Replaced)
        .with_action(Rule::Unassigned, Action::Replaced)
        .with_action(Rule::AmbiguousToken, Action::Removed)
        .with_action(Rule::FakeTurn, Action::Removed)
        .with_action(Rule::FakeBoundary, Action::Removed)
    }

    /// Nothing is changed, everything is reported.
    #[must_use]
    pub const fn report_only() -> Self {
        Self {
            preset: "report-only",
            actions: [Some(Action::Kept); Rule::ALL.len()],
            normalization: None,
            limits: Limits::new(),
            fail_open: true,
            whole_markup: true,
        }
    }
}

/// Settings.
impl Policy {
    /// What to do about `rule`. [`Action::Removed`] means: take it out, or put a space or line break in its place where
    /// taking it out would join two words.
    ///
    /// ### Caveat
    /// [`Action::Kept`] delivers what was found.
    #[must_use]
    pub const fn with_action(self, rule: Rule, action: Action) -> Self {
        self.with(rule, Some(action))
    }

    /// Neither report nor change what `rule` finds.
    ///
    /// ### Caveat
    /// What it would find is delivered, and nobody is told.
    #[must_use]
    pub const fn without_rule(self, rule: Rule) -> Self {
        self.with(rule, None)
    }

    /// The normalization form that clean is delivered in; `None` to leave the text as it is written. What it changes is
    /// in the offset map and no finding: it says the same.
    ///
    /// ### Default
    /// NFC, and `None` for the presets that change nothing.
    ///
    /// ### Caveat
    /// NFKC and NFKD fold what readers tell apart: superscripts, ligatures, widths.
    #[must_use]
    pub const fn with_normalization(mut self, form: Option<NormalizationForm>) -> Self {
        self.normalization = form;
        self
    }

    /// Bounds on work.
    ///
    /// ### Default
    /// [`Limits::new`].
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// What happens to text beyond a limit: kept as it is (`true`) or removed (`false`).
    ///
    /// ### Default
    /// `false`, and `true` for the presets that change nothing.
    ///
    /// ### Caveat
    /// Failing open delivers text that nobody looked at.
    #[must_use]
    pub const fn with_fail_open(mut self, fail_open: bool) -> Self {
        self.fail_open = fail_open;
        self
    }

    /// Whether markup is read over the whole text, as a browser does, or line by line.
    ///
    /// ### Default
    /// Line by line for [`chat`](Self::chat) and [`code`](Self::code), whole for the others.
    ///
    /// ### Caveat
    /// Line by line, an element that hides its content over several lines is not found. Over the whole text, a
    /// [`Stream`](crate::Stream) delivers nothing before its end.
    #[must_use]
    pub const fn with_whole_markup(mut self, whole_markup: bool) -> Self {
        self.whole_markup = whole_markup;
        self
    }

    const fn with_markup(mut self, action: Action) -> Self {
        let mut rest = MARKUP.as_slice();
        while let [rule, others @ ..] = rest {
            self = self.with_action(*rule, action);
            rest = others;
        }
        self
    }

    #[allow(clippy::indexing_slicing)] // the array has a place for every rule, and `rule as usize` is below its length
    const fn with(mut self, rule: Rule, action: Option<Action>) -> Self {
        self.actions[rule as usize] = action;
        self
    }
}

/// Questions.
impl Policy {
    /// The preset it started from.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.preset
    }

    /// What is done about `rule`; `None` if it is not even reported.
    #[must_use]
    #[allow(clippy::indexing_slicing)] // as in `with`
    pub const fn action(&self, rule: Rule) -> Option<Action> {
        self.actions[rule as usize]
    }

    /// The normalization form of clean.
    #[must_use]
    pub const fn normalization(&self) -> Option<NormalizationForm> {
        self.normalization
    }

    /// The bounds on work.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Whether markup is read over the whole text.
    #[must_use]
    pub const fn whole_markup(&self) -> bool {
        self.whole_markup
    }

    /// Whether text beyond a limit is kept.
    #[must_use]
    pub const fn fail_open(&self) -> bool {
        self.fail_open
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::chat()
    }
}

impl fmt::Debug for Policy {
    /// The preset, and the actions that are not removal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let actions = Rule::ALL.iter().map(|&rule| (rule, self.action(rule)));
        let others = actions.filter(|(_, action)| *action != Some(Action::Removed));
        write!(f, "Policy({}, ", self.preset)?;
        f.debug_map()
            .entries(others.map(|(rule, action)| (rule, action.map_or("off", Action::id))))
            .finish()?;
        write!(
            f,
            ", {:?}, {:?}, fail_open: {})",
            self.normalization, self.limits, self.fail_open
        )
    }
}

/// Reads the name of a preset: `chat`, `document`, `code`, `strict` or `report-only`.
impl FromStr for Policy {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let presets = [
            Self::chat(),
            Self::document(),
            Self::code(),
            Self::strict(),
            Self::report_only(),
        ];
        let found = presets.into_iter().find(|policy| policy.preset == name);
        found.ok_or_else(|| {
            Error::unknown_name(
                "policy",
                name,
                "chat, document, code, strict or report-only",
            )
        })
    }
}
