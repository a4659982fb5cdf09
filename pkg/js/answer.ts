/** What the wasm says about one text. `pkg/src/answer.rs` is the other side of this. */

import type { Level, Reveal, RuleId, Signal } from "./types.js";

/** As it comes over: a span is the wasm's own kind of array, which JSON and `Array.isArray` do not know. */
type Raw<T extends { readonly utf16Span: unknown }> = Omit<T, "utf16Span"> & { readonly utf16Span: Uint32Array };

export interface Answer {
  /** Absent if the text did not change. */
  readonly clean?: string;
  /** For each finding: rule number, action number, start, end. */
  readonly findings: Uint32Array;
  /** For each finding its skeleton, empty where it has none; no element at all if none has one. */
  readonly skeletons: readonly string[];
  /** For each changed stretch: start and end in dirty, start and end in clean. */
  readonly changes: Uint32Array;
  readonly reveals: readonly (Raw<Reveal> & { readonly finding: number })[];
  readonly score: number;
  readonly level: Level;
  readonly signals: readonly Raw<Signal>[];
}

/** A rule, at the place that is its number. */
export interface RuleFacts {
  readonly id: RuleId;
  readonly why: string;
}
