//! What criterion left in its folder, read back for the table.

use std::{fs, io, path::Path};

use serde::Deserialize;

/// One measured id.
#[derive(Clone, Debug)]
pub struct Record {
    /// The group, such as `clean/ascii-4k`.
    pub group: String,
    /// Within the group: a contender, or a size.
    pub id: String,
    /// The bytes one iteration reads.
    pub bytes: f64,
    /// The processor time of one iteration in the fastest sample: what else the machine does only ever adds to it.
    pub nanoseconds: f64,
}

#[derive(Deserialize)]
struct Benchmark {
    group_id: String,
    function_id: Option<String>,
    value_str: Option<String>,
    throughput: Throughput,
}

#[derive(Deserialize)]
struct Throughput {
    #[serde(rename = "Bytes")]
    bytes: f64,
}

#[derive(Deserialize)]
struct Samples {
    iters: Vec<f64>,
    /// In nanoseconds, for all iterations of a sample together.
    times: Vec<f64>,
}

/// Every record below `folder`, in no promised order.
///
/// # Errors
/// If the folder cannot be read or holds something else than criterion's records.
pub fn read(folder: &Path) -> io::Result<Vec<Record>> {
    let mut records = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            continue;
        }
        if path.file_name().is_some_and(|name| name == "new") {
            records.push(read_one(&path)?);
        } else {
            records.extend(read(&path)?);
        }
    }
    Ok(records)
}

fn read_one(folder: &Path) -> io::Result<Record> {
    let benchmark: Benchmark = serde_json::from_slice(&fs::read(folder.join("benchmark.json"))?)?;
    let samples: Samples = serde_json::from_slice(&fs::read(folder.join("sample.json"))?)?;
    let each = samples
        .times
        .iter()
        .zip(&samples.iters)
        .map(|(time, iters)| time / iters);
    Ok(Record {
        group: benchmark.group_id,
        id: benchmark
            .function_id
            .or(benchmark.value_str)
            .unwrap_or_default(),
        bytes: benchmark.throughput.bytes,
        nanoseconds: each.fold(f64::INFINITY, f64::min),
    })
}
