/** From an answer to the report that a caller gets. */

import type { Answer, RuleFacts } from "./answer.js";
import { OffsetMap } from "./map.js";
import type { Action, Finding, Report, Reveal, Risk } from "./types.js";

/** At the place of each action's number in the core. */
const ACTIONS: readonly Action[] = ["removed", "replaced", "escaped", "kept"];

const NO_FINDINGS: readonly Finding[] = Object.freeze([]);
const NO_RISK: Risk = Object.freeze({ score: 0, level: "none", signals: Object.freeze([]) });
const NO_CHANGES = new Uint32Array(0);

/** The report on a text about which there is nothing to say. */
export function untouched(dirty: string): Report {
  return {
    clean: dirty,
    changed: false,
    findings: NO_FINDINGS,
    risk: NO_RISK,
    map: new OffsetMap(NO_CHANGES, dirty.length, dirty.length),
  };
}

/** The report on a text about which there is something to say. */
export function reportOf(dirty: string, answer: Answer, rules: readonly RuleFacts[]): Report {
  const { clean = dirty, changes, score, level, signals } = answer;
  return {
    clean,
    changed: answer.clean !== undefined,
    findings: findingsOf(answer, rules),
    risk: { score, level, signals: signals.map((signal) => ({ ...signal, utf16Span: pair(signal.utf16Span) })) },
    map: new OffsetMap(changes, dirty.length, clean.length),
  };
}

function findingsOf({ findings, reveals, skeletons }: Answer, rules: readonly RuleFacts[]): Finding[] {
  const list: Finding[] = [];
  const number = (at: number): number => findings[at] as number;
  let revealed = 0;
  for (let at = 0; at < findings.length; at += 4) {
    const { id, why } = rules[number(at)] as RuleFacts;
    const action = ACTIONS[number(at + 1)] as Action;
    const utf16Span = [number(at + 2), number(at + 3)] as const;
    const reveal = reveals[revealed];
    const skeleton = skeletons[list.length];
    const read = skeleton ? { skeleton } : {};
    if (reveal?.finding === list.length) {
      list.push({ id, why, utf16Span, action, reveal: revealOf(reveal), ...read });
      revealed += 1;
    } else {
      list.push({ id, why, utf16Span, action, ...read });
    }
  }
  return list;
}

/** Without the number of its finding, which was of use only on the way. */
function revealOf({ text, chain, share, utf16Span }: Answer["reveals"][number]): Reveal {
  return { text, chain, share, utf16Span: pair(utf16Span) };
}

function pair([start, end]: Uint32Array): readonly [number, number] {
  return [start as number, end as number];
}
