/** The playground: what is typed is sifted, and everything is shown. */

import { explain, type Explanation, type PresetName, type Report, sanitize, type Source, unicodeVersion, version } from "tamis";
import { EXAMPLES } from "./examples";
import { type Place, placesOf } from "./places";
import { count } from "./hidden";
import { element, make, plural, say } from "./page";
import { bringReason, markedReason, markReason } from "./reasons";
import { isShown, renderSeen, startFor } from "./seen";
import { bring, mark, onArrow, selectedPlace } from "./select";
import { fromHash, type State, toHash } from "./share";
import { followTooltips, hide } from "./tooltip";
import { render } from "./view";

/** How long typing has to pause; longer for a text that takes longer. */
const PAUSE_MS = 100;
const LONG_PAUSE_MS = 400;
const LONG_UNITS = 200_000;

const field = element<HTMLTextAreaElement>("dirty");
const policy = element<HTMLSelectElement>("policy");
const source = element<HTMLSelectElement>("source");
const seen = element("seen");

let dirty = "";
let report: Report = sanitize("");
let places: readonly Place[] = [];
let reasons: readonly Explanation[] = [];
let pause: ReturnType<typeof setTimeout> | undefined;

function state(): State {
  return { text: field.value, policy: policy.value as PresetName, source: source.value as Source };
}

function sift(): void {
  clearTimeout(pause);
  pause = undefined;
  const { text, ...options } = state();
  dirty = text;
  report = sanitize(dirty, options);
  const placed = placesOf(report.findings);
  places = placed.places;
  reasons = explain(dirty, report);
  hide();
  mark(undefined);
  element("size").textContent = plural(count(dirty), "character");
  render(dirty, report, places, placed.placeOf, reasons);
}

function siftSoon(): void {
  clearTimeout(pause);
  pause = setTimeout(sift, field.value.length > LONG_UNITS ? LONG_PAUSE_MS : PAUSE_MS);
}

/** Draws the part of the text around an offset, if it is another one. */
function show(start: number): void {
  if (!isShown(start)) {
    renderSeen(dirty, places, reasons, startFor(start));
    markReason(markedReason());
  }
}

function select(index: number): void {
  const place = places[index];
  if (place === undefined) {
    return;
  }
  const [start] = place.utf16Span;
  show(start);
  mark(index);
  bring("findings", index);
  bring("seen", index);
}

/** A click on a place, in the text or in the list, or on the way from a message to one. */
function onPlace(event: Event): void {
  const { target } = event;
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-place], [data-goto]") : null;
  const index = Number(found?.dataset["place"] ?? found?.dataset["goto"] ?? Number.NaN);
  if (index === selectedPlace() && found?.dataset["goto"] === undefined) {
    mark(undefined);
  } else {
    select(index);
  }
}

/** A click on a signal: its words are marked on the text, or no longer. */
function onSignal(event: Event): void {
  const { target } = event;
  const index = target instanceof HTMLElement ? target.dataset["signal"] : undefined;
  const found = index === undefined ? undefined : reasons[Number(index)];
  if (found !== undefined) {
    show(found.utf16Span[0]);
    markReason(markedReason() === Number(index) ? undefined : Number(index));
    bringReason();
  }
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say("The browser did not allow copying.");
  }
}

async function share(): Promise<void> {
  const hash = await toHash(state());
  if (hash === undefined) {
    say("This text is too long for a link.");
    return;
  }
  history.replaceState(null, "", hash);
  await copy(location.href, "Link copied. It holds the text itself.");
}

async function restore(): Promise<void> {
  if (location.hash === "") {
    return;
  }
  const restored = await fromHash(location.hash);
  if (restored === undefined) {
    say("This link could not be read: it may have been cut.");
    return;
  }
  field.value = restored.text;
  policy.value = restored.policy;
  source.value = restored.source;
  sift();
}

for (const example of EXAMPLES) {
  const button = make("button", "example", example.title);
  button.type = "button";
  button.dataset["example"] = example.id;
  button.addEventListener("click", () => {
    field.value = example.text;
    sift();
  });
  element("examples").append(button);
}
field.addEventListener("input", siftSoon);
policy.addEventListener("change", sift);
source.addEventListener("change", sift);
element("copy").addEventListener("click", () => {
  if (pause !== undefined) {
    sift(); // what is copied is never older than what is typed
  }
  void copy(report.clean, "Clean text copied.");
});
element("share").addEventListener("click", () => void share());
for (const container of [seen, element("findings"), element("reveals")]) {
  container.addEventListener("click", onPlace);
}
element("signals").addEventListener("click", onSignal);
seen.addEventListener("keydown", (event) => {
  onArrow(event);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    onPlace(event);
  }
});
addEventListener("hashchange", () => void restore());
followTooltips(seen);
followTooltips(element("reveals"));
followTooltips(element("signals"));

element("version").textContent = version;
element("unicode-version").textContent = unicodeVersion;
sift();
void restore();
