// Loading the module, with the answers that servers give.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import init, { init as named, sanitize } from "tamis/web";

const bytes = readFileSync(new URL(import.meta.resolve("tamis/tamis.wasm")));
const answer = (body, type, status = 200) => new Response(body, { status, headers: { "Content-Type": type } });

test("before init every call names the missing step", () => {
  assert.throws(() => sanitize("a"), { message: /not ready: first `await init\(\)`/ });
  assert.equal(init, named);
});

test("an answer that is no module is explained", async () => {
  await assert.rejects(init(answer("no", "text/plain", 404)), { message: /the server answered 404/ });
  await assert.rejects(init(answer("<!doctype html>", "text/html")), { message: /answered with an HTML page.*serve tamis\/tamis\.wasm/ });
  await assert.rejects(init(answer("no", "application/wasm")), WebAssembly.CompileError);
  assert.throws(() => sanitize("a"), { message: /not ready/ });
});

test("after failures, a module of another type loads; then further calls change nothing", async () => {
  const loading = init(Promise.resolve(answer(bytes, "application/octet-stream")));
  assert.equal(init(), loading);
  await loading;
  await init(answer("no", "text/plain", 404));
  assert.equal(sanitize("a\u200bb").clean, "ab");
});
