// Chromium, as `cargo xtask` found it.

import { chromium } from "playwright-core";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Opens the page and waits until it has logged as many lines as expected, or failed. */
export async function logOf(url, lines) {
  const executablePath = process.env.CHROMIUM;
  if (executablePath === undefined) {
    throw new Error("set CHROMIUM to the path of a Chromium, or run `cargo xtask test --only browser-npm`");
  }
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    const log = [];
    await new Promise((resolve, reject) => {
      page.on("pageerror", reject);
      page.on("console", (message) => {
        // the development server says when it is connected, and browsers ask for an icon
        if (message.type() === "log") {
          log.push(message.text());
        }
        if (log.length === lines) {
          resolve();
        }
      });
      setTimeout(() => reject(new Error(`the page logged only: ${log.join("\n")}`)), 20_000).unref();
      page.goto(url).catch(reject);
    });
    return log;
  } finally {
    await browser.close();
  }
}
