/** Everything below the text field: verdict, revealed messages, clean text, list of findings. */

import type { Explanation, Finding, Report } from "tamis";
import type { Place } from "./places";
import { count, taken } from "./hidden";
import { element, make, plural } from "./page";
import { nodes } from "./pieces";
import { renderReasons } from "./reasons";
import { MAX_SHOWN_UNITS, renderSeen } from "./seen";

/** A list longer than this is not read by anybody. */
const MAX_LISTED = 200;

export function render(
  dirty: string,
  report: Report,
  places: readonly Place[],
  placeOf: Uint32Array,
  reasons: readonly Explanation[],
): void {
  renderVerdict(dirty, report);
  renderReasons(reasons);
  renderReveals(report, placeOf);
  renderSeen(dirty, places, reasons);
  renderClean(report);
  renderFindings(dirty, places, report.findings.length);
}

function renderVerdict(dirty: string, report: Report): void {
  const { score, level } = report.risk;
  element("verdict").dataset["level"] = level;
  element("seen").dataset["level"] = level;
  element("level").textContent = level;
  element("score").textContent = score.toFixed(2);
  element("gauge").style.width = `${score * 100}%`;
  element("summary").textContent = summary(dirty, report);
}

function summary(dirty: string, report: Report): string {
  if (dirty === "") {
    return "Nothing to sift yet.";
  }
  const { findings } = report;
  if (findings.length === 0 && report.risk.signals.length > 0) {
    return "Nothing is hidden, and nothing was changed: the risk is in what the words say.";
  }
  if (findings.length === 0) {
    return "Nothing found: the clean text is the dirty text, character for character.";
  }
  const reveals = findings.filter((finding) => finding.reveal !== undefined).length;
  const parts = [plural(findings.length, "finding")];
  if (reveals > 0) {
    parts.push(plural(reveals, "hidden message"));
  }
  const fewer = count(dirty) - count(report.clean);
  parts.push(fewer > 0 ? `${plural(fewer, "character")} fewer in the clean text` : report.changed ? "changed" : "nothing changed");
  return `${parts.join(", ")}.`;
}

function renderReveals(report: Report, placeOf: Uint32Array): void {
  const carriers = report.findings
    .map((finding, index) => ({ finding, place: placeOf[index] ?? 0 }))
    .filter(({ finding }) => finding.reveal !== undefined)
    .slice(0, MAX_LISTED);
  element("reveals-card").hidden = carriers.length === 0;
  element("reveals").replaceChildren(...carriers.map(({ finding, place }) => revealItem(finding, place)));
}

function revealItem(finding: Finding, place: number): HTMLElement {
  const item = make("li");
  const message = make("p", "message");
  message.dir = "auto";
  const text = finding.reveal?.text ?? "";
  message.append(...nodes(taken(text.slice(0, MAX_SHOWN_UNITS))));
  const chain = make("p", "chain");
  chain.append(...(finding.reveal?.chain ?? []).map((step) => make("span", "step", step)));
  const show = make("button", "link", "show where");
  show.type = "button";
  show.dataset["goto"] = String(place);
  chain.append(show);
  item.append(message, chain);
  return item;
}

function renderClean({ clean }: Report): void {
  element("clean").textContent = clean.slice(0, MAX_SHOWN_UNITS);
  const note = element("clean-note");
  note.hidden = clean.length <= MAX_SHOWN_UNITS;
  note.textContent = `Only the first ${MAX_SHOWN_UNITS.toLocaleString("en")} of ${clean.length.toLocaleString("en")} is drawn here. Copy gives all of it.`;
}

function renderFindings(dirty: string, places: readonly Place[], findings: number): void {
  element("findings-card").hidden = findings === 0;
  element("findings").replaceChildren(...places.slice(0, MAX_LISTED).map((place, index) => placeItem(dirty, place, index)));
  const where = places.length === findings ? plural(findings, "finding") : `${plural(findings, "finding")} in ${plural(places.length, "place")}`;
  element("findings-note").textContent = places.length > MAX_LISTED ? `${where}, the first ${MAX_LISTED} listed` : where;
}

function placeItem(dirty: string, place: Place, index: number): HTMLElement {
  const item = make("li");
  const button = make("button", "finding");
  button.type = "button";
  button.dataset["place"] = String(index);
  button.dataset["kind"] = place.kind;
  button.setAttribute("aria-pressed", "false");
  const characters = plural(count(dirty.slice(...place.utf16Span)), "character");
  const findings = place.findings > 1 ? `, ${plural(place.findings, "finding")}` : "";
  button.append(
    make("span", "id", place.label),
    make("span", "action", place.action),
    make("span", "where", `${characters} at ${place.utf16Span[0].toLocaleString("en")}${findings}`),
    ...place.whys.map((why) => make("span", "why", why)),
  );
  item.append(button);
  return item;
}
