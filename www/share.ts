/** The state of the page in the part of its address that a browser never sends: what follows the `#`. */

import type { PresetName, Source } from "tamis";

export interface State {
  readonly text: string;
  readonly policy: PresetName;
  readonly source: Source;
}

/** Longer addresses are cut by chat programs and mail. */
const MAX_LINK_CHARS = 32_000;

/** A link is untrusted: this many bytes is where unpacking stops. */
const MAX_STATE_BYTES = 8 << 20;

/** The hash for `state`; `undefined` if it would be too long for a link. */
export async function toHash(state: State): Promise<string | undefined> {
  // JSON writes a lone surrogate as an escape, which UTF-8 could not hold
  const plain = new TextEncoder().encode(JSON.stringify([state.text, state.policy, state.source]));
  const hash = typeof CompressionStream === "undefined" ? `#t=${toBase64(plain)}` : `#z=${toBase64(await pack(plain))}`;
  return hash.length <= MAX_LINK_CHARS ? hash : undefined;
}

/** The state that a hash holds; `undefined` if it holds none that can be read. */
export async function fromHash(hash: string): Promise<State | undefined> {
  const [, form, data] = /^#([tz])=([\w-]+)$/.exec(hash) ?? [];
  if (data === undefined) {
    return undefined;
  }
  try {
    const bytes = fromBase64(data);
    const plain = form === "z" ? await unpack(bytes) : bytes;
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)));
  } catch {
    return undefined; // a link that was cut or made up
  }
}

function checked(value: unknown): State | undefined {
  const [text, policy, source] = Array.isArray(value) ? value : [];
  const policies: PresetName[] = ["chat", "document", "code", "strict", "report-only"];
  const sources: Source[] = ["user", "document", "tool", "model"];
  const known = policies.includes(policy) && sources.includes(source);
  return typeof text === "string" && known ? { text, policy, source } : undefined;
}

async function pack(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_STATE_BYTES) {
      await reader.cancel();
      throw new RangeError("the link unpacks to more than a page can show");
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
