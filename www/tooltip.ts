/** The full names behind a chip: on hover and on focus, gone with Escape. */

import { element } from "./page";

/** Between the chip and its tooltip, and between the tooltip and the edge of the window. */
const GAP = 8;

export function followTooltips(view: HTMLElement): void {
  view.addEventListener("pointerover", (event) => show(event.target));
  view.addEventListener("pointerout", hide);
  view.addEventListener("focusin", (event) => show(event.target));
  view.addEventListener("focusout", hide);
  view.addEventListener("scroll", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
  });
}

export function hide(): void {
  element("tooltip").hidden = true;
}

function show(target: EventTarget | null): void {
  const chip = target instanceof Element ? target.closest<HTMLElement>("[data-detail]") : null;
  if (chip === null) {
    return;
  }
  const tooltip = element("tooltip");
  tooltip.textContent = chip.dataset["detail"] ?? "";
  tooltip.hidden = false;
  const box = chip.getBoundingClientRect();
  const above = box.top - tooltip.offsetHeight - GAP;
  const rightmost = document.documentElement.clientWidth - tooltip.offsetWidth - GAP;
  tooltip.style.left = `${Math.max(GAP, Math.min(box.left, rightmost))}px`;
  tooltip.style.top = `${above > GAP ? above : box.bottom + GAP}px`;
}
