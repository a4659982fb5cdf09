/** One place is selected at a time, in the text and in the list. */

import { element } from "./page";

let selected: number | undefined;

/** Marks place `index` everywhere. */
export function mark(index: number | undefined): void {
  for (const old of document.querySelectorAll("[data-place][aria-pressed=true]")) {
    old.setAttribute("aria-pressed", "false");
  }
  selected = index;
  for (const now of of(index)) {
    now.setAttribute("aria-pressed", "true");
  }
}

export function selectedPlace(): number | undefined {
  return selected;
}

/** Brings what stands for the place in `container` into view, without moving what is on the screen already. */
export function bring(container: "seen" | "findings", index: number): void {
  const target = of(index).find((candidate) => element(container).contains(candidate));
  target?.scrollIntoView({ block: "nearest" });
}

/** Arrow keys, Home and End between the stops of the text. */
export function onArrow(event: KeyboardEvent): void {
  const stops = [...element("seen").querySelectorAll<HTMLElement>("[data-place], .quiet-chip")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[
    event.key
  ];
  const next = to === undefined ? undefined : stops[to];
  if (at >= 0 && next !== undefined) {
    event.preventDefault();
    stops.forEach((stop) => (stop.tabIndex = stop === next ? 0 : -1));
    next.focus();
  }
}

function of(index: number | undefined): Element[] {
  return index === undefined ? [] : [...document.querySelectorAll(`[data-place="${index}"]`)];
}
