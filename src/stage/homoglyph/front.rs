//! Words in which nothing but usage says that a Cyrillic u is the one of the front vowels.

use crate::unicode::Alphabet;

use super::harmony::small;

/// Frequent words of Mongolian without another vowel that says more, and of which none is a frequent word with the other u.
const MONGOLIAN: &str = "хүн хүний хүнийг хүнд хүмүүс хүү хүч хүчин хүчний хүрч бүр бүрийн бүрийг бүх бүгд бүгдийг бүлгийн \
    бүү үз үзье үйл үйлс үйлдвэр үгийн үгийг үе үед үеийн үүн үүний үүнийг үүр үр түр түүн түүний \
    түүнийг түүх түүхийн түвшин түвшний шүү шүд шүдний нүд нүдний нүүр гүн гүйх гүйж дүн зүг зүйл зүйлс \
    зүйлийг зүүн сүүл сүүлийн";

/// The same of Turkic languages.
const TURKIC: &str = "үз үзе үч үш үй бүген бүгін гүл дәү дәстүр жүз жүр күз күк күн күп күт күч күш мүмкин мүмкін сүз \
    сүт түн түр түс";

/// Whether a word, with the u of the front vowels for each u, is one of these, in a line of Turkic or of Mongolian.
pub(super) fn is_frequent(text: &str, is_turkic: bool) -> bool {
    let letters = || {
        let small = text.chars().filter_map(|c| small(c, Alphabet::Cyrillic));
        small.map(|c| if c == 'у' { 'ү' } else { c })
    };
    let words = if is_turkic { TURKIC } else { MONGOLIAN };
    words.split(' ').any(|word| word.chars().eq(letters()))
}
