// Bringing the module oneself: nothing here may import `tamis`, which would bring one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { initSync, name, rules, sanitize, Sanitizer, skeleton, version } from "tamis/slim";

test("before initSync every call names the missing step", () => {
  const error = { name: "Error", message: /not ready: first .*initSync\(bytesOrModule\)/ };
  assert.throws(() => sanitize("a"), error);
  assert.throws(() => new Sanitizer(), error);
  assert.throws(() => name("a"), error);
  assert.throws(() => skeleton("a"), error);
  assert.deepEqual(rules, {});
});

test("initSync takes a module, and a second call changes nothing", () => {
  const bytes = readFileSync(new URL(import.meta.resolve("tamis/tamis.wasm")));
  assert.throws(() => initSync(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  initSync(new WebAssembly.Module(bytes));
  initSync(bytes);
  assert.equal(sanitize("a\u200bb").clean, "ab");
  assert.equal(rules["zero-width"], sanitize("a\u200bb").findings[0].why);
  assert.match(version, /^\d+\.\d+\.\d+/);
});
