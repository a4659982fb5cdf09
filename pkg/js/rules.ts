/** Rules of the caller's own, checked for their shape and written as the row of texts that `pkg/src/own_rules.rs` reads. */

import type { OwnRule, OwnRules, Source } from "./types.js";

/** @throws TypeError for what is not of the shape of rules, naming the place. */
export function rowOf(rules: OwnRules | readonly OwnRules[]): string[] {
  const sets = Array.isArray(rules) ? rules : [rules];
  return sets.flatMap((set) => ["set", ...setOf(set)]);
}

function setOf(set: unknown): string[] {
  return fields("policy.rules", set, "words and rules").flatMap(([name, value]) => {
    const option = `policy.rules.${name}`;
    switch (name) {
      case "words":
        return fields(option, value).flatMap(([word, list]) => ["words", word, text(`${option}["${word}"]`, list)]);
      case "rules":
        return array(option, value, "an array of rules").flatMap((rule, at) => ruleOf(`${option}[${at}]`, rule));
      default:
        throw unknown(option, "words and rules");
    }
  });
}

function ruleOf(rule: string, value: unknown): string[] {
  const expected = "id, why, weights, negatable, patterns, examples and counter";
  let [id, why] = ["", ""];
  const row = fields(rule, value, expected).flatMap(([name, value]) => {
    const option = `${rule}.${name}`;
    const each = (kind: string) => array(option, value, "an array of strings").flatMap((one) => [kind, text(option, one)]);
    switch (name) {
      case "id":
        id = text(option, value);
        return [];
      case "why":
        why = text(option, value);
        return [];
      case "weights":
        return fields(option, value).flatMap(([source, percent]) => ["weight", source, weight(`${option}.${source}`, percent)]);
      case "negatable":
        if (typeof value !== "boolean") {
          throw wrongType(option, "true or false", value);
        }
        return value ? ["negatable"] : [];
      case "patterns":
        return each("pattern");
      case "examples":
        return each("example");
      case "counter":
        return each("counter");
      default:
        throw unknown(option, expected);
    }
  });
  return ["rule", id, why, ...row];
}

function weight(option: string, value: unknown): string {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 100) {
    throw wrongType(option, "a whole number from 0 to 100", value);
  }
  return String(value);
}

/** What is given: a field that is `undefined` is not. */
function fields(option: string, value: unknown, expected?: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrongType(option, expected ? `an object with ${expected}` : "an object", value);
  }
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

function array(option: string, value: unknown, expected: string): unknown[] {
  if (!Array.isArray(value)) {
    throw wrongType(option, expected, value);
  }
  return value;
}

function text(option: string, value: unknown): string {
  if (typeof value !== "string") {
    throw wrongType(option, "a string", value);
  }
  return value;
}

function unknown(option: string, expected: string): TypeError {
  return new TypeError(`unknown field ${option}: there are ${expected}`);
}

function wrongType(option: string, expected: string, value: unknown): TypeError {
  const given = typeof value === "string" ? `'${value}'` : typeof value === "number" ? value : value === null ? "null" : typeof value;
  return new TypeError(`${option} must be ${expected}, but got ${given}`);
}

/** The rules in a row, of one set. */
export function rulesOf(row: readonly string[]): OwnRules {
  const words: Record<string, string> = Object.create(null) as Record<string, string>;
  const rules: (OwnRule & Record<"patterns" | "examples" | "counter", string[]> & { negatable: boolean; weights: Partial<Record<Source, number>> })[] = [];
  const texts = row[Symbol.iterator]();
  const next = (): string => texts.next().value ?? "";
  for (let kind = next(); kind !== ""; kind = next()) {
    const rule = rules.at(-1);
    switch (kind) {
      case "words": {
        const [name, list] = [next(), next()];
        words[name] = name in words ? `${words[name]}, ${list}` : list;
        break;
      }
      case "rule":
        rules.push({ id: next(), why: next(), weights: {}, negatable: false, patterns: [], examples: [], counter: [] });
        break;
      case "weight": {
        const source = next() as Source;
        rule!.weights[source] = Number(next());
        break;
      }
      case "negatable":
        rule!.negatable = true;
        break;
      case "pattern":
        rule!.patterns.push(next());
        break;
      case "example":
        rule!.examples.push(next());
        break;
      case "counter":
        rule!.counter.push(next());
        break;
    }
  }
  return { words: { ...words }, rules };
}
