/** What workerd makes of importing a WebAssembly file. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
