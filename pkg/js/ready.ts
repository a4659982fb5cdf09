/** The error for a call that comes before the WebAssembly module. */

import { isReady } from "./binding.js";

/** @throws Error if there is no instance yet, naming the step that is missing. */
export function requireReady(): void {
  if (!isReady()) {
    throw new Error(
      "tamis is not ready: first `await init()` (from tamis/web), or `initSync(bytesOrModule)` (from tamis/slim)",
    );
  }
}
