// Rules of the caller's own: the cases of tests/rules, and what JavaScript may write.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { explain, sanitize, Sanitizer } from "tamis";
import { parse } from "smol-toml";

const folder = new URL("../../tests/rules/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".toml"));
const cases = files.flatMap((name) => parse(readFileSync(new URL(name, folder), "utf8")).case);

/** What JavaScript has refused already where Rust asks how large the number is. */
const REFUSED_BY_TYPE = ["weight-beyond-a-hundred"];

for (const { name, why, words, rules, refused, texts = [] } of cases) {
  test(`${name}: ${why}`, { skip: REFUSED_BY_TYPE.includes(name) && "a TypeError, in another test" }, () => {
    const policy = { rules: { words, rules } };
    if (refused !== undefined) {
      assert.throws(() => new Sanitizer(policy), { name: "RangeError", message: refused });
      return;
    }
    const sanitizer = new Sanitizer(policy);
    const ids = rules.map(({ id }) => id);
    for (const { text, source = "document", signals = [] } of texts) {
      const report = sanitizer.sanitize(text, { source });
      const found = explain(text, report).filter(({ id }) => ids.includes(id));
      found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      const plain = found.map(({ id, words, weight }) => ({ id, words, weight: Math.round(weight * 100) / 100 }));
      assert.deepEqual(plain, signals.map((signal) => ({ ...signal })), text);
      assert.ok(report.risk.score >= Math.max(0, ...signals.map(({ weight }) => weight)) - 0.005);
    }
  });
}

const rule = (id, pattern) => ({ id, why: "says so", weights: { user: 50 }, patterns: [pattern] });
const ids = (sanitizer, text) => sanitizer.sanitize(text).risk.signals.map(({ id }) => id).filter((id) => id.includes("/"));

test("several sets, each with classes of its own", () => {
  const set = (id, words) => ({ words: { it: words }, rules: [rule(id, "{it}")] });
  const sanitizer = new Sanitizer({ rules: [set("ours/it", "orchid"), set("theirs/it", "tulip")] });
  assert.deepEqual(ids(sanitizer, "a tulip"), ["theirs/it"]);
  assert.deepEqual(ids(sanitizer, "an orchid"), ["ours/it"]);
});

test("many sanitizers by turns, and rules that change behind their backs", () => {
  const sets = Array.from({ length: 12 }, (_, at) => ({ rules: [rule(`t/r${at}`, `word${at}`)] }));
  const sanitizers = sets.map((rules) => new Sanitizer({ rules }));
  sets.forEach(({ rules }) => (rules[0].patterns[0] = "gone"));
  const text = sets.map((_, at) => `word${at}`).join(". ");
  for (let round = 0; round < 3; round += 1) {
    sanitizers.forEach((sanitizer, at) => assert.deepEqual(ids(sanitizer, text), [`t/r${at}`]));
    assert.deepEqual(ids(new Sanitizer(), text), []);
  }
  assert.deepEqual(ids({ sanitize: (dirty) => sanitize(dirty, { policy: { rules: sets[0] } }) }, "gone"), ["t/r0"]);
});

test("what is not of the shape of rules is refused, with its place", () => {
  const weights = { user: 1 };
  for (const [rules, message] of [
    [5, "policy.rules must be an object with words and rules, but got 5"],
    [{ rule: [] }, "unknown field policy.rules.rule: there are words and rules"],
    [{ rules: {} }, "policy.rules.rules must be an array of rules, but got object"],
    [{ words: { a: ["x"] }, rules: [] }, 'policy.rules.words["a"] must be a string, but got object'],
    [{ rules: [{ id: 1 }] }, "policy.rules.rules[0].id must be a string, but got 1"],
    [{ rules: [{ weigths: weights }] }, /^unknown field policy.rules.rules\[0\].weigths: there are id, why, weights/],
    [{ rules: [{ weights: { user: 101 } }] }, "policy.rules.rules[0].weights.user must be a whole number from 0 to 100, but got 101"],
    [{ rules: [{ patterns: "a" }] }, "policy.rules.rules[0].patterns must be an array of strings, but got 'a'"],
    [{ rules: [{ negatable: "no" }] }, "policy.rules.rules[0].negatable must be true or false, but got 'no'"],
  ]) {
    assert.throws(() => new Sanitizer({ rules }), { name: "TypeError", message });
  }
  const unknown = { rules: [{ weights: { web: 1 } }] };
  assert.throws(() => new Sanitizer({ rules: unknown }), { name: "RangeError", message: /^unknown source 'web'/ });
  assert.throws(() => new Sanitizer({ rules: { rules: [{}] } }), { name: "RangeError", message: /an id is kebab-case/ });
});
