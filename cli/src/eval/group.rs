//! Which rows are looked at together.

use std::fmt;

use serde::Serialize;

use super::Row;

/// What the rows of a group have in common. Reports have them in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum By {
    /// Nothing: all rows.
    All,
    File,
    /// Who wrote them.
    Source,
    Lang,
    Kind,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Group {
    pub(crate) by: By,
    /// As hostile as what was read: escape it before a person sees it.
    pub(crate) name: String,
}

impl By {
    /// Its name on the command line and in JSON.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::File => "file",
            Self::Source => "source",
            Self::Lang => "lang",
            Self::Kind => "kind",
        }
    }
}

impl Group {
    pub(crate) const fn all() -> Self {
        Self {
            by: By::All,
            name: String::new(),
        }
    }

    /// The groups that a row of `file` belongs to.
    pub(crate) fn of(file: &str, row: &Row) -> impl Iterator<Item = Self> {
        let named = [
            (By::File, Some(file)),
            (By::Source, Some(row.source.id())),
            (By::Lang, row.lang.as_deref()),
            (By::Kind, row.kind.as_deref()),
        ];
        let named = named.map(|(by, name)| {
            name.filter(|name| !name.is_empty()).map(|name| Self {
                by,
                name: name.into(),
            })
        });
        std::iter::once(Self::all()).chain(named.into_iter().flatten())
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.by.id())?;
        if self.by != By::All {
            write!(f, " {}", self.name)?;
        }
        Ok(())
    }
}
