/** Which characters cannot be seen, and what a chip says in their place. */

import { name } from "tamis";

/** One stretch of text for the page: as it is, or as a chip that stands for what cannot be seen. */
export type Piece = { readonly text: string } | Chip;

export interface Chip {
  /** Short, and made of visible characters only. */
  readonly label: string;
  /** The full names, a line for each code point. */
  readonly detail: string;
}

// Cf that draw something (number signs and the like) are taken out; blanks that are no spaces are put in
const HIDDEN =
  /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\t\n])[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Variation_Selector}\p{Noncharacter_Code_Point}\u2800\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;
const RUN = new RegExp(`(?:${HIDDEN.source})+`, "gu");

/** What people call them; every other one is shown by its code point alone. */
const SHORT: Readonly<Record<number, string>> = {
  0x00: "NUL", 0x07: "BEL", 0x08: "BS", 0x0d: "CR", 0x1b: "ESC", 0x7f: "DEL",
  0xa0: "NBSP", 0xad: "SHY", 0x34f: "CGJ", 0x61c: "ALM", 0x180e: "MVS",
  0x200b: "ZWSP", 0x200c: "ZWNJ", 0x200d: "ZWJ", 0x200e: "LRM", 0x200f: "RLM", 0x2028: "LSEP", 0x2029: "PSEP",
  0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO", 0x202f: "NNBSP",
  0x2060: "WJ", 0x2061: "FA", 0x2062: "IT", 0x2063: "IS", 0x2064: "IP",
  0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0x2800: "blank", 0x3000: "IDSP", 0x3164: "HF", 0xfeff: "BOM",
};

/** A run longer than this is one chip. */
const MOST_SINGLE_CHIPS = 3;

/** A chip's detail names this many code points. */
const MOST_NAMES = 8;

const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** `text` inside a finding: every hidden character is taken out of it and shown as a chip. */
export function taken(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    push(pieces, text.slice(done, index));
    pieces.push(...chips(run));
    done = index + run.length;
  }
  push(pieces, text.slice(done));
  return pieces;
}

/**
 * `text` outside of findings: an emoji, a letter and the hidden characters that belong to it stay whole, and the chip
 * follows.
 */
export function left(text: string): Piece[] {
  const pieces: Piece[] = [];
  const segments = clusters.segment(text);
  let done = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index < done) {
      continue; // in a cluster that has its chip already
    }
    const { segment, index: start } = segments.containing(index) ?? { segment: run, index };
    const hidden = [...segment.matchAll(RUN)].map(([found]) => found).join("");
    if (start < done || hidden === segment) {
      push(pieces, text.slice(done, index));
      pieces.push(...chips(run));
      done = index + run.length;
    } else {
      push(pieces, text.slice(done, start + segment.length));
      pieces.push(...chips(hidden));
      done = start + segment.length;
    }
  }
  push(pieces, text.slice(done));
  return pieces;
}

/** How many code points there are. */
export function count(text: string): number {
  let found = 0;
  for (const _ of text) {
    found += 1;
  }
  return found;
}

/** `U+200B ZERO WIDTH SPACE`, for each of the first few code points of `text`. */
export function names(text: string): string {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const lines = points.slice(0, MOST_NAMES).map((point) => `${notation(point)} ${nameOf(point)}`.trim());
  return points.length > MOST_NAMES ? `${lines.join("\n")}\nand ${points.length - MOST_NAMES} more` : lines.join("\n");
}

function push(pieces: Piece[], text: string): void {
  if (text !== "") {
    pieces.push({ text });
  }
}

function chips(run: string): Chip[] {
  const characters = [...run];
  const label = together(characters);
  return label === undefined
    ? characters.map((character) => ({ label: single(character), detail: names(character) }))
    : [{ label, detail: names(run) }];
}

/** What a run is called as a whole, if it is shown as one. */
function together(characters: string[]): string | undefined {
  const [first = ""] = characters;
  const many = characters.length.toLocaleString("en");
  if (characters.length === 1) {
    return undefined;
  }
  if (characters.every((character) => /[\u{E0000}-\u{E007F}]/u.test(character))) {
    return `${many} tag characters`;
  }
  if (characters.every((character) => /\p{Variation_Selector}/u.test(character))) {
    return `${many} variation selectors`;
  }
  if (characters.every((character) => character === first)) {
    return `${many} \u00D7 ${SHORT[first.codePointAt(0) ?? 0] ?? single(first)}`; // MULTIPLICATION SIGN
  }
  return characters.length > MOST_SINGLE_CHIPS ? `${many} hidden characters` : undefined;
}

function single(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `${notation(point)} ${SHORT[point] ?? selector(point)}`.trim();
}

function selector(point: number): string {
  if (point >= 0xfe00 && point <= 0xfe0f) {
    return `VS${point - 0xfe00 + 1}`;
  }
  if (point >= 0xe0100 && point <= 0xe01ef) {
    return `VS${point - 0xe0100 + 17}`;
  }
  return point > 0xe0020 && point < 0xe007f ? `TAG ${String.fromCodePoint(point - 0xe0000)}` : "";
}

function nameOf(point: number): string {
  return point >= 0xd800 && point <= 0xdfff ? "half of a surrogate pair" : (name(point) ?? "");
}

function notation(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
