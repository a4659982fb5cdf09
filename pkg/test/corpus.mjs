// Runs corpus cases through the npm package. Runs in every runtime: reads no files, and turns the byte spans of the
// corpus into UTF-16 by itself, so that the wasm is not judged by its own conversion.

/** Each case's outcome: what differs (empty if nothing), or why the case can't be run here. */
export function runAll(cases, sanitize) {
  return cases.map((test) => ({ name: test.name, ...run(test, sanitize) }));
}

/** Hands the outcomes to a test framework: one test for what was run, and one skipped for each case that was not. */
export function report(outcomes, test, assert) {
  const ran = outcomes.filter(({ skipped }) => skipped === undefined);
  test(`${ran.length} cases of the corpus`, () => {
    assert.ok(ran.length > 0, "the corpus is empty");
    const different = ran.flatMap(({ differences }) => differences || []);
    assert.equal(different.length, 0, `${different.length} cases differ\n\n${different.join("\n")}`);
  });
  for (const { name, skipped } of outcomes.filter((outcome) => outcome.skipped !== undefined)) {
    test(name, { skip: skipped }, () => {});
  }
}

function run(test, sanitize) {
  const dirty = test.dirty ?? fromBytes(test.dirty_hex);
  if (dirty === undefined) {
    return { skipped: "these bytes are no string of JavaScript, and the package takes strings" };
  }
  const { policy = "chat", source = "user" } = test;
  const report = sanitize(dirty, { policy, source });
  const differences = [];
  const expect = (what, expected, got) => {
    if (JSON.stringify(expected) !== JSON.stringify(got)) {
      differences.push(`  ${what}\n    expected ${show(expected)}\n    got      ${show(got)}`);
    }
  };
  const clean = test.clean ?? dirty;
  expect("clean", clean, report.clean);
  expect("changed", clean !== dirty, report.changed);
  const expected = expectedFindings(test, dirty);
  const got = report.findings.map((finding, at) => plainFinding(finding, expected[at]?.skeleton !== undefined));
  for (let at = 0; at < Math.max(expected.length, got.length); at += 1) {
    expect(`finding ${at}`, expected[at] ?? "none", got[at] ?? "none");
  }
  const { min = 0, max = 1 } = test.risk ?? {};
  if (!(report.risk.score >= min && report.risk.score <= max)) {
    differences.push(`  risk\n    expected from ${min} to ${max}\n    got      ${report.risk.score}`);
  }
  const text = differences.length > 0 ? `${test.name}\n  why: ${test.why}\n${differences.join("\n")}` : "";
  return { differences: text };
}

function expectedFindings(test, dirty) {
  return (test.findings ?? []).map(({ id, span, action = "removed", reveal, chain, skeleton }) => ({
    id,
    span: span.map((byte) => utf16Offset(dirty, byte)),
    action,
    reveal,
    chain,
    skeleton,
  }));
}

/** The skeleton is compared where the case has one. */
function plainFinding({ id, utf16Span, action, reveal, skeleton }, hasSkeleton) {
  const plain = { id, span: utf16Span, action, reveal: reveal?.text, chain: reveal?.chain };
  return hasSkeleton ? { ...plain, skeleton } : plain;
}

/** The UTF-16 offset of a byte offset. A lone surrogate has three bytes, as the U+FFFD that takes its place. */
export function utf16Offset(text, byte) {
  let [bytes, units] = [0, 0];
  for (const character of text) {
    if (bytes >= byte) {
      break;
    }
    const code = character.codePointAt(0);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units += character.length;
  }
  return units;
}

/** UTF-8 in which lone surrogates may stand, as three bytes each. `undefined` for anything else. */
export function fromBytes(hex) {
  const bytes = Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16));
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  let done = 0;
  try {
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] === 0xed && bytes[at + 1] >= 0xa0 && bytes[at + 2] >= 0x80) {
        text += decoder.decode(bytes.subarray(done, at));
        text += String.fromCharCode(0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f));
        done = at + 3;
      }
    }
    text += decoder.decode(bytes.subarray(done));
  } catch {
    return undefined;
  }
  // a byte-order mark is taken off bytes, but is a character of a string; two halves would become one pair
  const surrogates = text.match(/\p{Surrogate}/gu)?.length ?? 0;
  return text.startsWith("\uFEFF") || surrogates !== countSurrogates(bytes) ? undefined : text;
}

function countSurrogates(bytes) {
  return bytes.filter((byte, at) => byte === 0xed && bytes[at + 1] >= 0xa0).length;
}

/** JSON in which everything but ASCII and letters is escaped. */
export function show(value) {
  const json = JSON.stringify(value) ?? "undefined";
  return json.replace(/[^\x20-\x7e\p{L}]/gu, (c) => `\\u{${c.codePointAt(0).toString(16).toUpperCase()}}`);
}
