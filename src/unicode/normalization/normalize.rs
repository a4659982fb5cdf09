//! A stretch of text in a normalization form.

use super::{
    Form,
    buffer::{Buffer, Item},
    class::Mark,
    compose::compose,
    decompose::{Kind, decomposition},
    hangul,
    order::order,
};

/// Normalizes stretch after stretch, with one buffer for all.
#[derive(Debug)]
pub(crate) struct Normalizer {
    form: Form,
    buffer: Buffer,
}

impl Normalizer {
    pub(crate) const fn new(form: Form) -> Self {
        Self {
            form,
            buffer: Buffer::new(),
        }
    }

    /// The stretch in the form, `None` if it is in it.
    ///
    /// Linear in the stretch and what it decomposes to. Allocates for some tens of characters in a stretch only.
    pub(crate) fn change(&mut self, stretch: &str) -> Option<impl Iterator<Item = char>> {
        if self.is_plain(stretch) {
            return None;
        }
        self.buffer.clear();
        for c in stretch.chars() {
            self.decompose(c);
        }
        let items = self.buffer.items();
        order(items);
        let length = match self.form.composed {
            true => compose_all(items),
            false => items.len(),
        };
        let normalized = items.iter().take(length).map(|item| item.char());
        (!normalized.clone().eq(stretch.chars())).then_some(normalized)
    }

    /// Whether the form changes nothing, seen from each character and the one before it: what the Standard calls a
    /// quick check. `false` where one must look closer.
    fn is_plain(&self, stretch: &str) -> bool {
        let mut last = 0;
        stretch.chars().all(|c| {
            if self.form.is_stable(c) {
                last = 0;
                return true;
            }
            let mark = Mark::of(c);
            let ordered = last <= mark.class() && mark.class() != 0;
            last = mark.class();
            let stays = !(self.form.composed && mark.second() != 0);
            ordered && stays && !self.form.decomposes(c)
        })
    }

    fn decompose(&mut self, c: char) {
        match decomposition(c) {
            Some((Kind::Compatible, _)) if !self.form.compatible => self.buffer.push(Item::new(c)),
            Some((Kind::Further, parts)) if self.form.compatible => {
                parts.for_each(|part| self.decompose_further(part));
            }
            Some((_, parts)) => parts.for_each(|part| self.buffer.push(Item::new(part))),
            None => match hangul::decompose(c) {
                Some(letters) => letters.for_each(|letter| self.buffer.push(Item::new(letter))),
                None => self.buffer.push(Item::new(c)),
            },
        }
    }

    /// A part of a canonical decomposition, which can decompose for the compatibility forms only, and then fully.
    fn decompose_further(&mut self, part: char) {
        match decomposition(part) {
            Some((_, parts)) => parts.for_each(|part| self.buffer.push(Item::new(part))),
            None => self.buffer.push(Item::new(part)),
        }
    }
}

/// The Canonical Composition Algorithm (The Unicode Standard, 3.11) in place: how many characters are left.
fn compose_all(items: &mut [Item]) -> usize {
    let mut starter: Option<(usize, char)> = None;
    let mut last = 0;
    let mut length = 0;
    for at in 0..items.len() {
        let Some(&item) = items.get(at) else { break };
        let class = item.class();
        // nothing between, or only marks of lower classes
        let reaches = last == 0 || last < class;
        if let Some((place, first)) = starter.filter(|_| reaches)
            && let Some(composite) = compose(first, item.char())
        {
            starter = Some((place, composite));
            if let Some(to) = items.get_mut(place) {
                *to = Item::new(composite);
            }
            continue;
        }
        if class == 0 {
            starter = Some((length, item.char()));
        }
        last = class;
        // never past what was read
        if let Some(to) = items.get_mut(length) {
            *to = item;
        }
        length += 1;
    }
    length
}
