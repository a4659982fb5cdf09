/** Node, Deno and Bun: the module lies next to the code and is read at once. */
import { readFileSync } from "node:fs";
import { initSync } from "../load.js";

initSync(readFileSync(new URL("../tamis.wasm", import.meta.url)));
export * from "../index.js";
