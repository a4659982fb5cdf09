/** Cloudflare Workers, which compile the module when they are deployed. */
import module from "../tamis.wasm";
import { initSync } from "../load.js";

initSync(module);
export * from "../index.js";
