//! The Unicode Character Database as it stands in its files.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

/// The number of code points.
pub(crate) const POINTS: u32 = 0x11_0000;

pub(crate) type Result<T> = std::result::Result<T, String>;

/// One value for each code point.
#[derive(Debug)]
pub(crate) struct Column {
    values: Vec<String>,
    of: Vec<u16>,
}

impl Column {
    pub(crate) fn get(&self, point: u32) -> &str {
        let value = self.of.get(point as usize).copied().unwrap_or_default();
        self.values.get(usize::from(value)).map_or("", |v| v)
    }

    fn new(default: &str) -> Self {
        Self {
            values: vec![default.to_owned()],
            of: vec![0; POINTS as usize],
        }
    }

    fn set(&mut self, points: RangeInclusive<u32>, value: &str) {
        let known = self.values.iter().position(|v| v == value);
        let index = known.unwrap_or_else(|| {
            self.values.push(value.to_owned());
            self.values.len() - 1
        });
        for point in points {
            if let Some(slot) = self.of.get_mut(point as usize) {
                *slot = index as u16;
            }
        }
    }
}

/// What the tables are made from.
#[derive(Debug)]
pub(crate) struct Ucd {
    folder: PathBuf,
    pub(crate) version: [u8; 3],
    pub(crate) category: Column,
    pub(crate) bidi_class: Column,
    pub(crate) joining_type: Column,
    pub(crate) combining_class: Column,
    /// Y, N or M: whether a character stands in text that is in NFC.
    pub(crate) nfc_quick_check: Column,
    pub(crate) script: Column,
    /// Sets of short script names, as in the file; empty where the file is silent.
    pub(crate) script_extensions: Column,
    /// Names, those of controls from the aliases; none for ranges that the data names by rule.
    pub(crate) names: BTreeMap<u32, String>,
    /// Each short script name with its long one.
    pub(crate) script_aliases: BTreeMap<String, String>,
    pub(crate) mathematical_block: RangeInclusive<u32>,
    /// The selectors of the registered variation sequences of each base.
    pub(crate) variations: BTreeMap<u32, BTreeSet<u32>>,
    binary: HashMap<String, Vec<bool>>,
}

