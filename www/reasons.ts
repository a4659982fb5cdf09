/** Why the text is thought risky: each signal with its words, listed, and shown on the text. */

import type { Explanation } from "tamis";
import { taken } from "./hidden";
import { element, make } from "./page";
import { nodes } from "./pieces";

/** Words longer than this are cut in the list; the text has all of them. */
const MAX_LISTED_UNITS = 280;

/** Lists the reasons, heaviest first. */
export function renderReasons(reasons: readonly Explanation[]): void {
  element("signals").replaceChildren(...reasons.map(reasonItem));
}

function reasonItem({ weight, id, why, words, reads }: Explanation, index: number): HTMLElement {
  const item = make("li");
  item.append(make("span", "weight", weight.toFixed(2)), make("span", "id", id), make("span", "why", why));
  item.append(quoted("words", words));
  if (reads !== undefined) {
    item.append(quoted("reads", reads));
  }
  const show = make("button", "link", "show where");
  show.type = "button";
  show.dataset["signal"] = String(index);
  show.setAttribute("aria-pressed", "false");
  show.setAttribute("aria-label", `show where ${id} is`);
  item.append(show);
  return item;
}

/** Words with everything hidden in them made visible. */
function quoted(className: string, words: string): HTMLElement {
  const quote = make("q", className);
  quote.dir = "auto";
  // half of a character would be shown as what it is not
  const start = words.slice(0, MAX_LISTED_UNITS).replace(/[\uD800-\uDBFF]$/, "");
  quote.append(...nodes(taken(start)), words.length > MAX_LISTED_UNITS ? "\u2026" : ""); // HORIZONTAL ELLIPSIS
  return quote;
}

/** Marks the words of reason `index` on the text; `undefined` marks none. */
export function markReason(index: number | undefined): void {
  for (const button of element("signals").querySelectorAll<HTMLElement>("[data-signal]")) {
    button.setAttribute("aria-pressed", String(button.dataset["signal"] === String(index)));
  }
  const seen = element("seen");
  for (const old of seen.querySelectorAll(".reason.on")) {
    old.classList.remove("on");
  }
  for (const words of seen.querySelectorAll(`[data-signals~="${index}"]`)) {
    words.classList.add("on");
  }
}

/** Brings the marked words into view. */
export function bringReason(): void {
  element("seen").querySelector(".reason.on")?.scrollIntoView({ block: "nearest" });
}

export function markedReason(): number | undefined {
  const pressed = element("signals").querySelector<HTMLElement>("[aria-pressed=true]")?.dataset["signal"];
  return pressed === undefined ? undefined : Number(pressed);
}
