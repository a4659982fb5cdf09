//! The features of a token: itself, its neighbours, what it means, how it is written.

use super::{lexicon::mix, token::Token};

/// Features of one token at most.
const MAX: usize = 24;

/// Concepts further apart than this have nothing to do with each other.
const REACH: usize = 14;

/// The hashes of one token's features.
#[derive(Clone, Debug, Default)]
pub struct Features {
    hashes: [u32; MAX],
    len: usize,
}

impl Features {
    /// The hashes.
    #[must_use]
    pub fn hashes(&self) -> &[u32] {
        self.hashes.get(..self.len).unwrap_or_default()
    }

    #[inline]
    fn add(&mut self, kind: Kind, a: u32, b: u32) {
        if let Some(slot) = self.hashes.get_mut(self.len) {
            let kind = (kind as u32 + 1).wrapping_mul(0x9E37_79B1);
            *slot =
                mix((a ^ kind).wrapping_mul(0xCC9E_2D51).rotate_left(15)
                    ^ b.wrapping_mul(0x1B87_3593));
            self.len += 1;
        }
    }
}

/// What a feature is made of.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
enum Kind {
    Word,
    Stem,
    Pair,
    Skip,
    StemPair,
    Triple,
    Before,
    Around,
    Concept,
    ConceptPair,
    ConceptTriple,
    ConceptStarts,
    Shout,
    Quad,
    LongSkip,
    StartPair,
}

/// The tokens and concepts that came before.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The last three words, latest first.
    words: [u32; 3],
    stem: u32,
    shouts: bool,
    starts: bool,
    /// The last two concepts and their places, latest first.
    concepts: [(u32, usize); 2],
    at: usize,
}

impl History {
    /// The features of the next token. Constant time.
    #[inline]
    pub fn next(&mut self, token: &Token) -> Features {
        let mut features = Features::default();
        let [first, second, third] = self.words;
        if token.word == first && token.word == second {
            // said a third time it says nothing new: a row of escapes, of numbers, of dots
            self.at += 1;
            return features;
        }
        features.add(Kind::Word, token.word, 0);
        if token.stem != token.word {
            features.add(Kind::Stem, token.stem, 0);
        }
        features.add(Kind::Pair, first, token.word);
        features.add(Kind::Skip, second, token.word);
        features.add(Kind::Triple, mix(second) ^ first, token.word);
        if token.dense {
            features.add(Kind::Quad, mix(mix(third) ^ second) ^ first, token.word);
        } else {
            features.add(Kind::LongSkip, third, token.word);
            if token.stem != token.word || self.stem != first {
                features.add(Kind::StemPair, self.stem, token.stem);
            }
        }
        if token.before != 0 {
            features.add(Kind::Before, token.before, 0);
            features.add(Kind::Around, token.before, token.word);
        }
        if token.starts {
            features.add(Kind::StartPair, token.stem, 0);
        } else if self.starts {
            features.add(Kind::StartPair, self.stem, token.stem);
        }
        if token.shouts {
            features.add(Kind::Shout, u32::from(self.shouts), 0);
        }
        if let Some(concept) = token.concept {
            self.add_concept(u32::from(concept), token, &mut features);
        }
        self.words = [token.word, first, second];
        (self.stem, self.shouts, self.starts) = (token.stem, token.shouts, token.starts);
        self.at += 1;
        features
    }

    /// Concepts go in pairs without order: languages differ in where the verb stands.
    fn add_concept(&mut self, concept: u32, token: &Token, features: &mut Features) {
        features.add(Kind::Concept, concept, 0);
        if token.starts {
            features.add(Kind::ConceptStarts, concept, 0);
        }
        let near = |(other, at): (u32, usize)| other != 0 && self.at - at <= REACH;
        let [first, second] = self.concepts;
        let pair = |a: u32, b: u32| (a.min(b), a.max(b));
        if near(first) && first.0 != concept {
            let (a, b) = pair(first.0, concept);
            features.add(Kind::ConceptPair, a, b);
        }
        if near(second) && second.0 != concept {
            let (a, b) = pair(second.0, concept);
            features.add(Kind::ConceptPair, a, b);
            if first.0 != second.0 && first.0 != concept {
                let mut three = [first.0, second.0, concept];
                three.sort_unstable();
                let [a, b, c] = three;
                features.add(Kind::ConceptTriple, a << 8 | b, c);
            }
        }
        if first.0 != concept {
            self.concepts = [(concept, self.at), first];
        } else if let Some(latest) = self.concepts.first_mut() {
            latest.1 = self.at;
        }
    }
}
