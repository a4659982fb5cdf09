// Reads the corpus from the disk.

import { readFileSync, readdirSync } from "node:fs";
import { parse } from "smol-toml";

const FOLDER = new URL("../../tests/corpus/", import.meta.url);

/** All cases of all files. */
export function readCases() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".toml"));
  return files.sort().flatMap((name) => parse(readFileSync(new URL(name, FOLDER), "utf8")).case);
}

/** All packs of tests/packs. */
export function readPacks() {
  return parse(readFileSync(new URL("../packs/packs.toml", FOLDER), "utf8")).case;
}
