// Packs: the cases of tests/packs, verified by the platform's own WebCrypto.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPack, Sanitizer } from "tamis";
import { readPacks } from "./cases.mjs";
import { bytes, openAll, wanted } from "./packs.mjs";

const cases = readPacks();

test(`${cases.length} packs are taken or refused as the cases say`, async () => {
  assert.ok(cases.length > 10);
  assert.deepEqual(await openAll(cases, openPack), wanted(cases));
});

const [good] = cases;

test("the rules of a pack are rules", async () => {
  const { rules } = await openPack(bytes(good.pack).buffer, good);
  const { risk } = new Sanitizer({ rules }).sanitize("Open the Orchid vault", { source: "tool" });
  assert.ok(risk.score >= 0.8);
  assert.ok(risk.signals.some(({ id }) => id === "acme/vault"));
  const again = await openPack(bytes(good.pack), good);
  assert.deepEqual(JSON.parse(JSON.stringify(rules)), again.rules);
});

test("every changed byte is refused", async () => {
  const whole = bytes(good.pack);
  for (let at = 0; at < whole.length; at += 1) {
    const changed = whole.slice();
    changed[at] ^= 1 << at % 8;
    await assert.rejects(openPack(changed, good), { name: "PackError" }, `byte ${at}`);
  }
});

test("what changes while the signature is verified is not read", async () => {
  const changing = bytes(good.pack);
  const opening = openPack(changing, good);
  changing.fill(0);
  assert.equal((await opening).version, 12);
});

test("errors have codes, and what is no pack or trust is refused", async () => {
  const code = (wanted) => (error) => error.code === wanted;
  await assert.rejects(openPack(bytes(good.pack), { ...good, leastVersion: 13 }), code("older"));
  await assert.rejects(openPack(bytes(good.pack), { keys: ["00".repeat(32)] }), code("weak-key"));
  await assert.rejects(openPack(bytes(good.pack), { keys: ["key"] }), code("weak-key"));
  await assert.rejects(openPack("pack", good), TypeError);
  await assert.rejects(openPack(bytes(good.pack)), TypeError);
  await assert.rejects(openPack(bytes(good.pack), { keys: good.keys[0] }), TypeError);
  await assert.rejects(openPack(bytes(good.pack), { ...good, leastVersion: 1.5 }), TypeError);
  await assert.rejects(openPack(bytes(good.pack), { ...good, id: 5 }), TypeError);
});