impl Ucd {
    /// Reads the folder that holds `ucd/`.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let folder = folder.join("ucd");
        if !folder.is_dir() {
            return Err(format!(
                "no Unicode data at {}: give the folder that holds `ucd/` of one Unicode version \
                 (as published at unicode.org/Public) with --ucd",
                folder.display()
            ));
        }
        let file = |name: &str| read(&folder, name);
        let aliases = Aliases::parse(&file("PropertyValueAliases.txt")?);
        let mut binary = HashMap::new();
        for name in [
            "PropList.txt",
            "DerivedCoreProperties.txt",
            "emoji/emoji-data.txt",
        ] {
            flags(&file(name)?, &mut binary)?;
        }
        let mut variations = BTreeMap::new();
        for name in [
            "StandardizedVariants.txt",
            "emoji/emoji-variation-sequences.txt",
        ] {
            sequences(&file(name)?, &mut variations)?;
        }
        let column = |name: &str, property: &str, default: &str| {
            column(
                &file(name)?,
                &|value| aliases.short(property, value),
                default,
            )
        };
        Ok(Self {
            version: version(&folder)?,
            category: column("extracted/DerivedGeneralCategory.txt", "gc", "Cn")?,
            bidi_class: column("extracted/DerivedBidiClass.txt", "bc", "L")?,
            joining_type: column("extracted/DerivedJoiningType.txt", "jt", "U")?,
            combining_class: column("extracted/DerivedCombiningClass.txt", "", "0")?,
            nfc_quick_check: quick_check(&file("DerivedNormalizationProps.txt")?, "NFC_QC")?,
            script: column("Scripts.txt", "sc", "Zzzz")?,
            script_extensions: column("ScriptExtensions.txt", "", "")?,
            names: names(&file("UnicodeData.txt")?, &file("NameAliases.txt")?)?,
            script_aliases: aliases.of("sc"),
            mathematical_block: block(&file("Blocks.txt")?, "Mathematical Alphanumeric Symbols")?,
            variations,
            binary,
            folder,
        })
    }

    /// The pairs of letters that look alike on purpose (UTS #39), from the folder beside `ucd/`.
    pub(crate) fn intentional(&self) -> Result<Vec<[u32; 2]>> {
        let text = read(&self.folder, "../security/intentional.txt")?;
        lines(text.trim_start_matches('\u{FEFF}')) // ZERO WIDTH NO-BREAK SPACE, as a byte-order mark
            .map(|line| {
                let (points, fields) = line?;
                Ok([*points.start(), hex(fields.first().unwrap_or(&""))?])
            })
            .collect()
    }

    /// Each character with its skeleton (UTS #39): `confusables.txt` resolves chains itself.
    pub(crate) fn confusables(&self) -> Result<Vec<(u32, Vec<u32>)>> {
        let text = read(&self.folder, "../security/confusables.txt")?;
        lines(text.trim_start_matches('\u{FEFF}')) // ZERO WIDTH NO-BREAK SPACE, as a byte-order mark
            .map(|line| {
                let (points, fields) = line?;
                let skeleton = fields.first().unwrap_or(&"").split_whitespace();
                Ok((*points.start(), skeleton.map(hex).collect::<Result<_>>()?))
            })
            .collect()
    }

    /// Each character with its full case folding: statuses C and F of `CaseFolding.txt`.
    pub(crate) fn case_foldings(&self) -> Result<BTreeMap<u32, Vec<u32>>> {
        let text = read(&self.folder, "CaseFolding.txt")?;
        let mut all = BTreeMap::new();
        for line in lines(&text) {
            let (points, fields) = line?;
            if let ["C" | "F", into, ..] = fields[..] {
                let into: Result<_> = into.split_whitespace().map(hex).collect();
                all.insert(*points.start(), into?);
            }
        }
        Ok(all)
    }

    /// The characters of the General Security Profile (UTS #39, 3.1).
    pub(crate) fn allowed(&self) -> Result<BTreeSet<u32>> {
        let text = read(&self.folder, "../security/IdentifierStatus.txt")?;
        let mut all = BTreeSet::new();
        for line in lines(text.trim_start_matches('\u{FEFF}')) {
            let (points, fields) = line?; // the mark above is ZERO WIDTH NO-BREAK SPACE, as a byte-order mark
            if fields == ["Allowed"] {
                all.extend(points);
            }
        }
        Ok(all)
    }

    /// The flags of regions, each as its two letters counted from nought.
    pub(crate) fn flags(&self) -> Result<Vec<[u32; 2]>> {
        let text = read(&self.folder, "../emoji/emoji-sequences.txt")?;
        let mut found = Vec::new();
        for line in text
            .lines()
            .filter(|line| line.contains("; RGI_Emoji_Flag_Sequence"))
        {
            let points = line
                .split(';')
                .next()
                .unwrap_or_default()
                .split_whitespace();
            let points: Vec<u32> = points.map(hex).collect::<Result<_>>()?;
            match points[..] {
                [a @ 0x1_F1E6..=0x1_F1FF, b @ 0x1_F1E6..=0x1_F1FF] => {
                    found.push([a - 0x1_F1E6, b - 0x1_F1E6]);
                }
                _ => return Err(format!("emoji-sequences.txt: not a flag: {line}")),
            }
        }
        match found.len() {
            0 => Err("emoji-sequences.txt: no flags".to_owned()),
            _ => Ok(found),
        }
    }

    /// Each code point that decomposes, with the tag of its mapping (empty if it is canonical), and into what, not yet
    /// followed further.
    pub(crate) fn decompositions(&self) -> Result<BTreeMap<u32, (String, Vec<u32>)>> {
        let text = read(&self.folder, "UnicodeData.txt")?;
        let mut all = BTreeMap::new();
        for line in text.lines() {
            let (points, fields) = fields(line)?;
            let mapping = fields.get(4).copied().unwrap_or_default();
            let tagged = mapping
                .split_once(' ')
                .filter(|(tag, _)| tag.starts_with('<'));
            let (tag, into) = tagged.unwrap_or(("", mapping));
            let into: Vec<u32> = into.split_whitespace().map(hex).collect::<Result<_>>()?;
            if !into.is_empty() {
                all.insert(*points.start(), (tag.to_owned(), into));
            }
        }
        Ok(all)
    }

    /// The values of decimal digits.
    pub(crate) fn decimals(&self) -> Result<BTreeMap<u32, u32>> {
        let text = read(&self.folder, "UnicodeData.txt")?;
        let mut all = BTreeMap::new();
        for line in text.lines() {
            let (points, fields) = fields(line)?;
            if let Some(Ok(value)) = fields.get(5).map(|value| value.parse()) {
                all.insert(*points.start(), value);
            }
        }
        Ok(all)
    }

    /// The code points that composition never gives.
    pub(crate) fn composition_exclusions(&self) -> Result<BTreeSet<u32>> {
        let text = read(&self.folder, "DerivedNormalizationProps.txt")?;
        let mut all = BTreeSet::new();
        for line in lines(&text) {
            let (points, fields) = line?;
            if fields == ["Full_Composition_Exclusion"] {
                all.extend(points);
            }
        }
        Ok(all)
    }

    /// Whether the code point has a binary property.
    pub(crate) fn is(&self, property: &str, point: u32) -> bool {
        let flags = self.binary.get(property);
        flags.is_some_and(|flags| flags.get(point as usize).copied().unwrap_or_default())
    }

    /// An error where none of the files that were read knows the property.
    pub(crate) fn know(&self, property: &str) -> Result<()> {
        if self.binary.contains_key(property) {
            return Ok(());
        }
        Err(format!(
            "no property {property} in the files under {}",
            self.folder.display()
        ))
    }
}

