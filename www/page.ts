/** The page's elements, by id and type, and how to make new ones. Nothing here or elsewhere writes HTML. */

export function element<T extends Element = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`the page has no element with the id ${id}`);
  }
  return found as unknown as T;
}

/** A new element whose text is only ever text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== "") {
    made.className = className;
  }
  made.textContent = text;
  return made;
}

/** Says something for a moment, to a screen reader too. */
export function say(message: string): void {
  const said = element("said");
  said.textContent = message;
  clearTimeout(silence);
  silence = setTimeout(() => (said.textContent = ""), 4000);
}
let silence: ReturnType<typeof setTimeout> | undefined;

export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
