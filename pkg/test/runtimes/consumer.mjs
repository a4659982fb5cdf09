// A fresh project that has installed the package as it would be published, and what the README promises it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PKG = fileURLToPath(new URL("../../", import.meta.url));

/** The first example of the README. */
export const example = /```js\n(.*?)```/s.exec(readFileSync(join(PKG, "README.md"), "utf8"))[1];

/** What it says that it prints, a line for each. */
export const promised = Array.from(example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm), ([, line]) => line);

/** Packs the package and installs it into a new folder, which `remove` takes away again. */
export function makeConsumer() {
  const folder = mkdtempSync(join(tmpdir(), "tamis-consumer-"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: PKG });
  const [tarball] = readdirSync(folder);
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", `./${tarball}`], { cwd: folder });
  return { folder, write, remove: () => rmSync(folder, { recursive: true }) };
}
