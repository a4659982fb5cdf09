// Every case of the corpus through the npm package, in workerd: the very runtime of Cloudflare Workers.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { readCases, readPacks } from "../cases.mjs";
import { report } from "../corpus.mjs";
import { wanted } from "../packs.mjs";

const PKG = fileURLToPath(new URL("../../", import.meta.url));
const { exports } = JSON.parse(readFileSync(`${PKG}package.json`, "utf8"));

const WORKER = `
import { openPack, sanitize } from "./${exports["."].workerd.replace("./", "")}";
import { runAll } from "./test/corpus.mjs";
import { openAll } from "./test/packs.mjs";

export default {
  async fetch(request) {
    const { cases, packs } = await request.json();
    return Response.json({ outcomes: runAll(cases, sanitize), opened: await openAll(packs, openPack) });
  },
};
`;

/** workerd reads no files by itself: it is given every module there is. */
function modules() {
  const files = readdirSync(`${PKG}dist`, { recursive: true }).map((name) => `dist/${name}`);
  const scripts = [...files.filter((name) => name.endsWith(".js")), "test/corpus.mjs", "test/packs.mjs"];
  return [
    { type: "ESModule", path: `${PKG}worker.mjs`, contents: WORKER },
    ...scripts.map((name) => ({ type: "ESModule", path: PKG + name, contents: readFileSync(PKG + name, "utf8") })),
    { type: "CompiledWasm", path: `${PKG}dist/tamis.wasm`, contents: readFileSync(`${PKG}dist/tamis.wasm`) },
  ];
}

const workerd = new Miniflare({ modules: modules(), modulesRoot: PKG, compatibilityDate: "2025-01-01" });
after(() => workerd.dispose());

const cases = readCases();
const packs = readPacks();
const response = await workerd.dispatchFetch("http://localhost/", { method: "POST", body: JSON.stringify({ cases, packs }) });
assert.equal(response.status, 200, await response.clone().text());
const { outcomes, opened } = await response.json();

test("every case was looked at", () => assert.deepEqual(outcomes.map(({ name }) => name), cases.map(({ name }) => name)));

test("every pack is taken or refused", () => assert.deepEqual(opened, wanted(packs)));

report(outcomes, test, assert);
