/** Packs: rules in one signed file, loaded while a program runs. */

import * as binding from "./binding.js";
import { requireReady } from "./ready.js";
import type { Pack, PackOptions } from "./types.js";

/**
 * Verifies a pack and reads it. The signature is verified by WebCrypto, which has Ed25519 in Node 20, Deno, Bun, Workers,
 * Chrome 137, Firefox 129 and Safari 17; what implementations differ in is checked before, so that a pack is taken everywhere
 * or nowhere.
 *
 * An old pack is as well signed as a new one: store the version that you loaded last, and give it as `leastVersion`.
 *
 * @example
 * ```js
 * const pack = await openPack(bytes, { keys: [KEY], id: "acme/office", leastVersion: stored });
 * const sanitizer = new Sanitizer({ preset: "document", rules: pack.rules });
 * ```
 *
 * @throws TypeError if an argument has the wrong type.
 * @throws PackError, an Error whose `code` says why the pack is refused: `bad-signature`, `unknown-key`, `older`,
 * `other-pack`, `truncated`, `trailing-bytes`, `unknown-format`, `not-a-pack`, `too-long`, `malformed`; or `weak-key` for a
 * key that is none.
 * @throws Error if the platform has no Ed25519.
 */
export async function openPack(bytes: Uint8Array | ArrayBuffer, options: PackOptions): Promise<Pack> {
  requireReady();
  if (!(bytes instanceof Uint8Array || bytes instanceof ArrayBuffer)) {
    throw new TypeError("openPack takes the bytes of a pack: a Uint8Array or an ArrayBuffer");
  }
  // a copy, because what is verified must be what is read
  const pack = new Uint8Array(bytes).slice();
  const trust = checked(options);
  const sealed = binding.openPack(pack, trust);
  return binding.unsealPack(pack, trust, await isSigned(sealed));
}

function checked(options: PackOptions): binding.PackTrust {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("options are an object such as { keys: [key] }");
  }
  const { keys, id, leastVersion = 0 } = options;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === "string")) {
    throw new TypeError("keys are an array of strings, of 64 hexadecimal digits each");
  }
  if (id !== undefined && typeof id !== "string") {
    throw new TypeError("id is a string");
  }
  if (!Number.isSafeInteger(leastVersion) || leastVersion < 0) {
    throw new TypeError("leastVersion is a whole number from 0");
  }
  return { keys: [...keys], id, leastVersion };
}

async function isSigned({ key, signed, signature }: binding.Sealed): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, signature, signed);
  } catch (error) {
    if (error instanceof Error && error.name === "DataError") {
      return false; // the key is on no curve
    }
    throw new Error("this platform cannot verify packs: its WebCrypto has no Ed25519", { cause: error });
  }
}
