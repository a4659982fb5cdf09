/** What letters are taken for (UTS #39). */

import * as binding from "./binding.js";
import { requireReady } from "./ready.js";
import type { RestrictionLevel } from "./types.js";

/**
 * What a text is taken for: two texts are confusable if they have the same skeleton. Meant to be compared, not shown.
 *
 * A lone surrogate counts as U+FFFD.
 *
 * @example
 * ```js
 * skeleton("раураӏ") === skeleton("paypal"); // the first is in Cyrillic
 * ```
 */
export function skeleton(text: string): string {
  requireReady();
  return binding.skeleton(text);
}

/**
 * How freely one identifier mixes scripts, such as a user name or a label of a host name. A space is no character of
 * identifiers: a text of several words is `unrestricted`.
 *
 * @example
 * ```js
 * restrictionLevel("paypal"); // "ascii-only"
 * restrictionLevel("p\u0430ypal"); // "minimally-restrictive": CYRILLIC SMALL LETTER A
 * ```
 */
export function restrictionLevel(identifier: string): RestrictionLevel {
  requireReady();
  return binding.restrictionLevel(identifier);
}
