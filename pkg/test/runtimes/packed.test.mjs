// The package as it would be published: in Node as a module and by require, and its types.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { example, makeConsumer, PKG, promised } from "./consumer.mjs";

const consumer = makeConsumer();
after(() => consumer.remove());

const run = (name) => execFileSync(process.execPath, [name], { cwd: consumer.folder, encoding: "utf8" });

test("the README promises something", () => assert.ok(promised.length >= 3));

test("the first example of the README, as a module", () => {
  consumer.write("main.mjs", example);
  assert.deepEqual(run("main.mjs").trimEnd().split("\n"), promised);
});

test("the first example of the README, by require", () => {
  const required = example.replace(/import (\{.*?\}) from ("tamis");/, "const $1 = require($2);");
  assert.notEqual(required, example);
  consumer.write("main.cjs", required);
  assert.deepEqual(run("main.cjs").trimEnd().split("\n"), promised);
});

test("only what is needed is packed", () => {
  const folder = join(consumer.folder, "node_modules/tamis");
  assert.deepEqual(readdirSync(folder).sort(), ["README.md", "dist", "package.json"]);
  const files = readdirSync(folder, { recursive: true });
  assert.deepEqual(files.filter((name) => name.endsWith(".wasm")), [join("dist", "tamis.wasm")]);
});

test("nothing that is packed names the machine it was built on", () => {
  const wasm = readFileSync(join(consumer.folder, "node_modules/tamis/dist/tamis.wasm"), "latin1");
  assert.doesNotMatch(wasm, /\/home\/|\/root\/|\/Users\/|\.cargo\/registry/);
});

const TYPED = `
import { sanitize, Sanitizer, name, restrictionLevel, rules, skeleton, version, unicodeVersion } from "tamis";
import type { Finding, OffsetMap, PolicyOptions, Report, RestrictionLevel, RuleId } from "tamis";

const policy: PolicyOptions = { preset: "strict", actions: { joiner: "ignored" }, maxInputBytes: 10 };
const report: Report = new Sanitizer(policy).sanitize("a", { source: "tool" });
const finding: Finding | undefined = sanitize("a", { policy: "code" }).findings[0];
const found: string = "a".slice(...(finding?.utf16Span ?? [0, 0]));
const id: RuleId = "joiner";
const map: OffsetMap = report.map;
const [start, end]: [number, number] = map.dirtySpan([0, 1]);
const words: (string | undefined)[] = [found, name("a"), name(1), rules[id], version, unicodeVersion, report.risk.level];
const level: RestrictionLevel = restrictionLevel(skeleton("a"));
console.log(level, words, start + end + map.toClean(1) + map.toDirty(1));

// @ts-expect-error no such rule
const wrongRule: PolicyOptions = { actions: { joker: "kept" } };
// @ts-expect-error not a string
sanitize(7);
// @ts-expect-error a report is not to be written to
report.clean = "";
console.log(wrongRule);
`;
const TYPED_ENTRIES = `
import init, { sanitize } from "tamis/web";
import { initSync } from "tamis/slim";
const ready: Promise<void> = init(new URL("https://example.com/tamis.wasm"));
initSync(new WebAssembly.Module(new Uint8Array()));
console.log(ready, sanitize("a").clean);
`;

for (const [module, moduleResolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
  test(`the types, resolved as ${moduleResolution} does`, () => {
    consumer.write("typed.mts", TYPED);
    consumer.write("entries.mts", TYPED_ENTRIES);
    consumer.write("required.cts", TYPED);
    const compilerOptions = { module, moduleResolution, target: "es2022", lib: ["es2022", "dom"], strict: true, noEmit: true, types: [] };
    const files = ["typed.mts", "entries.mts", ...(module === "nodenext" ? ["required.cts"] : [])];
    consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
    const tsc = join(PKG, "node_modules/.bin/tsc");
    const { status, stdout } = spawnSync(tsc, ["-p", "."], { cwd: consumer.folder, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
}
