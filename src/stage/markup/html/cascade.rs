//! The cascade (CSS Cascading and Inheritance Level 4): which declaration wins for each property of an element.

use super::super::name::{Like as _, Places, hash};
use alloc::vec::Vec;

use super::{
    super::css::{
        declaration::{Declaration, PROPERTIES, Property},
        selector::{AttributeTest, Combinator, Compound, Selector},
        sheet::Sheet,
        token::{Lexeme, Token},
    },
    tree::{NONE, Node, Tree},
};

/// The steps of matching that a text may ask for, for each of its bytes and in addition.
const STEPS_PER_BYTE: usize = 16;
const MORE_STEPS: usize = 1 << 16;

/// Combinators in one selector, at the most: each may walk up the tree.
const MAX_COMBINATORS: usize = 16;

/// How deep variables may name others, and how many tokens they may become.
const MAX_VARIABLES: usize = 8;
const MAX_TOKENS: usize = 1 << 10;

/// The winning value of one property.
#[derive(Clone, Copy, Debug)]
pub(super) struct Won<'v, 'a> {
    pub(super) priority: u64,
    pub(super) value: &'v [Lexeme<'a>],
}

/// The winning value of each property, by its number.
pub(super) type Slots<'v, 'a> = [Option<Won<'v, 'a>>; PROPERTIES];

/// A custom property where it was set, and those that were set before it.
#[derive(Debug)]
struct Variable<'v, 'a> {
    before: usize,
    name: &'v str,
    value: &'v [Lexeme<'a>],
}

#[derive(Debug)]
pub(super) struct Cascade<'v, 'a> {
    tree: &'v Tree<'a>,
    sheets: &'v [Sheet<'a>],
    /// Rules by what their subject must have, in order.
    rules: Places,
    variables: Vec<Variable<'v, 'a>>,
    steps: usize,
}

/// What tells the hash of a class from that of an id or an element of that name.
const ID: u64 = 1;
const CLASS: u64 = 2;
const ANY: u64 = 3;

/// A rule, and its sheet, in one number: no text has so many that they meet.
const RULE_BITS: u32 = 22;

