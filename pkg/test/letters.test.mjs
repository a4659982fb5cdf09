// What letters are taken for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { restrictionLevel, sanitize, skeleton } from "tamis";

test("what was kept shows what it is taken for", () => {
  const { findings } = sanitize("Please log in to \u0440\u0430\u0443\u0440\u0430\u04cf now\u200b");
  assert.deepEqual(findings.map(({ id, skeleton }) => [id, skeleton]), [
    ["whole-script-confusable", "paypal"],
    ["zero-width", undefined],
  ]);
  assert.ok(!("skeleton" in findings[1]));
});

test("texts that are taken for each other have one skeleton", () => {
  assert.equal(skeleton("\u0440\u0430\u0443\u0440\u0430\u04cf"), skeleton("paypal")); // in Cyrillic
  assert.equal(skeleton("modern"), skeleton("modem"));
  assert.equal(skeleton("\u200b"), ""); // ZERO WIDTH SPACE
  assert.equal(skeleton(""), "");
  assert.equal(skeleton("\ud800"), "\ufffd"); // half of a surrogate pair
  assert.notEqual(skeleton("example"), skeleton("sample"));
  for (const word of ["\u043c\u043e\u0441\u043a\u0432\u0430", "caf\u00e9", "\u6771\u4eac", "I'm"]) {
    assert.equal(skeleton(skeleton(word)), skeleton(word));
  }
});

test("how freely a name mixes scripts", () => {
  const levels = {
    paypal: "ascii-only",
    "caf\u00e9": "single-script",
    "\u043c\u043e\u0441\u043a\u0432\u0430": "single-script", // in Cyrillic
    "sony\u30ab\u30e1\u30e9": "highly-restrictive", // with katakana
    "tamis\u0939": "moderately-restrictive", // with Devanagari
    "p\u0430ypal": "minimally-restrictive", // with a Cyrillic letter
    "two words": "unrestricted",
  };
  for (const [name, level] of Object.entries(levels)) {
    assert.equal(restrictionLevel(name), level, name);
  }
});

test("what is no string is refused", () => {
  for (const wrong of [undefined, null, 7, ["a"]]) {
    assert.throws(() => skeleton(wrong), { name: "TypeError", message: /skeleton takes a string/ });
    assert.throws(() => restrictionLevel(wrong), { name: "TypeError", message: /restrictionLevel takes a string/ });
  }
});