/// One quick-check property of `DerivedNormalizationProps.txt`, which lists what is not Y.
fn quick_check(text: &str, property: &str) -> Result<Column> {
    let mut column = Column::new("Y");
    for line in lines(text) {
        let (points, fields) = line?;
        if let [name, value] = fields[..]
            && name == property
        {
            column.set(points, value);
        }
    }
    Ok(column)
}

/// The data lines: code points, then the other fields.
fn lines(text: &str) -> impl Iterator<Item = Result<(RangeInclusive<u32>, Vec<&str>)>> {
    text.lines().filter_map(|line| {
        let data = line.split('#').next().unwrap_or_default().trim();
        (!data.is_empty()).then(|| fields(data))
    })
}

fn fields(data: &str) -> Result<(RangeInclusive<u32>, Vec<&str>)> {
    let mut fields = data.split(';').map(str::trim);
    let points = points(fields.next().unwrap_or_default())?;
    Ok((points, fields.collect()))
}

fn points(field: &str) -> Result<RangeInclusive<u32>> {
    let (first, last) = field.split_once("..").unwrap_or((field, field));
    Ok(hex(first)?..=hex(last)?)
}

fn hex(digits: &str) -> Result<u32> {
    u32::from_str_radix(digits, 16).map_err(|_| format!("`{digits}` is not a code point"))
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The version that the files say they are of: all of them the same.
fn version(folder: &Path) -> Result<[u8; 3]> {
    let mut found = BTreeSet::new();
    for name in ["Scripts", "PropList", "NameAliases", "StandardizedVariants"] {
        let text = read(folder, &format!("{name}.txt"))?;
        let first = text.lines().next().unwrap_or_default();
        let stated = first.strip_prefix("# ").and_then(|title| {
            title
                .strip_prefix(name)?
                .strip_prefix('-')?
                .strip_suffix(".txt")
        });
        found.insert(
            stated
                .ok_or(format!("{name}.txt does not begin with its version"))?
                .to_owned(),
        );
    }
    let emoji = read(folder, "emoji/emoji-data.txt")?;
    let stated = emoji
        .lines()
        .find_map(|line| line.strip_prefix("# Version: "));
    found.insert(
        stated
            .ok_or("emoji-data.txt states no version")?
            .trim()
            .to_owned(),
    );
    let numbers: Vec<u8> = match found.len() {
        1 => found
            .iter()
            .flat_map(|version| version.split('.'))
            .filter_map(|number| number.parse().ok())
            .collect(),
        _ => return Err(format!("files of several Unicode versions: {found:?}")),
    };
    numbers
        .try_into()
        .map_err(|_| format!("{found:?} is not a version"))
}

/// A property with one value for each code point; `@missing` lines give the defaults.
fn column(text: &str, short: &dyn Fn(&str) -> String, default: &str) -> Result<Column> {
    let mut column = Column::new(default);
    for line in text.lines() {
        let missing = line.strip_prefix("# @missing: ");
        if let Some((points, fields)) = missing.map(fields).transpose()? {
            match fields.last() {
                Some(value) if !value.starts_with('<') => column.set(points, &short(value)),
                _ => {}
            }
        }
    }
    for line in lines(text) {
        let (points, fields) = line?;
        let value = fields.first().ok_or("a line without a value")?;
        column.set(points, &short(value));
    }
    Ok(column)
}

fn flags(text: &str, into: &mut HashMap<String, Vec<bool>>) -> Result<()> {
    for line in lines(text) {
        let (points, fields) = line?;
        let property = fields.first().copied().unwrap_or_default();
        let flags = into
            .entry(property.to_owned())
            .or_insert_with(|| vec![false; POINTS as usize]);
        for point in points {
            if let Some(flag) = flags.get_mut(point as usize) {
                *flag = true;
            }
        }
    }
    Ok(())
}

fn sequences(text: &str, into: &mut BTreeMap<u32, BTreeSet<u32>>) -> Result<()> {
    for line in text.lines() {
        let data = line.split('#').next().unwrap_or_default();
        let sequence = data.split(';').next().unwrap_or_default().trim();
        if let Some((base, selector)) = sequence.split_once(' ') {
            into.entry(hex(base)?).or_default().insert(hex(selector)?);
        }
    }
    Ok(())
}

fn names(data: &str, aliases: &str) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for line in data.lines() {
        let (points, fields) = fields(line)?;
        match fields.first() {
            Some(name) if !name.starts_with('<') => {
                names.insert(*points.start(), (*name).to_owned());
            }
            _ => {}
        }
    }
    // the first alias is the preferred one; four C1 controls have only a "figment"
    for line in lines(aliases) {
        let (points, fields) = line?;
        if let [name, "control" | "figment"] = fields.as_slice() {
            names
                .entry(*points.start())
                .or_insert_with(|| (*name).to_owned());
        }
    }
    Ok(names)
}

