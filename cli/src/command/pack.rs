//! `tamis pack`: own rules in one signed file.

use std::{
    fs::OpenOptions,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use serde::Serialize;
use tamis::{Pack as Verified, PackSecret};

use crate::{
    args::Format,
    exit::Exit,
    number::counted,
    report::json::{self, Tool},
    rules::{PackTrust, RulesFile, named, read_secret, secret_text},
    show::escape,
    trouble::Trouble,
};

/// Sign rules of your own, and verify packs that were signed.
///
/// A pack is loaded with --pack by the commands that score. It is refused if one byte of it differs from what was signed,
/// if nobody you trust signed it, or if it is older than --least-version.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Pack {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  tamis pack keygen office                       makes office.secret and office.pub
  tamis pack sign --secret office.secret --id acme/office --version 12 rules.toml > office.pack
  tamis pack verify --key office.pub --least-version 12 office.pack
  tamis score --pack office.pack --key office.pub mail.txt";

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a pair of keys: NAME.secret, for your eyes only, and NAME.pub. Files that are there already are left alone
    Keygen {
        /// Where to: the path of both files, without its ending
        name: PathBuf,
    },
    /// Write a signed pack of these rules to stdout
    Sign {
        /// The secret key, in a file
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
        /// Which pack it is, whatever its version: kebab-case words with slashes between them
        #[arg(long)]
        id: String,
        /// Its version: higher than that of the last one
        #[arg(long, value_name = "N")]
        version: u64,
        /// The rules, TOML or JSON
        rules: PathBuf,
    },
    /// Say whether a pack can be trusted: exit status 0 if so, 2 if not
    Verify {
        #[command(flatten)]
        trust: PackTrust,
        /// Take only the pack of this id
        #[arg(long)]
        id: Option<String>,
        /// The pack
        pack: PathBuf,
    },
    /// Show what is in a pack that is whole, whoever signed it
    Show {
        /// The shape of the answer; json has the rules as a rules file
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// The pack
        pack: PathBuf,
    },
}

/// The JSON answer.
#[derive(Debug, Serialize)]
struct Document<'a> {
    tool: Tool,
    id: &'a str,
    version: u64,
    key: String,
    #[serde(flatten)]
    rules: RulesFile,
}

impl Pack {
    pub(crate) fn run(self) -> io::Result<Exit> {
        let mut trouble = Trouble::default();
        let mut out = BufWriter::new(io::stdout().lock());
        match self.command {
            Command::Keygen { name } => keygen(&name, &mut out, &mut trouble)?,
            Command::Sign {
                secret,
                id,
                version,
                rules,
            } => {
                let secret = told(&secret, read_secret(&secret), &mut trouble);
                let own = told(&rules, RulesFile::read(&rules), &mut trouble);
                if let (Some(secret), Some(own)) = (secret, own) {
                    let signed = secret
                        .sign(&id, version, &own)
                        .map_err(|error| error.to_string());
                    if let Some(bytes) = told(&rules, signed, &mut trouble) {
                        out.write_all(&bytes)?;
                    }
                }
            }
            Command::Verify { trust, id, pack } => {
                let verified = trust.verify(&pack, id.as_deref());
                if let Some(verified) = told(&pack, verified, &mut trouble) {
                    let compiles = verified
                        .rules()
                        .compile()
                        .map_err(|error| error.to_string());
                    if told(&pack, compiles, &mut trouble).is_some() {
                        writeln!(out, "{}", summary(&verified))?;
                    }
                }
            }
            Command::Show { format, pack } => {
                if let Some(pack) = told(&pack, named(&pack), &mut trouble) {
                    show(&pack, format, &mut out)?;
                }
            }
        }
        out.flush()?;
        Ok(trouble.exit_or(Exit::Done))
    }
}

/// What came of it, if it came to something; else it is said why not.
fn told<T>(path: &Path, made: Result<T, String>, trouble: &mut Trouble) -> Option<T> {
    made.map_err(|error| trouble.report(path.to_string_lossy().into_owned(), &error))
        .ok()
}

fn keygen(name: &Path, out: &mut impl Write, trouble: &mut Trouble) -> io::Result<()> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    let key = PackSecret::from_seed(seed).key();
    let path = |ending: &str| {
        let mut path = name.as_os_str().to_owned();
        path.push(ending);
        PathBuf::from(path)
    };
    for (path, text, is_secret) in [
        (path(".secret"), secret_text(&seed), true),
        (path(".pub"), format!("{key}\n"), false),
    ] {
        let written = create(&path, is_secret, &text).map_err(|error| error.to_string());
        if told(&path, written, trouble).is_none() {
            return Ok(());
        }
    }
    writeln!(out, "{key}")
}

/// Writes a file that was not there. Nobody else may read a secret one.
fn create(path: &Path, is_secret: bool, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_secret {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = is_secret; // the folder's own rights hold
    options.open(path)?.write_all(text.as_bytes())
}

fn show(pack: &Verified, format: Format, out: &mut impl Write) -> io::Result<()> {
    if format == Format::Json {
        let document = Document {
            tool: Tool::this(),
            id: pack.id(),
            version: pack.version(),
            key: pack.key().to_string(),
            rules: pack.rules().into(),
        };
        return json::write_line(out, &document);
    }
    writeln!(out, "{}", summary(pack))?;
    for rule in pack.rules().rules() {
        writeln!(out, "  {}: {}", escape(rule.id()), escape(rule.why()))?;
        for pattern in rule.patterns() {
            writeln!(out, "    {}", escape(pattern))?;
        }
    }
    Ok(())
}

/// `acme/office 12: 3 rules, signed by d75a…`.
fn summary(pack: &Verified) -> String {
    let (id, version, key) = (escape(pack.id()), pack.version(), pack.key());
    let rules = counted(pack.rules().rules().len(), "rule");
    format!("{id} {version}: {rules}, signed by {key}")
}
