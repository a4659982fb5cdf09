//! Labelled rows, what the score makes of them, and the reports of it.

mod document;
mod evaluation;
mod group;
mod html;
mod row;
mod surprise;
mod table;
mod tally;

pub(crate) use document::write as write_json;
pub(crate) use evaluation::{Evaluation, Setting};
pub(crate) use html::page;
pub(crate) use row::{Judge, Row};
pub(crate) use table::write as write_table;
pub(crate) use tally::Tally;
