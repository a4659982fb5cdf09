// The package as it would be published, in Deno and in Bun: the README's first example, and every case of the corpus.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { readCases, readPacks } from "../cases.mjs";
import { report } from "../corpus.mjs";
import { wanted } from "../packs.mjs";
import { example, makeConsumer, PKG, promised } from "./consumer.mjs";

/** The program that a package brings for this machine: started as it is, because no install script has run. */
function program(scope, path) {
  const folder = join(PKG, "node_modules", scope);
  const builds = readdirSync(folder).map((build) => join(folder, build, path));
  const found = builds.find((file) => existsSync(file));
  assert.ok(found, `no program in ${folder}`);
  return found;
}

const RUNTIMES = {
  deno: [program("@deno", "deno"), "run", "--no-prompt", "--allow-read"],
  bun: [program("@oven", "bin/bun"), "run"],
};

const consumer = makeConsumer();
after(() => consumer.remove());
consumer.write("main.mjs", example);
consumer.write("corpus.mjs", readFileSync(join(PKG, "test/corpus.mjs"), "utf8"));
consumer.write("cases.json", JSON.stringify(readCases()));
consumer.write("packs.mjs", readFileSync(join(PKG, "test/packs.mjs"), "utf8"));
consumer.write("packs.json", JSON.stringify(readPacks()));
consumer.write("open.mjs", `
import { readFileSync } from "node:fs";
import { openPack } from "tamis";
import { openAll } from "./packs.mjs";
console.log(JSON.stringify(await openAll(JSON.parse(readFileSync("packs.json", "utf8")), openPack)));
`);
consumer.write("all.mjs", `
import { readFileSync } from "node:fs";
import { sanitize } from "tamis";
import { runAll } from "./corpus.mjs";
console.log(JSON.stringify(runAll(JSON.parse(readFileSync("cases.json", "utf8")), sanitize)));
`);

for (const [name, [file, ...flags]] of Object.entries(RUNTIMES)) {
  const run = (script) => execFileSync(file, [...flags, script], { cwd: consumer.folder, encoding: "utf8" });

  test(`the first example of the README, in ${name}`, () => {
    assert.deepEqual(run("main.mjs").trimEnd().split("\n"), promised);
  });

  test(`every pack is taken or refused, in ${name}`, () => {
    assert.deepEqual(JSON.parse(run("open.mjs")), wanted(readPacks()));
  });

  report(JSON.parse(run("all.mjs")), (title, ...rest) => test(`${title}, in ${name}`, ...rest), assert);
}
