// Every case of the corpus through the npm package, in Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitize } from "tamis";
import { readCases } from "./cases.mjs";
import { fromBytes, report, runAll, utf16Offset } from "./corpus.mjs";

report(runAll(readCases(), sanitize), test, assert);

test("the runner counts UTF-16 units", () => {
  const text = "a\u00e9\u20ac\u{1f980}b";
  assert.deepEqual([0, 1, 3, 6, 10, 11].map((byte) => utf16Offset(text, byte)), [0, 1, 2, 3, 5, 6]);
});

test("the runner reads surrogates out of bytes, and knows what is no string", () => {
  assert.equal(fromBytes("61 ED A0 80 62"), "a\ud800b");
  assert.equal(fromBytes("C3 A9"), "\u00e9");
  assert.equal(fromBytes("FF"), undefined);
  assert.equal(fromBytes("EF BB BF 61"), undefined);
  assert.equal(fromBytes("ED A0 BD ED B8 80"), undefined);
});
