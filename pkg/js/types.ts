/** The shapes of the public API. Spans are in UTF-16 units, so that `dirty.slice(...span)` is what was found. */

import type { OffsetMap } from "./map.js";

/** Start and end, in UTF-16 units: what `slice` takes. */
export type Span = readonly [start: number, end: number];

/** A ready policy. `chat` is the default. */
export type PresetName = "chat" | "document" | "code" | "strict" | "report-only";

/** Who wrote the text: the same words are a request from one and an attack from another. `user` is the default. */
export type Source = "user" | "document" | "tool" | "model";

/** What was done about a finding. */
export type Action = "removed" | "replaced" | "escaped" | "kept";

/** The score in a word: from 0, 0.05, 0.3, 0.6 and 0.9. */
export type Level = "none" | "low" | "medium" | "high" | "critical";

/** How freely an identifier mixes scripts (UTS #39, section 5.2), from the strictest level to the laxest. */
export type RestrictionLevel =
  | "ascii-only"
  | "single-script"
  | "highly-restrictive"
  | "moderately-restrictive"
  | "minimally-restrictive"
  | "unrestricted";

/** What can be found. An id never changes meaning; `rules` says what each means. */
export type RuleId =
  | "tag-characters"
  | "variation-selectors"
  | "zero-width"
  | "joiner"
  | "invisible-operator"
  | "invisible-run"
  | "bidi-mark"
  | "bidi-embedding"
  | "bidi-override"
  | "bidi-isolate"
  | "deprecated-format"
  | "interlinear-annotation"
  | "soft-hyphen"
  | "grapheme-joiner"
  | "filler"
  | "mongolian-format"
  | "musical-format"
  | "shorthand-format"
  | "hieroglyph-format"
  | "format-character"
  | "default-ignorable"
  | "c0-control"
  | "c1-control"
  | "ansi-escape"
  | "overwritten-text"
  | "overstrike"
  | "line-separator"
  | "noncharacter"
  | "private-use"
  | "unassigned"
  | "combining-stack"
  | "odd-space"
  | "mixed-script"
  | "styled-letters"
  | "confusable-host"
  | "whole-script-confusable"
  | "special-token"
  | "special-token-lookalike"
  | "ambiguous-token"
  | "fake-turn"
  | "fake-boundary"
  | "caller-boundary"
  | "formula-cell"
  | "hidden-element"
  | "collapsed-element"
  | "unrendered-element"
  | "markup-comment"
  | "machine-attribute"
  | "hidden-input"
  | "css-content"
  | "reference-comment"
  | "data-comment"
  | "duplicate-key"
  | "repeated-line"
  | "link-mismatch"
  | "data-link"
  | "markup-limit"
  | "invalid-utf8"
  | "invalid-utf16"
  | "lone-surrogate"
  | "encoded-text"
  | "reveal-limit"
  | "input-limit";

/** A preset, and what differs from it. */
export interface PolicyOptions {
  /** What to start from. Default: `chat`. */
  readonly preset?: PresetName;
  /** What to do about single rules. `ignored` neither reports nor changes what a rule finds. */
  readonly actions?: Readonly<Partial<Record<RuleId, Action | "ignored">>>;
  /** The form in which clean is written; what it changes is no finding. Default: that of the preset. */
  readonly normalization?: "NFC" | "NFD" | "NFKC" | "NFKD" | "none";
  /** Strings that you put around untrusted text: whatever looks like one is parted, by `caller-boundary`. */
  readonly boundaries?: readonly string[];
  /** Rules of your own, which are scored too: one set, or several that do not share an id. A `Sanitizer` compiles them once. */
  readonly rules?: OwnRules | readonly OwnRules[];
  /** How many bytes (in UTF-8) are looked at. What lies beyond is removed and reported. Default: 64 MiB. */
  readonly maxInputBytes?: number;
  /** How many bytes of decoded text one reveal may hold. Default: 64 KiB. */
  readonly maxRevealBytes?: number;
  /** How many steps one after the other are decoded; at most 32. Default: 8. */
  readonly maxRevealDepth?: number;
  /** How many bytes may be decoded in all from one text. Default: 64 MiB. */
  readonly maxDecodedBytes?: number;
  /** Whether markup is read over the whole text, or line by line. Default: whole for `document`, `strict` and `report-only`. */
  readonly wholeMarkup?: boolean;
  /** Whether text beyond a limit is kept, though nobody looked at it. Default: only where the preset changes nothing. */
  readonly failOpen?: boolean;
}

/** Rules of your own, as a rules file in JSON has them. RULES.md has the grammar of patterns, and the limits. */
export interface OwnRules {
  /** Classes by name, each with its words, commas between them. They hide a built-in class of the same name. */
  readonly words?: Readonly<Record<string, string>>;
  readonly rules: readonly OwnRule[];
}

/** A rule of your own. What matches is a signal, and the score is at least its weight. */
export interface OwnRule {
  /** Kebab-case words with slashes between them: `acme/vault`. No built-in id has a slash. */
  readonly id: string;
  /** What a match means, in one sentence for a person. */
  readonly why: string;
  /** What a match is worth, in percent, by who wrote the text; nothing for who is not named. */
  readonly weights: Readonly<Partial<Record<Source, number>>>;
  /** Whether a "never" at a match speaks against it. Default: `false`. */
  readonly negatable?: boolean;
  readonly patterns: readonly string[];
  /** Texts that the rule must match, or it is refused. */
  readonly examples?: readonly string[];
  /** Texts that it must not match. */
  readonly counter?: readonly string[];
}

