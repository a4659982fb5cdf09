/** Findings as a reader meets them: those of one kind that touch are one place in the text. */

import type { Finding, RuleId, Span } from "tamis";
import { type Kind, kindOf } from "./kinds";

/** One place. Invisible characters of several rules often stand side by side, and each rule has its own finding. */
export interface Place {
  readonly kind: Kind;
  /** `joiner, zero-width` */
  readonly label: string;
  /** Why, a sentence for each rule; then what its letters are taken for. */
  readonly whys: readonly string[];
  readonly action: Finding["action"];
  readonly utf16Span: Span;
  readonly findings: number;
}

/** The places in order, and at the number of each finding the number of its place. */
export function placesOf(findings: readonly Finding[]): { places: Place[]; placeOf: Uint32Array } {
  const places: Place[] = [];
  const placeOf = new Uint32Array(findings.length);
  for (let first = 0; first < findings.length; ) {
    let last = first;
    while (touches(findings[last], findings[last + 1])) {
      last += 1;
    }
    placeOf.fill(places.length, first, last + 1);
    places.push(join(findings.slice(first, last + 1)));
    first = last + 1;
  }
  return { places, placeOf };
}

function touches(one?: Finding, next?: Finding): boolean {
  return (
    one !== undefined &&
    next !== undefined &&
    one.utf16Span[1] === next.utf16Span[0] &&
    one.action === next.action &&
    kindOf(one.id) === kindOf(next.id)
  );
}

function join(findings: Finding[]): Place {
  const whys = new Map<RuleId, string>(findings.map(({ id, why }) => [id, why]));
  const reads = findings.flatMap(({ skeleton }) => (skeleton === undefined ? [] : [`it reads ${skeleton}`]));
  const [first, last] = [findings[0] as Finding, findings.at(-1) as Finding];
  return {
    kind: kindOf(first.id),
    label: [...whys.keys()].join(", "),
    whys: [...whys.values(), ...reads],
    action: first.action,
    utf16Span: [first.utf16Span[0], last.utf16Span[1]],
    findings: findings.length,
  };
}
