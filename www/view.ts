/** Everything below the text field: verdict, revealed messages, clean text, list of findings. */

import type { Finding, Report, Signal } from "tamis";
import { count, taken } from "./hidden";
import { kindOf } from "./kinds";
import { element, make, plural } from "./page";
import { nodes } from "./pieces";
import { MAX_SHOWN_UNITS, renderSeen } from "./seen";

/** A list longer than this is not read by anybody. */
const MAX_LISTED = 200;

export function render(dirty: string, report: Report): void {
  renderVerdict(dirty, report);
  renderReveals(report);
  renderSeen(dirty, report);
  renderClean(report);
  renderFindings(dirty, report);
}

function renderVerdict(dirty: string, report: Report): void {
  const { score, level, signals } = report.risk;
  element("verdict").dataset["level"] = level;
  element("level").textContent = level;
  element("score").textContent = score.toFixed(2);
  element("gauge").style.width = `${score * 100}%`;
  element("summary").textContent = summary(dirty, report);
  element("signals").replaceChildren(...signals.map(signalItem));
}

function summary(dirty: string, report: Report): string {
  if (dirty === "") {
    return "Nothing to sift yet.";
  }
  const { findings } = report;
  if (findings.length === 0) {
    return "Nothing found: the clean text is the dirty text, character for character.";
  }
  const reveals = findings.filter((finding) => finding.reveal !== undefined).length;
  const parts = [plural(findings.length, "finding")];
  if (reveals > 0) {
    parts.push(plural(reveals, "hidden message"));
  }
  const shorter = dirty.length - report.clean.length;
  parts.push(report.changed ? `clean text ${shorter > 0 ? `${plural(shorter, "UTF-16 unit")} shorter` : "changed"}` : "nothing changed");
  return `${parts.join(", ")}.`;
}

function signalItem(signal: Signal): HTMLElement {
  const item = make("li");
  item.append(make("span", "weight", signal.weight.toFixed(2)), make("span", "id", signal.id), make("span", "why", signal.why));
  return item;
}

function renderReveals(report: Report): void {
  const carriers = report.findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => finding.reveal !== undefined)
    .slice(0, MAX_LISTED);
  element("reveals-card").hidden = carriers.length === 0;
  element("reveals").replaceChildren(...carriers.map(({ finding, index }) => revealItem(finding, index)));
}

function revealItem(finding: Finding, index: number): HTMLElement {
  const item = make("li");
  const message = make("p", "message");
  message.dir = "auto";
  const text = finding.reveal?.text ?? "";
  message.append(...nodes(taken(text.slice(0, MAX_SHOWN_UNITS))));
  const chain = make("p", "chain");
  chain.append(...(finding.reveal?.chain ?? []).map((step) => make("span", "step", step)));
  const show = make("button", "link", "show where");
  show.type = "button";
  show.dataset["goto"] = String(index);
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

function renderFindings(dirty: string, { findings }: Report): void {
  element("findings-card").hidden = findings.length === 0;
  element("findings").replaceChildren(
    ...findings.slice(0, MAX_LISTED).map((finding, index) => findingItem(dirty, finding, index)),
  );
  element("findings-note").textContent =
    findings.length > MAX_LISTED ? `the first ${MAX_LISTED} of ${findings.length.toLocaleString("en")}` : String(findings.length);
}

function findingItem(dirty: string, finding: Finding, index: number): HTMLElement {
  const item = make("li");
  const button = make("button", "finding");
  button.type = "button";
  button.dataset["finding"] = String(index);
  button.dataset["kind"] = kindOf(finding.id);
  button.setAttribute("aria-pressed", "false");
  const found = dirty.slice(...finding.utf16Span);
  const characters = found.length > MAX_SHOWN_UNITS ? plural(found.length, "UTF-16 unit") : plural(count(found), "character");
  button.append(
    make("span", "id", finding.id),
    make("span", "action", finding.action),
    make("span", "where", `${characters} at ${finding.utf16Span[0].toLocaleString("en")}`),
    make("span", "why", finding.why),
  );
  item.append(button);
  return item;
}
