/** How an instance comes to be, from bytes, a module, or an address. */

import * as binding from "./binding.js";
import { learn } from "./facts.js";

/** Where the WebAssembly module may come from. */
export type ModuleSource = string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

let starting: Promise<void> | undefined;

/**
 * Makes the instance at once, from the bytes of `tamis/tamis.wasm` or a compiled module. Does nothing if there is one.
 *
 * Browsers may refuse to compile many bytes on the main thread: prefer `init` from `tamis/web` there.
 */
export function initSync(module: BufferSource | WebAssembly.Module): void {
  if (!binding.isReady()) {
    binding.start(module);
    learn();
  }
}

/** Makes the instance, compiling while it loads. Further calls wait for the first; after a failure the next tries again. */
export function start(source: ModuleSource): Promise<void> {
  starting ??= load(source).catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function load(source: ModuleSource): Promise<void> {
  if (!binding.isReady()) {
    await binding.startAsync(await compile(source));
    learn();
  }
}

async function compile(source: ModuleSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) {
    return source;
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(source);
  }
  const isAddress = typeof source === "string" || source instanceof URL || source instanceof Request;
  return compileResponse(await (isAddress ? fetch(source) : source));
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) {
    throw new Error(`could not load ${response.url || "tamis.wasm"}: the server answered ${response.status}`);
  }
  // only this type may be compiled while it loads, and many servers send another
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  if (type.startsWith("text/html")) {
    const message = `could not load ${response.url || "tamis.wasm"}: the server answered with an HTML page`;
    throw new Error(`${message}, so the file is not there: serve tamis/tamis.wasm and give init() its address`);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
