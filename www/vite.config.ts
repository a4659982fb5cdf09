import { defineConfig, type Plugin } from "vite";

/** What the built page may do: run its own files. Nothing typed into it can be sent anywhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // compiling WebAssembly counts as eval
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'", // the WebAssembly module is fetched from beside the page
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The build only: the development server injects inline styles and talks over a socket. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  base: "./", // so that the folder can be served from anywhere
  plugins: [contentSecurityPolicy],
  // the package waits for its module at the top level, which takes this target; one small script needs no preloading
  build: { target: "es2022", modulePreload: false, assetsInlineLimit: 0 },
  // the package is linked from beside this folder
  server: { fs: { allow: [".."] } },
});
