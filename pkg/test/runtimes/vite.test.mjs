// The package as it would be published, in a Vite project and in a bare page: in a real browser.

import assert from "node:assert/strict";
import { createServer as createHttpServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { build, createServer, preview } from "vite";
import { readPacks } from "../cases.mjs";
import { wanted } from "../packs.mjs";
import { logOf } from "./browser.mjs";
import { example, makeConsumer, PKG, promised } from "./consumer.mjs";

const page = (head) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}`;

const consumer = makeConsumer();
after(() => consumer.remove());
consumer.write("index.html", page('<script type="module" src="./main.js"></script>'));
consumer.write("main.js", example);

const settings = { root: consumer.folder, configFile: false, logLevel: "error" };
const server = { host: "127.0.0.1", port: 0 };

test("built by Vite without a plugin, with one .wasm", async () => {
  await build(settings);
  const files = readdirSync(join(consumer.folder, "dist"), { recursive: true });
  assert.equal(files.filter((name) => name.endsWith(".wasm")).length, 1, files.join(" "));
  const served = await preview({ ...settings, preview: server });
  after(() => served.close());
  assert.deepEqual(await logOf(served.resolvedUrls.local[0], promised.length), promised);
});

test("served by Vite while developing", async () => {
  const served = await createServer({ ...settings, server });
  after(() => served.close());
  await served.listen();
  assert.deepEqual(await logOf(served.resolvedUrls.local[0], promised.length), promised);
});

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const imports = { "tamis/web": "./node_modules/tamis/dist/entry/web.js" };
const IMPORTS = `<script type="importmap">${JSON.stringify({ imports })}</script>`;

test("in a page without a bundler, by tamis/web", async () => {
  const bare = example.replace('import { sanitize } from "tamis";', 'import init, { sanitize } from "tamis/web";\nawait init();');
  assert.notEqual(bare, example);
  consumer.write("bare.html", page(`${IMPORTS}<script type="module">${bare}</script>`));
  assert.deepEqual(await logOf(`${await serve()}bare.html`, promised.length), promised);
});

test("every pack is taken or refused, by Chromium's WebCrypto", async () => {
  const script = `
import init, { openPack } from "tamis/web";
import { openAll } from "./packs.mjs";
await init();
console.log(JSON.stringify(await openAll(${JSON.stringify(readPacks())}, openPack)));`;
  consumer.write("packs.mjs", readFileSync(join(PKG, "test/packs.mjs"), "utf8"));
  consumer.write("packs.html", page(`${IMPORTS}<script type="module">${script}</script>`));
  const [line] = await logOf(`${await serve()}packs.html`, 1);
  assert.deepEqual(JSON.parse(line), wanted(readPacks()));
});

/** Serves the files of the consumer, and says where. */
async function serve() {
  const files = createHttpServer((request, response) => {
    const path = join(consumer.folder, new URL(request.url, "http://localhost").pathname);
    response.setHeader("Content-Type", TYPES[extname(path)]).end(readFileSync(path));
  });
  await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));
  after(() => files.close());
  return `http://127.0.0.1:${files.address().port}/`;
}
