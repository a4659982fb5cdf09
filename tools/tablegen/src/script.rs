//! The scripts, the Script property and Script_Extensions.

use std::collections::BTreeMap;

use crate::{
    class,
    pack::{Array, Trie, runs},
    parse::{POINTS, Result, Ucd},
    profile::Cover,
    write::File,
};

/// Scripts by number: their short names. Unknown is 0, so that an empty answer is it.
fn scripts(ucd: &Ucd) -> Vec<String> {
    let mut used: Vec<(String, String)> = ucd
        .script_aliases
        .iter()
        .filter(|(short, _)| (0..POINTS).any(|point| ucd.script.get(point) == *short))
        .map(|(short, long)| (long.clone(), short.clone()))
        .collect();
    let rank = |short: &str| match short {
        "Zzzz" => 0,
        "Zyyy" => 1,
        "Zinh" => 2,
        _ => 3,
    };
    used.sort_by(|(a, x), (b, y)| (rank(x), a).cmp(&(rank(y), b)));
    used.into_iter().map(|(_, short)| short).collect()
}

/// The script of each slot by number; none where the class says Unknown already, so the table may hold anything.
pub(crate) fn values(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<Vec<Option<u16>>> {
    let shorts = scripts(ucd);
    let number = |point| {
        let short = ucd.script.get(point);
        let at = shorts.iter().position(|known| known == short)?;
        (at != 0).then_some(at as u16)
    };
    Ok(Cover::of(ucd, class)?.points().map(number).collect())
}

pub(crate) fn file(ucd: &Ucd, class: &dyn Fn(u32) -> u8) -> Result<File> {
    let shorts = scripts(ucd);
    let long = |short: &String| ucd.script_aliases.get(short).cloned().unwrap_or_default();
    let names: Vec<String> = shorts.iter().map(long).collect();
    if names.len() > 189 {
        return Err(format!(
            "{} scripts and three writing systems do not fit the 192 bits of a script set",
            names.len()
        ));
    }
    let unknown = [
        "Unassigned",
        "DefaultIgnorable",
        "PrivateUse",
        "Noncharacter",
    ]
    .map(class::code);
    for point in 0..POINTS {
        if (ucd.script.get(point) == "Zzzz") != unknown.contains(&class(point))
            && ucd.category.get(point) != "Cs"
        {
            return Err(format!(
                "U+{point:04X}: script Unknown no longer follows from the class"
            ));
        }
    }
    let mut file = File::new(
        "script",
        ucd.version,
        &["Scripts.txt", "PropertyValueAliases.txt"],
        "The scripts, and the trie of the Script property over the slots of `profile`.",
    );
    let count = names.len();
    let variants: Vec<String> = names.iter().map(|name| name.replace('_', "")).collect();
    let mut declared = String::from(
        "/// A value of the Script property.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\n// named as the UCD names them\n#[allow(clippy::enum_variant_names)]\npub(crate) enum Script {\n",
    );
    for (variant, short) in variants.iter().zip(&shorts) {
        declared.push_str(&format!("    /// `{short}`\n    {variant},\n"));
    }
    declared.push_str("}\n");
    file.code(&declared);
    file.code(&format!(
        "/// Every script, by number.\npub(crate) static SCRIPTS: [Script; {count}] = [\n    Script::{},\n];\n",
        variants.join(",\n    Script::")
    ));
    file.words("NAMES", "The long names, by number.", &names);
    file.trie(&Trie::smallest(&values(ucd, class)?)?);
    Ok(file)
}

pub(crate) fn extensions_file(ucd: &Ucd) -> Result<File> {
    let shorts = scripts(ucd);
    let extensions = |point| {
        let set = ucd.script_extensions.get(point);
        (!set.is_empty()).then(|| set.to_owned())
    };
    let mut starts: BTreeMap<String, u32> = BTreeMap::new();
    let mut sets: Vec<u32> = Vec::new();
    let mut rows = Vec::new();
    for (first, last, set) in runs(extensions) {
        if !starts.contains_key(&set) {
            starts.insert(set.clone(), sets.len() as u32);
            let members: Vec<&str> = set.split(' ').collect();
            sets.push(members.len() as u32);
            for member in members {
                let at = shorts.iter().position(|short| short == member);
                sets.push(at.ok_or(format!("unknown script {member}"))? as u32);
            }
        }
        let start = starts.get(&set).copied().unwrap_or_default();
        rows.push(vec![first, last, start]);
    }
    let mut file = File::new(
        "script_extensions",
        ucd.version,
        &["ScriptExtensions.txt"],
        "Where Script_Extensions is not just the script.",
    );
    file.array(
        "SETS",
        "For each set the number of its scripts, then the scripts.",
        1,
        &Array::new(sets),
    );
    file.split(
        "EXTENSIONS",
        "First and last code point, and where in `SETS` their set begins.",
        3,
        &rows,
    );
    Ok(file)
}