impl<'v, 'a> Cascade<'v, 'a> {
    pub(super) fn new(tree: &'v Tree<'a>, sheets: &'v [Sheet<'a>]) -> Self {
        let mut rules = Places::new();
        for (sheet, read) in sheets.iter().enumerate() {
            for (rule, found) in read.rules.iter().enumerate() {
                let subject = &found.selector.subject;
                let key = match (subject.ids.first(), subject.classes.first(), &subject.name) {
                    (Some(id), ..) => hash(id) ^ ID,
                    (_, Some(class), _) => hash(class) ^ CLASS,
                    (.., Some(name)) => hash(name),
                    _ => ANY,
                };
                let places = rules.entry(key).or_default();
                places.push(sheet << RULE_BITS | rule);
            }
        }
        Self {
            tree,
            sheets,
            rules,
            variables: Vec::new(),
            steps: tree.text.len() * STEPS_PER_BYTE + MORE_STEPS,
        }
    }

    /// Whether the text asked for more matching than it may. From there on only inline styles count.
    pub(super) const fn is_exhausted(&self) -> bool {
        self.steps == 0
    }

    /// What wins for an element; the inline declarations are read from these tokens. Returns the variables in scope.
    pub(super) fn slots(
        &mut self,
        node: usize,
        inline: (&'v [Lexeme<'a>], &[Declaration]),
        scope: usize,
    ) -> (Slots<'v, 'a>, usize) {
        let mut slots = [const { None }; PROPERTIES];
        let mut scope = scope;
        for place in self.candidates(node) {
            let (sheet, rule) = (place >> RULE_BITS, place & ((1 << RULE_BITS) - 1));
            let sheets = self.sheets;
            let Some((read, found)) = sheets
                .get(sheet)
                .and_then(|read| Some((read, read.rules.get(rule)?)))
            else {
                continue;
            };
            if !self.matches(node, &found.selector) {
                continue;
            }
            let declared = read.declarations.get(found.declarations.clone());
            let declared = declared.unwrap_or_default();
            self.spend(declared.len());
            let order = ((sheet as u64) << 20 | rule as u64) & 0xFFF_FFFF;
            let priority = u64::from(found.selector.specificity) << 28 | order;
            scope = self.put(&mut slots, &read.tokens, declared, priority, scope);
        }
        let (tokens, declared) = inline;
        scope = self.put(&mut slots, tokens, declared, 1 << 61, scope);
        (slots, scope)
    }

    #[inline(never)]
    fn put(
        &mut self,
        slots: &mut Slots<'v, 'a>,
        tokens: &'v [Lexeme<'a>],
        declared: &[Declaration],
        priority: u64,
        mut scope: usize,
    ) -> usize {
        for declaration in declared {
            let value = tokens.get(declaration.value.clone()).unwrap_or_default();
            if declaration.property == Property::Custom {
                if let Some(Token::Ident(name)) = tokens.get(declaration.name).map(|l| &l.token) {
                    self.variables.push(Variable {
                        before: scope,
                        name,
                        value,
                    });
                    scope = self.variables.len();
                }
                continue;
            }
            let priority = priority | u64::from(declaration.important) << 62;
            if let Some(slot) = slots.get_mut(declaration.property as usize)
                && slot.is_none_or(|won| won.priority <= priority)
            {
                *slot = Some(Won { priority, value });
            }
        }
        scope
    }

    /// Writes the values of variables in their place. `None` if one is not known.
    #[inline(never)]
    pub(super) fn resolve(
        &mut self,
        value: &[Lexeme<'a>],
        scope: usize,
    ) -> Option<Vec<Lexeme<'a>>> {
        let mut out = value.to_vec();
        for _ in 0..MAX_VARIABLES {
            let found = out
                .iter()
                .position(|l| matches!(&l.token, Token::Function(name) if name.is_like("var")));
            let Some(start) = found else {
                return Some(out);
            };
            let (mut depth, mut end, mut comma) = (0_usize, out.len(), None);
            for (at, lexeme) in out.iter().enumerate().skip(start) {
                match lexeme.token {
                    Token::Function(_) | Token::Open(_) => depth += 1,
                    Token::Close(_) if depth == 1 => {
                        end = at;
                        break;
                    }
                    Token::Close(_) => depth -= 1,
                    Token::Comma if depth == 1 && comma.is_none() => comma = Some(at),
                    _ => {}
                }
            }
            let name = out
                .get(start + 1..end)?
                .iter()
                .find_map(|l| match &l.token {
                    Token::Ident(name) => Some(name.clone()),
                    _ => None,
                })?;
            let fallback = || Some(out.get(comma? + 1..end)?.to_vec());
            let value = match self.variable(&name, scope) {
                Some(value) => value.to_vec(),
                None => fallback()?,
            };
            self.spend(value.len());
            let behind = (end + 1).min(out.len());
            out.splice(start..behind, value);
            if out.len() > MAX_TOKENS {
                return None;
            }
        }
        None
    }

    fn variable(&mut self, name: &str, mut scope: usize) -> Option<&'v [Lexeme<'a>]> {
        while self.spend(1) {
            let variable = self.variables.get(scope.checked_sub(1)?)?;
            if variable.name == name {
                return Some(variable.value);
            }
            scope = variable.before;
        }
        None
    }

    /// Takes steps off what is left. Whether there are any.
    #[inline(never)]
    fn spend(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        self.steps > 0
    }

    /// The rules whose subject may be this element.
    #[inline(never)]
    fn candidates(&mut self, node: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if self.rules.is_empty() || !self.spend(1) {
            return found;
        }
        let Some(element) = self.tree.get(node) else {
            return found;
        };
        let mut keys = Vec::from([ANY, hash(self.tree.str(&element.name))]);
        if let Some(id) = self.tree.attribute(element, "id") {
            keys.push(hash(id) ^ ID);
        }
        if let Some(classes) = self.tree.attribute(element, "class") {
            let classes = classes.split_ascii_whitespace();
            keys.extend(classes.map(|class| hash(class) ^ CLASS));
        }
        self.steps = self.steps.saturating_sub(keys.len());
        for key in keys {
            let rules = self.rules.get(&key).map(Vec::as_slice).unwrap_or_default();
            let fit = rules.get(..rules.len().min(self.steps)).unwrap_or_default();
            self.steps -= fit.len();
            found.extend_from_slice(fit);
        }
        found
    }

    fn matches(&mut self, node: usize, selector: &Selector<'a>) -> bool {
        selector.others.len() <= MAX_COMBINATORS
            && self.is(node, &selector.subject)
            && self.fits(node, &selector.others)
    }

    /// Whether what stands left of an element's compound is there. As deep as there are combinators.
    fn fits(&mut self, node: usize, others: &[(Combinator, Compound<'a>)]) -> bool {
        let [(combinator, compound), rest @ ..] = others else {
            return true;
        };
        let step = |tree: &Tree<'_>, node: usize| {
            let node = tree.get(node)?;
            let next = match combinator {
                Combinator::Descendant | Combinator::Child => node.parent,
                Combinator::Next | Combinator::Later => node.previous,
            };
            (next != NONE).then_some(next)
        };
        let once = matches!(combinator, Combinator::Child | Combinator::Next);
        let mut at = node;
        while let Some(next) = step(self.tree, at) {
            if !self.spend(1) {
                return false;
            }
            if self.is(next, compound) && self.fits(next, rest) {
                return true;
            }
            if once {
                return false;
            }
            at = next;
        }
        false
    }

    #[inline(never)]
    fn is(&mut self, node: usize, compound: &Compound<'a>) -> bool {
        let tree = self.tree;
        let Some(element) = tree.get(node) else {
            return false;
        };
        let name = tree.str(&element.name);
        if compound
            .name
            .as_ref()
            .is_some_and(|wanted| !wanted.is_like(name))
            || compound.root && !name.is_like("html")
            || compound.first_child && element.previous != NONE
        {
            return false;
        }
        let id = tree.attribute(element, "id");
        if compound.ids.iter().any(|wanted| id != Some(&**wanted)) {
            return false;
        }
        if !compound.classes.is_empty() {
            let classes = tree.attribute(element, "class").unwrap_or_default();
            self.spend(classes.len() / 16 * compound.classes.len());
            let has = |wanted: &str| classes.split_ascii_whitespace().any(|c| c == wanted);
            if !compound.classes.iter().all(|wanted| has(wanted)) {
                return false;
            }
        }
        compound
            .attributes
            .iter()
            .all(|test| has_attribute(tree, element, test))
            && !compound.not.iter().any(|refused| self.is(node, refused))
    }
}

fn has_attribute(tree: &Tree<'_>, element: &Node, test: &AttributeTest<'_>) -> bool {
    let Some(value) = tree.attribute(element, &test.name) else {
        return false;
    };
    let wanted = &*test.value;
    match test.operator {
        0 => true,
        b'=' => value == wanted,
        b'~' => value.split_ascii_whitespace().any(|word| word == wanted),
        b'|' => value
            .strip_prefix(wanted)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
        b'^' => !wanted.is_empty() && value.starts_with(wanted),
        b'$' => !wanted.is_empty() && value.ends_with(wanted),
        b'*' => !wanted.is_empty() && value.contains(wanted),
        _ => false,
    }
}
