// How soon a flash is out: from the key that sends it, in real Chromium, to the front that shows it, in the demo newsroom of
// the program that `DATELINE_PROGRAM` names. Prints a row; `--times N` flashes, 40 without it, each in three languages at once.

import { signIn, startBrowser, startNewsroom } from "../../browser/tests/newsroom.js";

const at = process.argv.indexOf("--times");
const TIMES = at > 0 ? Number(process.argv[at + 1]) : 40;
const LANGUAGES = ["en", "az", "ar"];

/** Sends one; how many milliseconds after the last key every front had it. */
async function send(page, origin, headline) {
  await page.goto(`${origin}/newsroom/board`);
  await page.keyboard.press("F8");
  const dialog = page.locator("dialog.flash-dialog");
  await dialog.waitFor();
  for (const language of LANGUAGES) {
    await dialog.locator(`input[type="checkbox"][value="${language}"]`).setChecked(true);
    await dialog.locator(`[name="headline_${language}"]`).fill(`${headline} ${language}`);
  }
  await page.keyboard.press("Control+Enter");
  await dialog.locator("[data-sure]").waitFor({ state: "visible" });
  // Past the moment in which a second press counts as a slip.
  await page.waitForTimeout(600);
  const pressed = performance.now();
  await page.keyboard.press("Control+Enter");
  for (const language of LANGUAGES) {
    while (!(await (await fetch(`${origin}/${language}`)).text()).includes(`${headline} ${language}`)) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const took = performance.now() - pressed;
  await page.waitForURL("**/newsroom/stories/**");
  return took;
}

const newsroom = await startNewsroom();
const browser = await startBrowser();
try {
  const page = await browser.newPage();
  await signIn(page, newsroom);
  const took = [];
  for (let time = 0; time < TIMES; time += 1) took.push(await send(page, newsroom.origin, `Quake number ${time} shakes the coast`));
  took.sort((one, other) => one - other);
  const part = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(0);
  console.log(`| a flash in ${LANGUAGES.length} languages, key to fronts | ${took.length} | ${part(0.5)} ms | ${part(0.99)} ms |`);
} finally {
  await browser.close();
  await newsroom.stop();
}
