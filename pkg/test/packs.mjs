// Opens the packs of tests/packs. Runs in every runtime: reads no files.

/** What became of each pack: what it is, or why it was refused. */
export function openAll(cases, openPack) {
  return Promise.all(cases.map(async ({ pack, keys, id, least }) => {
    try {
      const opened = await openPack(bytes(pack), { keys, id, leastVersion: least });
      return { opened: { id: opened.id, version: opened.version, rules: opened.rules.rules.map((rule) => rule.id) } };
    } catch (error) {
      return { refused: error.name === "PackError" ? error.message : `${error.name}: ${error.message}, ${error.cause}` };
    }
  }));
}

/** What should become of each. */
export function wanted(cases) {
  return cases.map(({ opened, refused }) => (refused === undefined ? { opened: { ...opened } } : { refused }));
}

export function bytes(hex) {
  return Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}
