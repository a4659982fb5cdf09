// What letters are taken for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitize } from "tamis";

test("what was kept shows what it is taken for", () => {
  const { findings } = sanitize("Please log in to \u0440\u0430\u0443\u0440\u0430\u04cf now\u200b");
  assert.deepEqual(findings.map(({ id, skeleton }) => [id, skeleton]), [
    ["whole-script-confusable", "paypal"],
    ["zero-width", undefined],
  ]);
  assert.ok(!("skeleton" in findings[1]));
});
