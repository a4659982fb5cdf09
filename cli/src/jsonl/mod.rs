//! JSON Lines: one line out for each line in, in order, many at once, in bounded memory.

pub(crate) mod field;
pub(crate) mod lines;
mod text;

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use rayon::prelude::*;
use serde::Serialize;
use tamis::{Report, Sanitizer, Source};

use crate::{
    exit::Exit,
    input::Input,
    progress::Progress,
    report::{inspect::Inspection, json},
    trouble::Trouble,
};
use field::Field;
use lines::{Line, Lines};

/// One line out for a line that could not be read. Lines count from 1, over all files, so that it is the number of the
/// line out, too.
#[derive(Debug, Serialize)]
struct BadLine {
    error: String,
    line: usize,
}

/// Sifts one field of every line, and writes what `keep` makes of each report.
pub(crate) fn run_field<T: Serialize>(
    files: &[PathBuf],
    field: &Field,
    sanitizer: &Sanitizer,
    source: Source,
    trouble: &mut Trouble,
    keep: impl Fn(&Report<'_>, Inspection) -> T + Sync,
) -> io::Result<Exit> {
    let max_line_bytes = sanitizer.policy().limits().max_input_bytes();
    run(&Input::named(files), max_line_bytes, trouble, |line| {
        let text = field.find(line)?;
        Ok(text::sift(&text, sanitizer, source, &keep))
    })
}

/// Gives every line to `read` and writes what comes back.
fn run<T, F>(
    inputs: &[Input],
    max_line_bytes: usize,
    trouble: &mut Trouble,
    read: F,
) -> io::Result<Exit>
where
    T: Serialize,
    F: Fn(&[u8]) -> Result<T, String> + Sync,
{
    let mut out = BufWriter::new(io::stdout().lock());
    let mut count = 0;
    let mut bad = 0;
    for input in inputs {
        let (reader, len) = match input.open() {
            Ok(open) => open,
            Err(error) => {
                trouble.report(input.name(), &error);
                continue;
            }
        };
        let progress = Progress::bytes(len);
        let mut lines = Lines::new(reader, max_line_bytes);
        loop {
            let (batch, end) = lines.batch();
            progress.advance(lines.take_bytes());
            let written: Vec<Result<Vec<u8>, String>> = batch
                .par_iter()
                .map(|line| {
                    let value = match line {
                        Line::Whole(bytes) => read(bytes)?,
                        Line::TooLong => return Err(too_long(max_line_bytes)),
                    };
                    json::line(&value).map_err(|error| error.to_string())
                })
                .collect();
            progress.suspend(|| -> io::Result<()> {
                for line in written {
                    count += 1;
                    let line = match line {
                        Ok(line) => line,
                        Err(error) => {
                            bad += 1;
                            json::line(&BadLine { error, line: count })?
                        }
                    };
                    out.write_all(&line)?;
                }
                out.flush()
            })?;
            match end {
                None => {}
                Some(Ok(())) => break,
                Some(Err(error)) => {
                    trouble.report(input.name(), &error);
                    break;
                }
            }
        }
    }
    Ok(trouble.exit_or(if bad > 0 { Exit::Failed } else { Exit::Done }))
}

pub(crate) fn too_long(max_line_bytes: usize) -> String {
    format!("the line is longer than {max_line_bytes} bytes: --max-bytes allows more")
}
