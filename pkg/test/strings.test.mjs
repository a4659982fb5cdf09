// What may be given to `sanitize`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitize, Sanitizer } from "tamis";

test("a string with nothing to find is handed back itself", () => {
  for (const dirty of ["", "plain", "caf\u00e9 \u{1f980}", "x".repeat(100_000), "\u4f60\u597d".repeat(50_000)]) {
    const report = sanitize(dirty);
    assert.ok(Object.is(report.clean, dirty));
    assert.equal(report.changed, false);
    assert.deepEqual(report.findings, []);
    // the longest are no texts: whatever the model makes of them, it is no alarm
    if (dirty.length < 100) assert.deepEqual(report.risk, { score: 0, level: "none", signals: [] });
    else assert.ok(report.risk.score < 0.6, `${report.risk.score}`);
  }
});

test("what is shared between reports can't be changed", () => {
  const { findings, risk } = sanitize("plain");
  assert.throws(() => findings.push(1), TypeError);
  assert.throws(() => (risk.score = 1), TypeError);
  assert.throws(() => risk.signals.push(1), TypeError);
});

test("spans select what was found", () => {
  const dirty = "\u{1f980}\u{1f980} pay\u200bpal \u{e0068}\u{e0069}!";
  const { findings } = sanitize(dirty);
  const found = findings.map(({ id, utf16Span }) => [id, dirty.slice(...utf16Span)]);
  assert.deepEqual(found, [
    ["zero-width", "\u200b"],
    ["tag-characters", "\u{e0068}\u{e0069}"],
  ]);
  assert.equal(dirty.slice(...findings[1].reveal.utf16Span), "\u{e0068}\u{e0069}");
  assert.equal(findings[1].reveal.text, "hi");
});

test("each lone surrogate becomes U+FFFD and a finding", () => {
  const dirty = "\udc00a\ud800b\u200b\ud83e\udd80\ud800";
  const { clean, changed, findings } = sanitize(dirty);
  assert.equal(clean, "\ufffda\ufffdb\ud83e\udd80\ufffd");
  assert.ok(changed);
  assert.deepEqual(
    findings.map(({ id, utf16Span, action }) => [id, ...utf16Span, action]),
    [
      ["lone-surrogate", 0, 1, "replaced"],
      ["lone-surrogate", 2, 3, "replaced"],
      ["zero-width", 4, 5, "removed"],
      ["lone-surrogate", 7, 8, "replaced"],
    ],
  );
});

test("lone surrogates are found without String.prototype.isWellFormed", () => {
  const { isWellFormed } = String.prototype;
  delete String.prototype.isWellFormed;
  try {
    assert.equal(sanitize("a\ud800\u{1f980}").clean, "a\ufffd\u{1f980}");
    assert.equal(sanitize("\u{1f980}").changed, false);
  } finally {
    Object.defineProperty(String.prototype, "isWellFormed", { value: isWellFormed, writable: true, configurable: true });
  }
});

test("text of every length fits the buffer, however many bytes its units take", () => {
  for (const unit of ["a", "\u00e9", "\u4f60", "\u{1f980}"]) {
    for (const length of [0, 1, 100, 4095, 4096, 4097, 40_000, 400_000]) {
      const dirty = `${unit.repeat(length)}\u200b`;
      assert.equal(sanitize(dirty).clean, unit.repeat(length), `${length} times ${unit}`);
    }
  }
});

test("what is no string is refused, and named", () => {
  const wrong = [
    [undefined, "undefined"],
    [null, "null"],
    [7, "number"],
    [{}, "object"],
    [["a"], "an array"],
    [Symbol("a"), "symbol"],
  ];
  for (const [value, named] of wrong) {
    const expected = { name: "TypeError", message: `sanitize takes a string, but got ${named}` };
    assert.throws(() => sanitize(value), expected);
    assert.throws(() => new Sanitizer().sanitize(value), expected);
  }
});

test("a report survives JSON", () => {
  const report = sanitize("hidden \u{e0068}\u{e0069}\u{e0021}\u{e0021} and \u202e");
  const { clean, findings, risk } = JSON.parse(JSON.stringify(report));
  assert.equal(clean, report.clean);
  assert.deepEqual(findings, report.findings);
  assert.deepEqual(risk, report.risk);
  const spans = [...findings, ...risk.signals, findings[0].reveal].map(({ utf16Span }) => utf16Span);
  assert.ok(spans.length >= 5 && spans.every((span) => Array.isArray(span) && span.length === 2));
});
