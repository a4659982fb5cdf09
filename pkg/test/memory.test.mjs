// Calls don't hold on to memory: with the glue's own instance in sight, since the package shows none.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sanitize, Sanitizer } from "tamis";
import { initSync } from "../dist/glue/tamis.js";

// the instance there is: initSync makes no second one
const { memory } = initSync({ module: readFileSync(new URL("../dist/tamis.wasm", import.meta.url)) });
const bytes = () => memory.buffer.byteLength;

function callOften(times) {
  for (let call = 0; call < times; call += 1) {
    const sanitizer = new Sanitizer({ preset: "document", maxInputBytes: 1000 + call });
    sanitizer.sanitize(`pay\u200bpal ${call} \u{e0068}\u{e0069}`, { source: "document" });
    sanitize("plain");
    sanitize("lone \ud800");
  }
}

test("100,000 calls take no more memory than the first thousand", () => {
  callOften(1_000);
  const before = bytes();
  callOften(33_000);
  assert.equal(bytes(), before);
});

test("errors take no memory", () => {
  const refuse = () => assert.throws(() => sanitize("a", { policy: { actions: { joker: "kept" } } }), RangeError);
  refuse();
  const before = bytes();
  for (let call = 0; call < 10_000; call += 1) {
    refuse();
  }
  assert.equal(bytes(), before);
});

test("one long text takes memory once, not at each call", () => {
  const dirty = "\u4f60\u597d \u200b".repeat(500_000);
  // the first calls leave holes, which the later ones fill
  for (let call = 0; call < 3; call += 1) {
    sanitize(dirty);
    sanitize("short");
  }
  const before = bytes();
  for (let call = 0; call < 5; call += 1) {
    sanitize(dirty);
    sanitize("short");
  }
  assert.equal(bytes(), before);
});
