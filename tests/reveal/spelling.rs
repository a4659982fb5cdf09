//! Encodings that spell or turn letters.

pub(super) fn words(text: &str, between: &str, within: &str, letter: fn(char) -> String) -> String {
    let spell = |word: &str| {
        let letters = word.chars().filter(char::is_ascii_alphabetic);
        letters
            .map(|c| letter(c.to_ascii_lowercase()))
            .collect::<Vec<_>>()
            .join(within)
    };
    text.split(' ').map(spell).collect::<Vec<_>>().join(between)
}

pub(super) fn morse(c: char) -> String {
    let signs = ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..";
    signs.split(' ').nth(c as usize - 97).unwrap().into()
}

pub(super) fn braille(c: char) -> String {
    let cells = "\u{2801}\u{2803}\u{2809}\u{2819}\u{2811}\u{280B}\u{281B}\u{2813}\u{280A}\u{281A}\u{2805}\u{2807}\u{280D}\u{281D}\u{2815}\u{280F}\u{281F}\u{2817}\u{280E}\u{281E}\u{2825}\u{2827}\u{283A}\u{282D}\u{283D}\u{2835}";
    cells.chars().nth(c as usize - 97).unwrap().into()
}

pub(super) fn nato(c: char) -> String {
    let words = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu";
    words.split(' ').nth(c as usize - 97).unwrap().into()
}

pub(super) fn leet(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_ascii_lowercase() {
            'a' => '4',
            'e' => '3',
            'i' => '1',
            'o' => '0',
            's' => '5',
            't' => '7',
            c => c,
        })
        .collect()
}

pub(super) fn upside_down(text: &str) -> String {
    let turned = "\u{250}q\u{254}p\u{1DD}\u{25F}\u{183}\u{265}\u{1D09}\u{27E}\u{29E}l\u{26F}uodb\u{279}s\u{287}n\u{28C}\u{28D}x\u{28E}z";
    let turn = |c: char| match c.to_ascii_lowercase() {
        c @ 'a'..='z' => turned.chars().nth(c as usize - 97).unwrap(),
        ',' => '\'',
        c => c,
    };
    text.chars().rev().map(turn).collect()
}

pub(super) fn pig_latin(word: &str) -> String {
    let word = word.to_lowercase();
    let (letters, marks) = word.split_at(word.trim_end_matches(|c: char| !c.is_alphabetic()).len());
    let start = letters.find(['a', 'e', 'i', 'o', 'u']).unwrap_or(0);
    match start {
        0 => format!("{letters}way{marks}"),
        _ => format!("{}{}ay{marks}", &letters[start..], &letters[..start]),
    }
}

pub(super) fn spaced(text: &str, within: &str, between: &str) -> String {
    let spell = |word: &str| {
        word.chars()
            .map(String::from)
            .collect::<Vec<_>>()
            .join(within)
    };
    text.split(' ').map(spell).collect::<Vec<_>>().join(between)
}

pub(super) fn acrostic(text: &str) -> String {
    let words = [
        "orning light",
        "ld houses",
        "very street",
        "iver water",
        "nd so on",
        "ome time later",
        "ear the hill",
    ];
    let letters = text.chars().filter(char::is_ascii_alphabetic);
    let lines = letters.enumerate().map(|(at, c)| {
        format!(
            "{}{} was there again",
            c.to_ascii_uppercase(),
            words[at % words.len()]
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn punycode(text: &str) -> String {
    let chars: Vec<u32> = text.chars().map(u32::from).collect();
    let mut out: String = text.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72_u32, basic);
    while (done as usize) < chars.len() {
        let next = *chars.iter().filter(|&&c| c >= n).min().unwrap();
        delta += (next - n) * (done + 1);
        n = next;
        for &c in &chars {
            if c < n {
                delta += 1;
            }
            if c == n {
                let (mut q, mut k) = (delta, 36);
                loop {
                    let t = k_threshold(k, bias);
                    if q < t {
                        break;
                    }
                    out.push(digit(t + (q - t) % (36 - t)));
                    q = (q - t) / (36 - t);
                    k += 36;
                }
                out.push(digit(q));
                let mut d = if done == basic {
                    delta / 700
                } else {
                    delta / 2
                };
                d += d / (done + 1);
                let mut k = 0;
                while d > 455 {
                    d /= 35;
                    k += 36;
                }
                bias = k + 36 * d / (d + 38);
                delta = 0;
                done += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    out
}

fn k_threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(1, 26)
}

fn digit(value: u32) -> char {
    char::from(if value < 26 {
        b'a' + value as u8
    } else {
        b'0' + (value - 26) as u8
    })
}

/// So many lines of a letter, with something behind each.
fn lines(ends: &[String]) -> String {
    let lines = ends.iter().enumerate();
    let lines = lines.map(|(at, end)| format!("Line {at} of an ordinary letter.{end}\n"));
    lines.collect()
}

fn bits(text: &str) -> Vec<u8> {
    let bytes = text.bytes();
    bytes
        .flat_map(|b| (0..8).rev().map(move |at| b >> at & 1))
        .collect()
}

/// A space for nought and a tab for one, sixteen behind each line.
pub(super) fn blanks(text: &str) -> String {
    let blank = |bit: &u8| if *bit == 1 { '\t' } else { ' ' };
    let ends: Vec<String> = bits(text)
        .chunks(16)
        .map(|bits| bits.iter().map(blank).collect())
        .collect();
    lines(&ends)
}

/// As SNOW does: a tab, then three bits as up to seven spaces, the lowest bit first, with a tab behind; five numbers a line.
pub(super) fn snow(text: &str) -> String {
    let number = |bits: &[u8]| {
        let value = bits
            .iter()
            .enumerate()
            .map(|(at, bit)| bit << at)
            .sum::<u8>();
        format!("{}\t", " ".repeat(value.into()))
    };
    let numbers: Vec<String> = bits(text).chunks(3).map(number).collect();
    let mut ends: Vec<String> = numbers.chunks(5).map(|five| five.concat()).collect();
    ends[0].insert(0, '\t');
    lines(&ends)
}
