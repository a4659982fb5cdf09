/**
 * What a judgement of about 1 KB takes: tamis native, tamis in Node, and `vard` in Node, a judge made of regular expressions,
 * with the settings that it recommends. The same texts, `data/judged.json`; medians of processor time, and how many times
 * as long as native tamis. All in one run.
 *
 * `npm ci && node judges.mjs`, after `cargo xtask build`.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import vard from "@andersmyrmel/vard";
import { sanitize } from "../../pkg/dist/entry/node.js";

const FILE = fileURLToPath(new URL("../data/judged.json", import.meta.url));
const MANIFEST = fileURLToPath(new URL("../Cargo.toml", import.meta.url));
const SAMPLES = 31;
const CALLS = 200;

const theirs = vard.moderate();
const JUDGES = {
  tamis: (text) => sanitize(text).risk.level,
  vard: (text) => (theirs.safeParse(text).safe ? "safe" : "threat"),
};

/** The nanoseconds of processor time of one call, garbage collection included. */
function sample(judge, text, expected) {
  const start = process.cpuUsage();
  for (let call = 0; call < CALLS; call += 1) {
    assert.equal(judge(text), expected);
  }
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / CALLS;
}

/** The median of each judge. Samples alternate, so that a ratio compares the same minute; the first calls warm up. */
function medians(text) {
  const samples = Object.fromEntries(Object.keys(JUDGES).map((id) => [id, []]));
  const said = Object.fromEntries(Object.entries(JUDGES).map(([id, judge]) => [id, judge(text)]));
  for (let at = -3; at < SAMPLES; at += 1) {
    for (const [id, judge] of Object.entries(JUDGES)) {
      const taken = sample(judge, text, said[id]);
      if (at >= 0) samples[id].push(taken);
    }
  }
  const middle = (list) => list.sort((a, b) => a - b)[SAMPLES >> 1];
  return { said, ...Object.fromEntries(Object.entries(samples).map(([id, list]) => [id, middle(list)])) };
}

const run = ["run", "--quiet", "--release", "--manifest-path", MANIFEST, "--example", "judge", "--", FILE];
const native = JSON.parse(execFileSync("cargo", run, { encoding: "utf8" }));
const micro = (nanoseconds) => `${(nanoseconds / 1000).toFixed(1)} µs`;

console.log(`Node ${process.versions.node}\n`);
console.log("| text | bytes | tamis, native | tamis in Node | vard in Node | tamis says | vard says |");
console.log("|---|---:|---:|---:|---:|---|---|");
for (const { id, text } of JSON.parse(readFileSync(FILE, "utf8"))) {
  const { said, tamis, vard } = medians(text);
  const ours = native[id];
  const times = (taken) => `${micro(taken)}, ${(taken / ours).toFixed(2)} times`;
  const row = [id, Buffer.byteLength(text), micro(ours), times(tamis), times(vard), said.tamis, said.vard];
  console.log(`| ${row.join(" | ")} |`);
}
