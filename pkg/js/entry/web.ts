/** Browsers without a bundler: `await init()` first. */
import { type ModuleSource, start } from "../load.js";

export * from "../index.js";
export const init = (source: ModuleSource = new URL("../tamis.wasm", import.meta.url)): Promise<void> => start(source);
export default init;
