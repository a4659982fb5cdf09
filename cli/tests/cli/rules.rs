//! Rules of the caller's own, and packs.

use std::{fs, path::Path};

use serde_json::json;

use crate::program::{Run, command, run, tamis_in};

const RULES: &str = r#"
[words]
vault = "Orchid vault"

[[rules]]
id = "acme/vault"
why = "asks for the vault"
weights = { user = 40, document = 70 }
patterns = ["open ..2 {vault}"]
examples = ["Open the Orchid vault"]
counter = ["The Orchid vault is open"]
"#;

/// A folder with rules, a pair of keys and a pack of version 3.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::write(path.join("rules.toml"), RULES).unwrap();
    assert_eq!(tamis_in(path, &["pack", "keygen", "k"]).code, 0);
    fs::write(path.join("office.pack"), sign(path, "3")).unwrap();
    folder
}

fn sign(folder: &Path, version: &str) -> Vec<u8> {
    let args = [
        "pack",
        "sign",
        "--secret",
        "k.secret",
        "--id",
        "acme/office",
        "--version",
        version,
        "rules.toml",
    ];
    let output = command().current_dir(folder).args(args).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn score(folder: &Path, args: &[&str]) -> Run {
    let all = [&["score", "--format", "json"], args].concat();
    run(command()
        .current_dir(folder)
        .args(all)
        .write_stdin("Please open the Orchid vault."))
}

#[test]
fn rules_in_toml_and_json_score_alike() {
    let folder = folder();
    let toml = score(folder.path(), &["--rules", "rules.toml"]).json();
    assert_eq!(toml["files"][0]["signals"][0]["id"], "acme/vault");
    assert_eq!(toml["files"][0]["signals"][0]["byteSpan"], json!([7, 28]));
    assert!(toml["files"][0]["score"].as_f64().unwrap() >= 0.7);
    let rules = json!({
        "words": { "vault": "Orchid vault" },
        "rules": [{ "id": "acme/vault", "why": "asks for the vault", "weights": { "document": 70 }, "patterns": ["open ..2 {vault}"] }],
    });
    fs::write(folder.path().join("rules.json"), rules.to_string()).unwrap();
    assert_eq!(
        score(folder.path(), &["--rules", "rules.json"]).json(),
        toml
    );
    let none = score(folder.path(), &[]).json();
    let score = |json: &serde_json::Value| json["files"][0]["score"].as_f64().unwrap();
    assert!(score(&none) < score(&toml));
}

#[test]
fn scan_fails_on_what_own_rules_find() {
    let folder = folder();
    fs::write(folder.path().join("mail.txt"), "Open the Orchid vault").unwrap();
    let scan = |args: &[&str]| {
        tamis_in(
            folder.path(),
            &[&["scan", "--fail-on", "high", "mail.txt"], args].concat(),
        )
    };
    assert_eq!(scan(&[]).code, 0);
    let found = scan(&["--rules", "rules.toml"]);
    assert_eq!(found.code, 1);
    assert!(
        found.out.contains("acme/vault at 1:1: asks for the vault"),
        "{}",
        found.out
    );
}

#[test]
fn rules_that_are_refused_are_named_and_nothing_is_scored() {
    let folder = folder();
    for (name, text, wanted) in [
        (
            "a.toml",
            RULES.replace("..2", "..20"),
            "a.toml: rule 'acme/vault', pattern 0, at byte 5: `..20`: a gap is",
        ),
        (
            "b.toml",
            RULES.replace("why", "whyy"),
            "b.toml: line 7: unknown field `whyy`",
        ),
        ("c.json", "{\"rules\": 1}".into(), "c.json: invalid type"),
        (
            "d.toml",
            RULES.replace("The Orchid", "Open the Orchid"),
            "d.toml: rule 'acme/vault': the counter-example",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        let run = score(folder.path(), &["--rules", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        assert!(run.err.contains(wanted), "{name}: {}", run.err);
    }
    let twice = score(
        folder.path(),
        &["--rules", "rules.toml", "--rules", "rules.toml"],
    );
    assert!(
        twice
            .err
            .contains("rules: rule 'acme/vault': another rule has this id"),
        "{}",
        twice.err
    );
}

#[test]
fn a_pack_scores_as_its_rules_do() {
    let folder = folder();
    let pack = score(folder.path(), &["--pack", "office.pack", "--key", "k.pub"]);
    let rules = score(folder.path(), &["--rules", "rules.toml"]);
    assert_eq!(pack.json(), rules.json());
    let without_key = score(folder.path(), &["--pack", "office.pack"]);
    assert!(without_key.err.contains("--key"), "{}", without_key.err);
}

#[test]
fn packs_that_cannot_be_trusted_are_refused() {
    let folder = folder();
    let path = folder.path();
    tamis_in(path, &["pack", "keygen", "other"]);
    let mut changed = fs::read(path.join("office.pack")).unwrap();
    changed[120] ^= 1;
    fs::write(path.join("changed.pack"), &changed).unwrap();
    fs::write(path.join("short.pack"), &changed[..80]).unwrap();
    let verify = |args: &[&str]| tamis_in(path, &[&["pack", "verify"], args].concat());
    let good = verify(&[
        "--key",
        "k.pub",
        "--least-version",
        "3",
        "--id",
        "acme/office",
        "office.pack",
    ]);
    assert!(
        good.out.starts_with("acme/office 3: 1 rule, signed by "),
        "{}",
        good.out
    );
    assert_eq!(good.code, 0);
    for (args, wanted) in [
        (
            &["--key", "k.pub", "changed.pack"][..],
            "the signature is wrong",
        ),
        (
            &["--key", "k.pub", "short.pack"],
            "the end of the pack is missing",
        ),
        (
            &["--key", "other.pub", "office.pack"],
            "names a key that is not trusted",
        ),
        (
            &["--key", "k.pub", "--least-version", "4", "office.pack"],
            "version 3 of the pack is older than 4",
        ),
        (
            &["--key", "k.pub", "--id", "acme/home", "office.pack"],
            "this is the pack 'acme/office'",
        ),
        (&["--key", "k.pub", "rules.toml"], "this is no pack"),
        (
            &["--key", "k.secret", "office.pack"],
            "this is a secret key",
        ),
        (&["--key", "k.pub", "gone.pack"], "gone.pack: "),
    ] {
        let run = verify(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(wanted), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_pack_is_shown_whoever_signed_it() {
    let folder = folder();
    let shown = tamis_in(folder.path(), &["pack", "show", "office.pack"]);
    assert!(
        shown
            .out
            .contains("  acme/vault: asks for the vault\n    open ..2 {vault}\n"),
        "{}",
        shown.out
    );
    // what is shown as JSON is a rules file again
    let json = tamis_in(
        folder.path(),
        &["pack", "show", "--format", "json", "office.pack"],
    )
    .json();
    assert_eq!(
        (&json["id"], &json["version"]),
        (&json!("acme/office"), &json!(3))
    );
    let rules = json!({ "words": json["words"], "rules": json["rules"] });
    fs::write(folder.path().join("again.json"), rules.to_string()).unwrap();
    let again = score(folder.path(), &["--rules", "again.json"]).json();
    assert_eq!(
        again,
        score(folder.path(), &["--rules", "rules.toml"]).json()
    );
}

#[test]
fn signing_is_repeatable_and_refuses_bad_rules() {
    let folder = folder();
    let path = folder.path();
    assert_eq!(sign(path, "3"), fs::read(path.join("office.pack")).unwrap());
    fs::write(path.join("bad.toml"), RULES.replace("{vault}", "{vaults}")).unwrap();
    let sign = |id: &str, rules: &str| {
        let args = [
            "pack",
            "sign",
            "--secret",
            "k.secret",
            "--id",
            id,
            "--version",
            "1",
            rules,
        ];
        tamis_in(path, &args)
    };
    let bad = sign("acme/office", "bad.toml");
    assert_eq!((bad.code, bad.out.as_str()), (2, ""));
    assert!(bad.err.contains("no class `vaults`"), "{}", bad.err);
    assert!(sign("Acme Office", "rules.toml").err.contains("kebab-case"));
}

#[test]
fn keys_are_kept_to_their_owner() {
    let folder = folder();
    let path = folder.path();
    let secret = fs::read_to_string(path.join("k.secret")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path.join("k.secret"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = tamis_in(path, &["pack", "keygen", "k"]);
    assert_eq!(again.code, 2);
    assert_eq!(fs::read_to_string(path.join("k.secret")).unwrap(), secret);
    let digits = secret.trim().rsplit(':').next().unwrap();
    for args in [
        &["pack", "keygen", "new"][..],
        &["pack", "show", "office.pack"],
    ] {
        let run = tamis_in(path, args);
        assert!(
            !run.out.contains(digits) && !run.out.contains("secret"),
            "{}",
            run.out
        );
    }
}
