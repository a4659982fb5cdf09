/** A page in headless Chromium that tells on itself: errors, refused resources, requests to anywhere else. */

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox", // containers give no user namespaces
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why there is no browser; `false` if there is one. What `skip` takes. */
export const noBrowser = existsSync(BROWSER) ? false : `no Chromium at ${BROWSER}: set CHROMIUM to where it is`;

export function launch() {
  return chromium.launch({ executablePath: BROWSER, args: FLAGS });
}

/** Opens the page. `faults` fills with whatever a user's console would show. */
export async function open(browser, address, { hash = "", ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      faults.push(message.text());
    }
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) {
      faults.push(`went elsewhere: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));
  });
  await page.goto(address + hash);
  await page.waitForFunction(() => document.querySelector("#version")?.textContent !== "");
  return { page, faults, context };
}

/** Pastes over all of the text, and waits until the page has taken it in. As JSON, since the wire loses lone surrogates. */
export async function enter(page, text) {
  await page.locator("#dirty").evaluate((field, json) => {
    field.value = JSON.parse(json);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, JSON.stringify(text));
  await page.waitForFunction(
    (count) => document.querySelector("#size").textContent.startsWith(`${count.toLocaleString("en")} `),
    [...text].length,
  );
}

/** The text in the field, unit for unit. */
export async function entered(page) {
  return JSON.parse(await page.locator("#dirty").evaluate((field) => JSON.stringify(field.value)));
}

/** What the copy button puts on the clipboard. */
export async function copied(page) {
  await page.locator("#copy").click();
  await page.waitForFunction(() => document.querySelector("#said").textContent !== "");
  return page.evaluate(() => navigator.clipboard.readText());
}
