/** Rules by what they do to a reader: five kinds, each with a colour of its own in `style.css`. */

import type { RuleId } from "tamis";

export type Kind = "hidden" | "order" | "control" | "letters" | "limits";

/** Every rule that is not named here hides something. */
const KINDS: Partial<Record<RuleId, Kind>> = {
  "bidi-mark": "order",
  "bidi-embedding": "order",
  "bidi-override": "order",
  "bidi-isolate": "order",
  "c0-control": "control",
  "c1-control": "control",
  "ansi-escape": "control",
  "overwritten-text": "control",
  overstrike: "control",
  "line-separator": "control",
  "special-token": "control",
  "special-token-lookalike": "control",
  "ambiguous-token": "control",
  "fake-turn": "control",
  "fake-boundary": "control",
  "caller-boundary": "control",
  "formula-cell": "control",
  noncharacter: "control",
  "private-use": "letters",
  unassigned: "letters",
  "mixed-script": "letters",
  "confusable-host": "letters",
  "whole-script-confusable": "letters",
  "styled-letters": "letters",
  "combining-stack": "letters",
  "invalid-utf8": "limits",
  "invalid-utf16": "limits",
  "lone-surrogate": "limits",
  "reveal-limit": "limits",
  "input-limit": "limits",
  "markup-limit": "limits",
};

export function kindOf(id: RuleId): Kind {
  return KINDS[id] ?? "hidden";
}
