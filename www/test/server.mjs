/** The built folder on loopback, as any web server would serve it. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const FOLDER = new URL("../dist/", import.meta.url);

/** Serves `dist` on a free port; `close` ends it. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = new URL(`.${pathname === "/" ? "/index.html" : pathname}`, FOLDER);
    try {
      const body = file.href.startsWith(FOLDER.href) ? await readFile(file) : undefined;
      response.writeHead(body ? 200 : 403, { "Content-Type": TYPES[extname(file.pathname)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
