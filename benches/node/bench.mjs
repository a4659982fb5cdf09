/**
 * The npm package beside what a page would otherwise do, in Node, on the texts of `data/texts.json`:
 * `normalize("NFKC")`, then a regular expression over invisible characters. That changes real text (Persian joiners,
 * emoji families, full-width punctuation) and says nothing about what it took; the last column shows where.
 *
 * `node bench.mjs`, after `cargo xtask build`.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { sanitize, version } from "../../pkg/dist/entry/node.js";

const TEXTS = JSON.parse(readFileSync(new URL("../data/texts.json", import.meta.url), "utf8"));
const SIZES = { tiny: 0, "4k": 4 << 10, "1m": 1 << 20 };

/** Enough rounds for one that nothing disturbed, short enough for all ids to fit into two minutes. */
const ROUNDS = 15;
const ROUND_MS = 40;

const INVISIBLE = /[\u00AD\u034F\u061C\u115F\u1160\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;

const CONTENDERS = {
  tamis: (dirty) => sanitize(dirty).clean,
  regex: (dirty) => dirty.normalize("NFKC").replace(INVISIBLE, ""),
};

/** Runs for `ROUND_MS` and returns the nanoseconds of processor time of one iteration, garbage collection included. */
function round(run, dirty, expected) {
  const until = performance.now() + ROUND_MS;
  const start = process.cpuUsage();
  let iterations = 0;
  do {
    assert.equal(run(dirty).length, expected);
    iterations += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / iterations;
}

/** The fastest round of each contender. Rounds alternate, so that a ratio compares the same minute. */
function measure(dirty) {
  const fastest = Object.fromEntries(Object.keys(CONTENDERS).map((id) => [id, Number.POSITIVE_INFINITY]));
  const expected = Object.fromEntries(Object.entries(CONTENDERS).map(([id, run]) => [id, run(dirty).length]));
  for (let at = 0; at < ROUNDS; at += 1) {
    for (const [id, run] of Object.entries(CONTENDERS)) {
      fastest[id] = Math.min(fastest[id], round(run, dirty, expected[id]));
    }
  }
  return fastest;
}

function speed(bytes, nanoseconds) {
  const megabytes = (bytes / nanoseconds) * 1000;
  return megabytes >= 1000 ? `${(megabytes / 1000).toFixed(1)} GB/s` : `${megabytes.toFixed(0)} MB/s`;
}

console.log(`tamis ${version}, Node ${process.versions.node}\n`);
console.log("| text | tamis | NFKC and regex | changed by tamis | by NFKC and regex |\n|---|---:|---:|---|---|");
for (const { id, text } of TEXTS) {
  for (const [size, bytes] of Object.entries(SIZES)) {
    const length = Buffer.byteLength(text);
    const dirty = text.repeat(Math.max(1, Math.ceil(bytes / length)));
    const { tamis, regex } = measure(dirty);
    const changed = Object.values(CONTENDERS).map((run) => (run(dirty) === dirty ? "no" : "yes"));
    const mine = speed(Buffer.byteLength(dirty), tamis);
    console.log(`| ${id}-${size} | ${mine} | ${(regex / tamis).toFixed(2)} | ${changed.join(" | ")} |`);
  }
}
