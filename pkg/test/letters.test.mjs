// What letters are taken for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { restrictionLevel, sanitize, skeleton } from "tamis";

test("skeletons", () => {
  assert.equal(skeleton("\u0440\u0430\u0443\u0440\u0430\u04cf"), "paypal");
  assert.equal(skeleton("I'm"), "l'rn");
  assert.equal(skeleton("\u200b"), "");
  assert.equal(skeleton("a\ud800"), "a\ufffd");
});

test("restriction levels", () => {
  assert.equal(restrictionLevel("paypal"), "ascii-only");
  assert.equal(restrictionLevel("\u043f\u0440\u0438\u0432\u0435\u0442"), "single-script");
  assert.equal(restrictionLevel("abc\u65e5\u672c"), "highly-restrictive");
  assert.equal(restrictionLevel("abc\u0915"), "moderately-restrictive");
  assert.equal(restrictionLevel("p\u0430ypal"), "minimally-restrictive");
  assert.equal(restrictionLevel("two words"), "unrestricted");
});

test("what was kept shows what it is taken for", () => {
  const { findings } = sanitize("Please log in to \u0440\u0430\u0443\u0440\u0430\u04cf now\u200b");
  assert.deepEqual(findings.map(({ id, skeleton }) => [id, skeleton]), [
    ["whole-script-confusable", "paypal"],
    ["zero-width", undefined],
  ]);
  assert.ok(!("skeleton" in findings[1]));
});
