/** The only file that touches the generated glue: an instance, its input buffer, and what it was last told. */

import type { Answer, RuleFacts } from "./answer.js";
import * as glue from "./glue/tamis.js";
import { rowOf, rulesOf } from "./rules.js";
import type { Pack, PolicyOptions, PresetName, RestrictionLevel, Source, Spotlighted, SpotlightMode } from "./types.js";

/** A buffer longer than this is given up after the call, so that one long text does not hold memory for good. */
const KEPT_BYTES = 1 << 20;

/** No text is so short that the buffer is made shorter than this: it would only be made longer again. */
const LEAST_BYTES = 1 << 12;

const encoder = new TextEncoder();
let memory: WebAssembly.Memory | undefined;
let input = new Uint8Array(0);
let policyInUse: PresetName | PolicyOptions = "chat";
let sourceInUse: Source = "user";

/** Whether there is an instance. */
export function isReady(): boolean {
  return memory !== undefined;
}

/** Makes the instance, at once. Does nothing if there is one. */
export function start(module: BufferSource | WebAssembly.Module): void {
  memory ??= glue.initSync({ module }).memory;
}

/** Makes the instance from a compiled module, without blocking. Does nothing if there is one. */
export async function startAsync(module: WebAssembly.Module): Promise<void> {
  const { memory: made } = await glue.default({ module_or_path: module });
  memory ??= made;
}

/** What there is to say about `dirty`: `undefined` if nothing. */
export function answer(dirty: string, policy: PresetName | PolicyOptions, source: Source): Answer | undefined {
  usePolicy(policy);
  if (source !== sourceInUse) {
    glue.use_source(String(source));
    sourceInUse = source;
  }
  if (!isWellFormed(dirty)) {
    return glue.sanitize_utf16(units(dirty)) as Answer | undefined;
  }
  const found = glue.sanitize(encode(dirty));
  if (input.length > KEPT_BYTES) {
    reserve(LEAST_BYTES);
  }
  return found as Answer | undefined;
}

/** Follows `policy` from now on. The same object is taken to mean the same as before. */
export function usePolicy(policy: PresetName | PolicyOptions): void {
  if (policy === policyInUse) {
    return;
  }
  const number = numberOf(policy);
  if (number === 0) {
    glue.use_policy(policy, undefined, 0);
  } else if (!glue.use_kept(number)) {
    const { rules, ...others } = policy as PolicyOptions;
    glue.use_policy(others, rowOf(rules!), number);
  }
  policyInUse = policy;
}

/** Policies with rules have numbers, by which the wasm keeps the last few: to compile rules takes milliseconds. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(policy: PresetName | PolicyOptions): number {
  if (typeof policy !== "object" || policy?.rules === undefined) {
    return 0;
  }
  const number = numbers.get(policy) ?? (lastNumber += 1);
  numbers.set(policy, number);
  return number;
}

/** The parts of a pack. What the instance made is read and given back at once. */
export function openPack(bytes: Uint8Array, { keys, id, leastVersion }: PackTrust): Sealed {
  const made = glue.open_pack(bytes, [...keys], id, leastVersion);
  const { key, signed, signature } = made;
  made.free();
  return { key, signed, signature } as Sealed;
}

/** What is in a pack, if its signature `isValid`. */
export function unsealPack(bytes: Uint8Array, { keys, id, leastVersion }: PackTrust, isValid: boolean): Pack {
  const [itsId = "", version, key = "", ...row] = glue.unseal_pack(bytes, [...keys], id, leastVersion, isValid);
  // exact up to 2^53: as many versions as milliseconds in a quarter of a million years
  return { id: itsId, version: Number(version), key, rules: rulesOf(row) };
}

/** Which packs are taken, with nothing left out. */
export interface PackTrust {
  readonly keys: readonly string[];
  readonly id: string | undefined;
  readonly leastVersion: number;
}

/** A pack whose signature was not verified yet. */
export interface Sealed {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export function name(codePoint: number): string | undefined {
  return glue.name(codePoint);
}

export function skeleton(text: string): string {
  return glue.skeleton(text);
}

export function restrictionLevel(text: string): RestrictionLevel {
  return glue.restriction_level(text) as RestrictionLevel;
}

/** Marks `text` with these random bytes. What the instance made is read and given back at once. */
export function spotlight(text: string, mode: SpotlightMode, nonce: Uint8Array): Spotlighted {
  const made = glue.spotlight(text, String(mode), nonce);
  const { text: marked, systemPrompt, boundary, marker } = made;
  made.free();
  return { text: marked, systemPrompt, boundary, mode, ...(marker === undefined ? {} : { marker }) };
}

export function facts(): { rules: RuleFacts[]; version: string; unicodeVersion: string } {
  const words = glue.rules();
  const rules = Array.from({ length: words.length / 2 }, (_, at) => ({ id: words[2 * at], why: words[2 * at + 1] }));
  return { rules: rules as RuleFacts[], version: glue.version(), unicodeVersion: glue.unicode_version() };
}

/**
 * Writes `text` into the input buffer and says how many bytes it took.
 *
 * wasm-bindgen would pass a string too, but goes over its ASCII letter by letter: 1 MB takes 2.7 ms with it, and 0.15 ms
 * with one `encodeInto`, the look at it included (Node 20).
 */
function encode(text: string): number {
  // a view of memory that has grown since has length 0, so this makes a new one then too
  if (input.length <= text.length) {
    reserve(Math.max(text.length + 1, LEAST_BYTES));
  }
  const { read, written } = encoder.encodeInto(text, input);
  if (read === text.length) {
    return written;
  }
  // no unit takes more than three bytes
  reserve(written + 3 * (text.length - read));
  return written + encoder.encodeInto(text.slice(read), input.subarray(written)).written;
}

function reserve(length: number): void {
  if (memory === undefined) {
    throw new Error("there is no instance of the WebAssembly module yet");
  }
  input = new Uint8Array(0);
  const address = glue.reserve(length);
  input = new Uint8Array(memory.buffer, address, length);
}

/** A surrogate that is not half of a pair. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** `String.prototype.isWellFormed` came with ES2024, and `lib` stays where the oldest browser we name is. */
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !LONE_SURROGATE.test(text);
}

function units(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
