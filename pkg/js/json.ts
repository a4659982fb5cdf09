/** JSON values: every string and every key cleaned, in the same shape. */

import { describe } from "./describe.js";
import type { JsonFinding, JsonReport, JsonRisk, JsonSignal, Report } from "./types.js";

/** How deep arrays and objects may lie in each other, if the caller says nothing. */
const MAX_DEPTH = 128;

/** What the caller may allow: each level takes room on the stack. */
const MOST_DEPTH = 1000;

const NO_RISK: JsonRisk = Object.freeze({ score: 0, level: "none", signals: Object.freeze([]) });

/** Cleans `value` with what `sanitize` says of each of its strings. */
export function walk<T>(value: T, maxDepth: number | undefined, sanitize: (text: string) => Report): JsonReport<T> {
  const walker = new Walker(depth(maxDepth), sanitize);
  const clean = walker.value(value, "", 0) as T;
  const { findings, risk, signals } = walker;
  signals.sort((a, b) => b.weight - a.weight);
  return {
    clean,
    changed: !Object.is(clean, value),
    findings,
    risk: risk === undefined ? NO_RISK : { score: risk.score, level: risk.level, signals },
  };
}

function depth(given: number = MAX_DEPTH): number {
  if (typeof given !== "number" || !Number.isInteger(given) || given < 1 || given > MOST_DEPTH) {
    throw new RangeError(`maxDepth is a whole number from 1 to ${MOST_DEPTH}, but got ${String(given)}`);
  }
  return given;
}

class Walker {
  readonly findings: JsonFinding[] = [];
  readonly signals: JsonSignal[] = [];
  /** That of the worst string. */
  risk: Report["risk"] | undefined;
  readonly #maxDepth: number;
  readonly #sanitize: (text: string) => Report;
  /** What became of each array and object; `undefined` as long as it is being walked. */
  readonly #done = new Map<object, unknown>();

  constructor(maxDepth: number, sanitize: (text: string) => Report) {
    this.#maxDepth = maxDepth;
    this.#sanitize = sanitize;
  }

  value(value: unknown, path: string, level: number): unknown {
    switch (typeof value) {
      case "string":
        return this.#string(value, path, "value");
      case "number":
      case "boolean":
      case "undefined":
        return value;
      case "object":
        return value === null ? null : this.#container(value, path, level);
      default:
        throw new TypeError(`sanitizeJson takes what JSON has, but got ${describe(value)} at ${place(path)}`);
    }
  }

  #container(value: object, path: string, level: number): unknown {
    if (this.#done.has(value)) {
      const done = this.#done.get(value);
      if (done === undefined) {
        throw new TypeError(`sanitizeJson can't follow a cycle, but ${place(path)} holds itself`);
      }
      return done;
    }
    if (level === this.#maxDepth) {
      throw new RangeError(`more than ${this.#maxDepth} levels at ${place(path)}: set maxDepth`);
    }
    this.#done.set(value, undefined);
    const clean = Array.isArray(value) ? this.#array(value, path, level) : this.#object(value, path, level);
    this.#done.set(value, clean);
    return clean;
  }

  #array(array: readonly unknown[], path: string, level: number): readonly unknown[] {
    const clean = Array.from(array, (item, at) => this.value(item, `${path}/${at}`, level + 1));
    return clean.some((item, at) => !Object.is(item, array[at])) ? clean : array;
  }

  #object(object: object, path: string, level: number): object {
    const prototype: unknown = Object.getPrototypeOf(object);
    // of another realm, too: what has no prototype behind its own
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw new TypeError(`sanitizeJson takes plain objects and arrays, but got another object at ${place(path)}`);
    }
    const clean: object = Object.create(prototype as object | null);
    const taken = new Set<string>();
    let changed = false;
    for (const [key, value] of Object.entries(object)) {
      const inside = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const name = free(this.#string(key, inside, "key"), taken);
      const cleaned = this.value(value, inside, level + 1);
      changed ||= name !== key || !Object.is(cleaned, value);
      // assigned, the key `__proto__` would change the object instead of being in it
      Object.defineProperty(clean, name, { value: cleaned, writable: true, enumerable: true, configurable: true });
    }
    return changed ? clean : object;
  }

  #string(dirty: string, path: string, part: "key" | "value"): string {
    const { clean, findings, risk } = this.#sanitize(dirty);
    this.findings.push(...findings.map((finding) => ({ ...finding, path, part })));
    this.signals.push(...risk.signals.map((signal) => ({ ...signal, path, part })));
    if (risk.score > (this.risk?.score ?? 0)) {
      this.risk = risk;
    }
    return clean;
  }
}

/** A key that no other has yet: two that differ in what nobody sees must not become one, and lose a value. */
function free(key: string, taken: Set<string>): string {
  let name = key;
  for (let count = 2; taken.has(name); count += 1) {
    name = `${key} (${count})`;
  }
  taken.add(name);
  return name;
}

function place(path: string): string {
  return path === "" ? "the top" : `"${path}"`;
}
