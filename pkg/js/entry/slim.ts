/** Anywhere else: the caller brings the module. `initSync` first. */
export * from "../index.js";
export { initSync } from "../load.js";
