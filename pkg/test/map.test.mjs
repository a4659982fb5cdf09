// The map between dirty and clean.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitize } from "tamis";

test("an untouched text maps to itself, within its bounds", () => {
  const { map } = sanitize("caf\u00e9");
  for (const offset of [0, 2, 4]) {
    assert.equal(map.toClean(offset), offset);
    assert.equal(map.toDirty(offset), offset);
  }
  assert.equal(map.toClean(99), 4);
  assert.equal(map.toDirty(-1), 0);
  assert.equal(map.toDirty(Number.NaN), 0);
  assert.deepEqual(map.dirtySpan([1, 3]), [1, 3]);
});

test("offsets around what was removed", () => {
  const { map, clean } = sanitize("ab\u200bcd"); // ZERO WIDTH SPACE
  assert.equal(clean, "abcd");
  assert.deepEqual([0, 1, 2, 3, 4, 5, 9].map((offset) => map.toClean(offset)), [0, 1, 2, 2, 3, 4, 4]);
  assert.deepEqual([0, 1, 2, 3, 4, 9].map((offset) => map.toDirty(offset)), [0, 1, 3, 4, 5, 5]);
  assert.deepEqual(map.dirtySpan([1, 3]), [1, 4]);
  assert.deepEqual(map.dirtySpan([0, 2]), [0, 2]);
  assert.deepEqual(map.dirtySpan([2, 4]), [3, 5]);
  assert.deepEqual(map.dirtySpan([4, 1]), [5, 5]);
});

test("offsets around what was replaced by something longer", () => {
  const { map, clean } = sanitize("a\u202eb", { policy: { actions: { "bidi-override": "escaped" } } });
  assert.equal(clean, "a\\u{202E}b");
  assert.equal(map.toClean(1), 1);
  assert.equal(map.toClean(2), 9);
  assert.equal(map.toDirty(4), 1);
  assert.equal(map.toDirty(9), 2);
  assert.deepEqual(map.dirtySpan([3, 5]), [1, 2]);
});

/** Small, seeded, so that a failure can be repeated. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("every character that was left has the same place in both texts", () => {
  const pick = random(18);
  const pieces = ["a", "b", "\u00e9", "\u4f60", "\u{1f980}", "\u200b", "\u{e0041}", "\u00ad", "\u202e", "\ud800"];
  for (let round = 0; round < 500; round += 1) {
    const dirty = Array.from({ length: pick(30) }, () => pieces[pick(pieces.length)]).join("");
    const { clean, findings, map } = sanitize(dirty);
    const changed = (offset) => findings.some(({ utf16Span: [start, end] }) => offset >= start && offset < end);
    for (let offset = 0; offset < dirty.length; offset += 1) {
      if (!changed(offset)) {
        const inClean = map.toClean(offset);
        assert.equal(clean[inClean], dirty[offset], JSON.stringify(dirty));
        assert.equal(map.toDirty(inClean), offset, JSON.stringify(dirty));
        assert.deepEqual(map.dirtySpan([inClean, inClean + 1]), [offset, offset + 1]);
      }
    }
  }
});