/** Which packs are taken. */
export interface PackOptions {
  /** The public keys that may have signed it, of 64 hexadecimal digits each. */
  readonly keys: readonly string[];
  /** Takes only the pack of this id. Default: any. */
  readonly id?: string;
  /** Takes only packs of this version or a later one. Default: any. */
  readonly leastVersion?: number;
}

/** A pack whose signature was verified. */
export interface Pack {
  readonly id: string;
  readonly version: number;
  /** The key that signed it. */
  readonly key: string;
  /** What is in it, for a policy. */
  readonly rules: OwnRules;
}

/** What `sanitize` may be told. */
export interface SanitizeOptions extends SourceOptions {
  /** What to do about what is found. Default: `chat`. */
  readonly policy?: PresetName | PolicyOptions;
}

/** What may differ from text to text under one policy. */
export interface SourceOptions {
  /** Who wrote the text. Default: `user`. */
  readonly source?: Source;
}

/** What `sanitizeJson` may be told. */
export interface JsonOptions {
  /** What to do about what is found. Default: `document`. */
  readonly policy?: PresetName | PolicyOptions;
  /** Who wrote the value. Default: `tool`. */
  readonly source?: Source;
  /** How deep arrays and objects may lie in each other, at most 1000. Default: 128. */
  readonly maxDepth?: number;
}

/** Where in a JSON value something stands. */
export interface JsonPlace {
  /** A JSON Pointer (RFC 6901) into the value as it came. */
  readonly path: string;
  /** Whether it stands in the key at the end of the path, or in its value. */
  readonly part: "key" | "value";
}

/** One thing found in a string of a JSON value; its span counts from the start of that string. */
export interface JsonFinding extends Finding, JsonPlace {}

/** One reason for risk in a string of a JSON value; its span counts from the start of that string. */
export interface JsonSignal extends Signal, JsonPlace {}

/** The risk of the worst string, and the reasons of all, heaviest first. */
export interface JsonRisk {
  readonly score: number;
  readonly level: Level;
  readonly signals: readonly JsonSignal[];
}

/** What came of cleaning a JSON value. */
export interface JsonReport<T = unknown> {
  /** The value to deliver, in the same shape: the very value that was given if nothing had to change. */
  readonly clean: T;
  readonly changed: boolean;
  /** What was found, string by string in the order of the value. */
  readonly findings: readonly JsonFinding[];
  readonly risk: JsonRisk;
}

/** What came of cleaning one text. */
export interface Report {
  /** The text to deliver. The very string that was given if nothing had to change. */
  readonly clean: string;
  /** Whether clean differs from dirty. */
  readonly changed: boolean;
  /** What was found, ordered by place, disjoint. Every character that changed lies in exactly one finding. */
  readonly findings: readonly Finding[];
  /** How likely the text is trying to take the model over. */
  readonly risk: Risk;
  /** Offsets of dirty in clean and back. */
  readonly map: OffsetMap;
}

/** One thing found, with its place in dirty. */
export interface Finding {
  readonly id: RuleId;
  /** Why it is worth a finding, for a person. */
  readonly why: string;
  readonly utf16Span: Span;
  readonly action: Action;
  /** The message whose first character stands here, if one could be decoded. */
  readonly reveal?: Reveal;
  /** For letters that were reported and kept: those that a reader takes them for. */
  readonly skeleton?: string;
}

/** A message decoded out of a hidden channel, or out of text that is encoded in plain sight. */
export interface Reveal {
  /** The decoded text. It is hostile until shown otherwise: never deliver it. */
  readonly text: string;
  /** The steps that decoded it, outermost first, such as `tag-block`, `base64`, `rot13`: REVEAL.md names all. */
  readonly chain: readonly string[];
  /** The share of its characters that are printable language, from 0 to 1. */
  readonly share: number;
  /** From the first to the last character in dirty that carries it. Visible text may stand between. */
  readonly utf16Span: Span;
}

/** How likely a text is trying to take the model over. */
export interface Risk {
  /** From 0 (no sign of it) to 1. */
  readonly score: number;
  readonly level: Level;
  /** The reasons, heaviest first. */
  readonly signals: readonly Signal[];
}

/** One reason for risk. */
export interface Signal {
  readonly id: string;
  /** What it means, for a person. */
  readonly why: string;
  readonly utf16Span: Span;
  /** The score it would give alone, from 0 to 1. */
  readonly weight: number;
}

/** One reason for risk, with its words: see {@link explain}. */
export interface Explanation extends Signal {
  /** The words as they stand in dirty, in which a reader may see nothing. */
  readonly words: string;
  /** The message that was decoded there, if the signal rests on one. It is hostile until shown otherwise: never deliver it. */
  readonly reads?: string;
}

/** How {@link spotlight} marks untrusted text, from the mildest to the strongest. `delimit` is the default. */
export type SpotlightMode = "delimit" | "datamark" | "base64" | "rot13";

/** How to mark untrusted text. */
export interface SpotlightOptions {
  readonly mode?: SpotlightMode;
}

/** Untrusted text between its boundaries, and what to tell the model about it. */
export interface Spotlighted {
  /** The text to put into the prompt: the boundary, the content, the boundary again, each on lines of its own. */
  readonly text: string;
  /** The sentences for the system prompt. Without them the marks mean nothing. */
  readonly systemPrompt: string;
  /** The line before and behind the content. It occurs nowhere else in `text`. */
  readonly boundary: string;
  readonly mode: SpotlightMode;
  /** What stands before each word, if the mode is `datamark`. */
  readonly marker?: string;
}