fn block(text: &str, name: &str) -> Result<RangeInclusive<u32>> {
    for line in lines(text) {
        let (points, fields) = line?;
        if fields.first() == Some(&name) {
            return Ok(points);
        }
    }
    Err(format!("no block `{name}` in Blocks.txt"))
}

/// Short and long names of property values.
struct Aliases(BTreeMap<(String, String), (String, String)>);

impl Aliases {
    fn parse(text: &str) -> Self {
        let mut aliases = BTreeMap::new();
        for line in text.lines() {
            let data = line.split('#').next().unwrap_or_default();
            let fields: Vec<&str> = data.split(';').map(str::trim).collect();
            if let [property, short, long, ..] = fields.as_slice() {
                let names = ((*short).to_owned(), (*long).to_owned());
                for name in [short, long] {
                    let key = ((*property).to_owned(), (*name).to_owned());
                    aliases.insert(key, names.clone());
                }
            }
        }
        Self(aliases)
    }

    /// The short name of a value, or the value itself where the property has no named values.
    fn short(&self, property: &str, value: &str) -> String {
        let key = (property.to_owned(), value.to_owned());
        let names = self.0.get(&key);
        names.map_or_else(|| value.to_owned(), |(short, _)| short.clone())
    }

    fn of(&self, property: &str) -> BTreeMap<String, String> {
        let of = self.0.iter().filter(|((p, _), _)| p == property);
        of.map(|(_, names)| names.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use super::{Aliases, Ucd, column, flags, names, sequences};

    #[test]
    fn a_column_has_defaults_and_values() {
        let aliases = Aliases::parse("bc ; R ; Right_To_Left\nbc ; L ; Left_To_Right\n");
        let text = "# @missing: 0000..10FFFF; Left_To_Right\n# @missing: 0590..05FF; Right_To_Left\n\
                    \n0591 ; NSM # Mn  HEBREW ACCENT ETNAHTA\n0593..0594    ; ON\n";
        let column = column(text, &|value| aliases.short("bc", value), "").unwrap();
        let values = [0x41, 0x590, 0x591, 0x593, 0x594, 0x595, 0x600].map(|p| column.get(p));
        assert_eq!(values, ["L", "R", "NSM", "ON", "ON", "R", "L"]);
    }

    #[test]
    fn lines_that_are_no_data_are_an_error() {
        let mut binary = HashMap::new();
        assert!(flags("0041..005A ; Math # L&\n", &mut binary).is_ok());
        assert!(binary["Math"][0x5A] && !binary["Math"][0x5B]);
        let error = flags("004X ; Math\n", &mut binary).unwrap_err();
        assert!(error.contains("004X"));
    }

    #[test]
    fn controls_are_named_by_their_first_alias() {
        let data = "0007;<control>;Cc;0\n0041;LATIN CAPITAL LETTER A;Lu;0\n";
        let aliases = "0007;ALERT;control\n0007;BELL;control\n0041;NOT THIS;correction\n";
        let names = names(data, aliases).unwrap();
        let expected = [(7, "ALERT"), (0x41, "LATIN CAPITAL LETTER A")];
        assert!(names.iter().map(|(p, n)| (*p, n.as_str())).eq(expected));
    }

    #[test]
    fn sequences_are_grouped_by_base() {
        let mut variations = BTreeMap::new();
        let text = "# note\n0030 FE00; short diagonal stroke form; # DIGIT ZERO\n0030 FE0F  ; emoji style;\n";
        sequences(text, &mut variations).unwrap();
        assert_eq!(variations, [(0x30, [0xFE00, 0xFE0F].into())].into());
    }

    #[test]
    fn a_missing_folder_is_said_to_be_missing() {
        let error = Ucd::read("no/such/folder".as_ref()).unwrap_err();
        assert!(error.contains("no/such/folder") && error.contains("--ucd"));
    }
}
