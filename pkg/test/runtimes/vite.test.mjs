// The package as it would be published, in a Vite project and in a bare page: in a real browser.

import assert from "node:assert/strict";
import { createServer as createHttpServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { build, createServer, preview } from "vite";
import { logOf } from "./browser.mjs";
import { example, makeConsumer, promised } from "./consumer.mjs";

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

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

test("in a page without a bundler, by tamis/web", async () => {
  const bare = example.replace('import { sanitize } from "tamis";', 'import init, { sanitize } from "tamis/web";\nawait init();');
  assert.notEqual(bare, example);
  const imports = { "tamis/web": "./node_modules/tamis/dist/entry/web.js" };
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  consumer.write("bare.html", page(`${map}<script type="module">${bare}</script>`));
  const files = createHttpServer((request, response) => {
    const path = join(consumer.folder, new URL(request.url, "http://localhost").pathname);
    response.setHeader("Content-Type", TYPES[extname(path)]).end(readFileSync(path));
  });
  await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));
  after(() => files.close());
  assert.deepEqual(await logOf(`http://127.0.0.1:${files.address().port}/bare.html`, promised.length), promised);
});
