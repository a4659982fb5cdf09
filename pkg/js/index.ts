/**
 * The sieve in front of language models: takes out of a text what a reader can't see, shows what was hidden, and
 * scores how likely the rest is trying to take the model over.
 *
 * Two doors: {@link sanitize}, and {@link Sanitizer} for many texts under one policy. This file knows nothing of the
 * runtime; `entry/` has one file for each, which finds the WebAssembly module and then exports all of this.
 *
 * @packageDocumentation
 */

import * as binding from "./binding.js";
import { describe } from "./describe.js";
import { numberedRules } from "./facts.js";
import { walk } from "./json.js";
import { requireReady } from "./ready.js";
import { reportOf, untouched } from "./report.js";
import type {
  JsonOptions,
  JsonReport,
  PolicyOptions,
  PresetName,
  Report,
  SanitizeOptions,
  Source,
  SourceOptions,
} from "./types.js";

export { explain } from "./explain.js";
export { name, rules, unicodeVersion, version } from "./facts.js";
export { restrictionLevel, skeleton } from "./letters.js";
export type { OffsetMap } from "./map.js";
export { openPack } from "./pack.js";
export { spotlight } from "./spotlight.js";
export type * from "./types.js";

/**
 * Cleans `dirty`. Never fails on any string: a lone surrogate becomes U+FFFD and a finding.
 *
 * @example
 * ```js
 * const { clean, findings, risk } = sanitize("pay\u200Bpal"); // ZERO WIDTH SPACE
 * clean; // "paypal"
 * findings[0].id; // "zero-width"
 * ```
 *
 * @throws TypeError if `dirty` is not a string, or an option has the wrong type or an unknown name.
 * @throws RangeError if the policy, a rule, an action or the source is not one there is.
 */
export function sanitize(dirty: string, options: SanitizeOptions = {}): Report {
  const { policy = "chat", source = "user" } = checked(options);
  return report(dirty, copy(policy), source);
}

/**
 * Cleans what JSON has: every string of `value`, its keys too, each as a text of its own. The result has the same shape; it
 * is the very value that was given if nothing had to change, and what changes is copied. Made for the results of tools.
 *
 * Two keys that become the same stay two: the second has ` (2)` at its end.
 *
 * @example
 * ```js
 * const { clean, findings, risk } = sanitizeJson({ note: ["pay\u200Bpal"] }); // ZERO WIDTH SPACE
 * clean; // { note: ["paypal"] }
 * findings[0].path; // "/note/0"
 * ```
 *
 * @throws TypeError for what JSON doesn't have: a function, a bigint, an object of a class, a cycle.
 * @throws RangeError for more levels than `maxDepth`, and as {@link sanitize} does.
 */
export function sanitizeJson<T>(value: T, options: JsonOptions = {}): JsonReport<T> {
  const { policy = "document", source = "tool", maxDepth } = checked(options);
  const copied = copy(policy);
  report("", copied, source); // refuses what is wrong, also where there is no string
  return walk(value, maxDepth, (text) => report(text, copied, source));
}

/**
 * Cleans many texts under one policy, which is read once. There is nothing to free.
 *
 * @example
 * ```js
 * const documents = new Sanitizer({ preset: "document", actions: { "bidi-override": "escaped" } });
 * documents.sanitize(page, { source: "document" }).clean;
 * ```
 */
export class Sanitizer {
  readonly #policy: PresetName | PolicyOptions;

  /** @throws TypeError or RangeError as {@link sanitize} does, here and not later. */
  constructor(policy: PresetName | PolicyOptions = "chat") {
    requireReady();
    this.#policy = copy(policy);
    binding.usePolicy(this.#policy);
  }

  /** Cleans `dirty`, written by `source`. */
  sanitize(dirty: string, options: SourceOptions = {}): Report {
    const { source = "user" } = checked(options);
    return report(dirty, this.#policy, source);
  }
}

function report(dirty: string, policy: PresetName | PolicyOptions, source: Source): Report {
  requireReady();
  if (typeof dirty !== "string") {
    throw new TypeError(`sanitize takes a string, but got ${describe(dirty)}`);
  }
  const answer = binding.answer(dirty, policy, source);
  return answer === undefined ? untouched(dirty) : reportOf(dirty, answer, numberedRules());
}

/** An object is copied to its depth, because its owner may change it between two calls. What is no policy is left to be refused. */
function copy<T>(value: T): T {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(copy) as T;
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)])) as T;
}

/** Options given as a bare string would otherwise be taken for none at all. */
function checked<T extends object>(options: T): T {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`options are an object such as { source: "document" }, but got ${describe(options)}`);
  }
  return options;
}
