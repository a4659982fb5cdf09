/** The dirty text with every hidden character made visible, and every place with a finding and the words of signals marked. */

import type { Explanation, Span } from "tamis";
import type { Place } from "./places";
import { left, names, taken } from "./hidden";
import { element, make } from "./page";
import { nodes } from "./pieces";

/** What is rendered at once: enough to read, little enough not to freeze the page. */
export const MAX_SHOWN_UNITS = 20_000;
const MAX_SHOWN_PLACES = 1_000;

/** How much stands before a place to which the view jumps. */
const LEAD_UNITS = 200;

interface Shown {
  readonly start: number;
  readonly end: number;
}

let shown: Shown = { start: 0, end: 0 };

/** Renders the part of `dirty` that begins at `start`. */
export function renderSeen(dirty: string, places: readonly Place[], reasons: readonly Explanation[], start = 0): void {
  const from = start > 0 && isInsidePair(dirty, start) ? start - 1 : start;
  const first = places.findIndex((place) => place.utf16Span[1] > from);
  const near = first < 0 ? [] : places.slice(first, first + MAX_SHOWN_PLACES);
  const beyond = first < 0 ? undefined : places[first + MAX_SHOWN_PLACES];
  let to = Math.min(dirty.length, from + MAX_SHOWN_UNITS, beyond?.utf16Span[0] ?? dirty.length);
  if (isInsidePair(dirty, to)) {
    to -= 1;
  }
  shown = { start: from, end: to };
  const parts: Node[] = [];
  let done = from;
  near.forEach((place, at) => {
    const [begin, end] = place.utf16Span;
    if (begin < to) {
      parts.push(...plain(dirty, [done, begin], reasons));
      const mark = found(place, first + at, dirty.slice(Math.max(begin, from), Math.min(end, to)));
      reason(mark, place.utf16Span, reasons);
      parts.push(mark);
      done = Math.min(end, to);
    }
  });
  parts.push(...plain(dirty, [done, to], reasons));
  const view = element("seen");
  view.replaceChildren(...parts);
  enter(view);
  note(dirty);
}

/** Whether the offset is in the part that is rendered. */
export function isShown(offset: number): boolean {
  return offset >= shown.start && offset < shown.end;
}

export function startFor(offset: number): number {
  return Math.max(0, offset - LEAD_UNITS);
}

/** A stretch without findings, in parts where the words of a signal begin or end. */
function plain(dirty: string, [from, to]: Span, reasons: readonly Explanation[]): Node[] {
  const inside = reasons.flatMap(({ utf16Span }) => utf16Span.filter((at) => at > from && at < to));
  const cuts = [...new Set([from, ...inside, to])].sort((one, other) => one - other);
  return cuts.slice(1).flatMap((end, at) => {
    const span: Span = [cuts[at] ?? from, end];
    const pieces = nodes(left(dirty.slice(...span)), true);
    const words = make("span");
    if (!reason(words, span, reasons)) {
      return pieces;
    }
    words.append(...pieces);
    return [words];
  });
}

/** Marks `shown` if some of what stands at `span` is a signal's words, and says of which. */
function reason(shown: HTMLElement, [start, end]: Span, reasons: readonly Explanation[]): boolean {
  const meets = ({ utf16Span: [from, to] }: Explanation): boolean => from < end && start < to;
  const signals = reasons.flatMap((one, index) => (meets(one) ? [index] : []));
  if (signals.length > 0) {
    shown.classList.add("reason");
    shown.dataset["signals"] = signals.join(" ");
  }
  return signals.length > 0;
}

function found(place: Place, index: number, text: string): HTMLElement {
  const mark = make("span", "found");
  mark.append(...nodes(taken(text)));
  mark.tabIndex = -1;
  mark.dataset["place"] = String(index);
  mark.dataset["kind"] = place.kind;
  mark.dataset["detail"] = `${place.label}: ${place.action}\n${names(text)}`;
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-pressed", "false");
  mark.setAttribute("aria-label", `${place.label}, ${place.action}: ${mark.textContent}`);
  return mark;
}

/** One stop for the Tab key in the whole text; arrow keys move within it. */
function enter(view: HTMLElement): void {
  const stop = view.querySelector<HTMLElement>("[data-place], .quiet-chip");
  if (stop !== null) {
    stop.tabIndex = 0;
  }
}

function note(dirty: string): void {
  const line = element("seen-note");
  line.hidden = shown.start === 0 && shown.end === dirty.length;
  const [start, end, all] = [shown.start, shown.end, dirty.length].map((number) => number.toLocaleString("en"));
  line.textContent = `Only ${start} to ${end} of ${all} is drawn here. All of it was cleaned; choose a finding below to go there.`;
}

function isInsidePair(text: string, at: number): boolean {
  return at < text.length && at > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
}
