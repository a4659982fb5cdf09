/** Spotlighting: untrusted text, marked so that a model can tell it from the words around it. */

import * as binding from "./binding.js";
import { requireReady } from "./ready.js";
import type { Spotlighted, SpotlightOptions } from "./types.js";

/** 128 bits cannot be guessed. */
const NONCE_BYTES = 16;

/**
 * Puts untrusted text between two lines that nobody can foresee, drawn from `crypto.getRandomValues` in every call, and
 * in some modes marks or encodes it. Whatever looks like such a line in the text is parted first. Nothing else is changed:
 * sanitize the text before.
 *
 * @example
 * ```js
 * const { text, systemPrompt } = spotlight(sanitize(mail).clean, { mode: "datamark" });
 * ```
 *
 * @throws TypeError if `text` is not a string.
 * @throws RangeError if there is no such mode.
 */
export function spotlight(text: string, options: SpotlightOptions = {}): Spotlighted {
  requireReady();
  if (typeof text !== "string") {
    throw new TypeError(`spotlight takes a string, but got ${text === null ? "null" : typeof text}`);
  }
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`options are an object such as { mode: "datamark" }, but got ${typeof options}`);
  }
  const { mode = "delimit" } = options;
  return binding.spotlight(text, mode, crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}
