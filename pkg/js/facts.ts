/** What does not depend on any text: asked for once, when the instance is made. */

import type { RuleFacts } from "./answer.js";
import * as binding from "./binding.js";
import { requireReady } from "./ready.js";
import type { RuleId } from "./types.js";

/** What each rule finds, in one sentence for a person. Empty until the module is initialised. */
export let rules: Readonly<Record<RuleId, string>> = Object.freeze({}) as Record<RuleId, string>;

/** The version of this package. Empty until the module is initialised. */
export let version = "";

/** The version of the Unicode Standard it knows. Empty until the module is initialised. */
export let unicodeVersion = "";

let rulesByNumber: readonly RuleFacts[] = [];

/** @internal */
export function learn(): void {
  const facts = binding.facts();
  rulesByNumber = facts.rules;
  rules = Object.freeze(Object.fromEntries(rulesByNumber.map(({ id, why }) => [id, why]))) as typeof rules;
  ({ version, unicodeVersion } = facts);
}

/** @internal */
export function numberedRules(): readonly RuleFacts[] {
  return rulesByNumber;
}

/**
 * The name of an invisible, control or otherwise odd character, for showing it; `undefined` for ordinary ones.
 *
 * @param character A code point, or a string whose first character is meant.
 * @example
 * ```js
 * name("\u200B"); // "ZERO WIDTH SPACE"
 * name(0x200b); // the same
 * ```
 */
export function name(character: number | string): string | undefined {
  requireReady();
  const codePoint = typeof character === "string" ? character.codePointAt(0) : character;
  return Number.isInteger(codePoint) ? binding.name(codePoint as number) : undefined;
}
