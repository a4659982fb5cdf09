// What does not depend on any text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { name, rules, sanitize, unicodeVersion, version } from "tamis";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the type RuleId lists the rules that there are", () => {
  const [, union] = /export type RuleId =([^;]*);/.exec(read("../js/types.ts"));
  const listed = Array.from(union.matchAll(/"([^"]+)"/g), ([, id]) => id);
  const there = Object.keys(rules);
  assert.deepEqual(there.filter((id) => !listed.includes(id)), [], "missing in RuleId in js/types.ts");
  assert.deepEqual(listed, there, "RuleId in js/types.ts has the order of the core and nothing besides");
});

test("every rule says why", () => {
  assert.ok(Object.values(rules).every((why) => why.length > 10));
  assert.equal(sanitize("a\u200b").findings[0].why, rules["zero-width"]);
  assert.ok(Object.isFrozen(rules));
});

test("versions", () => {
  assert.equal(version, JSON.parse(read("../package.json")).version);
  assert.match(unicodeVersion, /^\d+\.\d+\.\d+$/);
});

test("names of what can't be seen", () => {
  assert.equal(name("\u200b"), "ZERO WIDTH SPACE");
  assert.equal(name(0x200b), "ZERO WIDTH SPACE");
  for (const ordinary of ["a", "", 0x61, 0xd800, 0x110000, -1, 1.5, Number.NaN]) {
    assert.equal(name(ordinary), undefined);
  }
});
