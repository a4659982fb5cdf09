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
    risk: { score, level, signals },
    map: new OffsetMap(changes, dirty.length, clean.length),
  };
}

function findingsOf({ findings, reveals }: Answer, rules: readonly RuleFacts[]): Finding[] {
  const list: Finding[] = [];
  const waiting = reveals[Symbol.iterator]();
  let next = waiting.next().value;
  for (let at = 0; at < findings.length; at += 4) {
    const [rule = 0, action = 0, start = 0, end = 0] = findings.subarray(at, at + 4);
    const { id, why } = rules[rule] as RuleFacts;
    const finding: Finding = { id, why, utf16Span: [start, end], action: ACTIONS[action] as Action };
    if (next?.finding === list.length) {
      const { text, chain, share, utf16Span }: Reveal = next;
      list.push({ ...finding, reveal: { text, chain, share, utf16Span } });
      next = waiting.next().value;
    } else {
      list.push(finding);
    }
  }
  return list;
}
