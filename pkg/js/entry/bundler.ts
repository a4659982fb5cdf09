/** Bundlers for browsers: `new URL` tells them to take the module along. Importing waits until it is there. */
import { start } from "../load.js";

await start(new URL("../tamis.wasm", import.meta.url));
export * from "../index.js";
