//! tamis beside its peers on the same texts, one after the other, so that a ratio compares the same minute.

mod thread_time;

use std::{hint::black_box, time::Duration};

use self::thread_time::ThreadTime;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
use tamis_benches::{
    contenders, table,
    texts::{self, SIZES},
};

fn compare(criterion: &mut Criterion<ThreadTime>) {
    for text in texts::all() {
        for (size, bytes) in SIZES {
            let dirty = text.repeated(bytes);
            let mut group = criterion.benchmark_group(format!("{}-{size}", text.id));
            group.throughput(Throughput::Bytes(dirty.len() as u64));
            for contender in contenders::ALL
                .iter()
                .filter(|c| dirty.len() <= c.max_bytes)
            {
                let expected = (contender.run)(&dirty);
                group.bench_function(contender.id, |bencher| {
                    bencher.iter(|| assert_eq!((contender.run)(black_box(&dirty)), expected));
                });
            }
            group.finish();
        }
    }
}

/// How many times longer the larger text is.
const FACTOR: usize = 8;

/// The same text at n and at 8n bytes: the table shows how much longer 8n took, which is about 8 if work is linear.
fn linear(criterion: &mut Criterion<ThreadTime>) {
    for text in texts::all() {
        let mut group = criterion.benchmark_group(format!("linear/{}", text.id));
        for bytes in [16 << 10, FACTOR * (16 << 10)] {
            let dirty = text.repeated(bytes);
            let expected = tamis::sanitize(&dirty).into_clean();
            group.throughput(Throughput::Bytes(dirty.len() as u64));
            group.bench_function(BenchmarkId::from_parameter(bytes), |bencher| {
                bencher.iter(|| {
                    let report = tamis::sanitize(black_box(&dirty));
                    assert_eq!(report.clean().len(), expected.len());
                    report
                });
            });
        }
        group.finish();
    }
}

/// Short, since ratios are read and not times: 150 ids have to fit into a few minutes.
fn quick() -> Criterion<ThreadTime> {
    Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500))
        .without_plots()
        .with_measurement(ThreadTime)
}

criterion_group! { name = benches; config = quick(); targets = compare, linear }

fn main() {
    benches();
    quick().configure_from_args().final_summary();
    if let Err(error) = table::print() {
        eprintln!("no table: criterion's records cannot be read ({error})");
    }
}
