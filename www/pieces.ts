/** Pieces of text as elements. */

import type { Piece } from "./hidden";
import { make } from "./page";

/** Text nodes and chips. A chip's detail shows on hover and is read out as its name. */
export function nodes(pieces: readonly Piece[], quiet = false): Node[] {
  return pieces.map((piece) => {
    if ("text" in piece) {
      return document.createTextNode(piece.text);
    }
    const chip = make("span", quiet ? "chip quiet-chip" : "chip", piece.label);
    chip.dir = "ltr";
    chip.dataset["detail"] = piece.detail;
    if (quiet) {
      chip.setAttribute("role", "img");
      chip.setAttribute("aria-label", `${piece.label}: ${piece.detail}`);
      chip.tabIndex = -1;
    }
    return chip;
  });
}
