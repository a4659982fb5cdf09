/** What letters are taken for, and how freely a name mixes them (UTS #39). For names and identifiers, not for delivered text. */

import * as binding from "./binding.js";
import { describe } from "./describe.js";
import { requireReady } from "./ready.js";
import type { RestrictionLevel } from "./types.js";

/**
 * The skeleton of `text` (UTS #39, section 4): two texts are taken for each other if they have the same. It is meant to be
 * compared, not shown: `m` becomes `rn`, `I` and `1` become `l`. Linear. A lone surrogate counts as U+FFFD.
 *
 * @example
 * ```js
 * skeleton("\u0440\u0430\u0443\u0440\u0430\u04cf") === skeleton("paypal"); // true: the first is in Cyrillic
 * ```
 *
 * @throws TypeError if `text` is not a string.
 */
export function skeleton(text: string): string {
  return binding.skeleton(checked("skeleton", text));
}

/**
 * How freely `identifier` mixes scripts (UTS #39, section 5.2), from `ascii-only` to `unrestricted`. A space or a sign makes it
 * `unrestricted`: it is a question about one name, not about a sentence. Linear. A lone surrogate counts as U+FFFD.
 *
 * @example
 * ```js
 * restrictionLevel("paypal"); // "ascii-only"
 * restrictionLevel("p\u0430ypal"); // "minimally-restrictive": with a Cyrillic letter
 * ```
 *
 * @throws TypeError if `identifier` is not a string.
 */
export function restrictionLevel(identifier: string): RestrictionLevel {
  return binding.restrictionLevel(checked("restrictionLevel", identifier));
}

function checked(what: string, text: string): string {
  requireReady();
  if (typeof text !== "string") {
    throw new TypeError(`${what} takes a string, but got ${describe(text)}`);
  }
  return text;
}
