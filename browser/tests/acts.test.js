// Acts as people do them: a flash by key, a kill by two of whom one has a phone, a correction's note, a schedule.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { RULES, violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

let newsroom, browser, context;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: false });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await signIn(page, newsroom);
  await page.close();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

async function at(path) {
  const page = await context.newPage();
  await page.goto(newsroom.origin + path);
  return page;
}

async function clean(page) {
  assert.deepEqual(await violations(page, { runOnly: RULES, iframes: false }), []);
}

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function speak(tongue) {
  const page = await at("/newsroom");
  await page.locator("details.mine summary").click();
  await page.selectOption('details.mine select[name="language"]', tongue);
  await page.locator("details.mine form button").first().click();
  await page.waitForLoadState();
  await page.close();
}

for (const [tongue, headline] of [["en", "Quake of 6.1 shakes the coast"], ["ar", "زلزال بقوة 6.1 يهز الساحل"]]) {
  test(`a flash is one key away and two presses out, in ${tongue}`, async () => {
    await speak(tongue);
    const page = await at("/newsroom/board");
    await page.keyboard.press("F8");
    const dialog = page.locator("dialog.flash-dialog");
    await dialog.waitFor();
    const field = dialog.locator(`[name="headline_${tongue}"]`);
    await field.fill(headline);
    await clean(page);
    await page.keyboard.press("Enter");
    assert.equal(await dialog.locator("[data-sure]").isVisible(), false, "Enter alone does nothing");
    await page.keyboard.press("Control+Enter");
    await dialog.locator("[data-sure]").waitFor({ state: "visible" });
    const front = async () => (await fetch(`${newsroom.origin}/${tongue}`)).text();
    assert.ok(!(await front()).includes(headline), "one press sends nothing");
    await page.waitForTimeout(500);
    const pressed = performance.now();
    await page.keyboard.press("Control+Enter");
    while (!(await front()).includes(headline)) await new Promise((resolve) => setTimeout(resolve, 5));
    console.log(`flash in ${tongue}: ${Math.round(performance.now() - pressed)} ms from the key to the front`);
    await page.waitForURL(/\/newsroom\/stories\/\d+\?said=flashed/);
    assert.equal(await page.inputValue('main [name="headline"]'), headline);
    await page.close();
    const again = await at("/newsroom/flash");
    await again.fill(`[name="headline_${tongue}"]`, `${headline}!`);
    await again.locator(`[data-alike-of="${tongue}"] li`).first().waitFor();
    await again.setViewportSize({ width: 390, height: 844 });
    assert.equal(await wide(again), 0, "nothing is wider than a phone");
    await clean(again);
    await again.close();
    await speak("en");
  });
}

test("the calendar and the tasks are clean at both widths", async () => {
  for (const path of ["/newsroom/calendar?span=month", "/newsroom/tasks"]) {
    const page = await at(path);
    await clean(page);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.equal(await wide(page), 0, path);
    await clean(page);
    await page.close();
  }
});

test("an act's page is clean, and follows what is typed", async () => {
  const list = await at("/newsroom/board");
  const stories = await list.locator(".card").evaluateAll((cards) => cards.map((card) => card.dataset.href));
  await list.close();
  const page = await at(`${stories[0]}/acts`);
  await clean(page);
  await page.locator(".offered a").first().click();
  await page.locator("#gets").waitFor();
  await clean(page);
  const note = page.locator('textarea[name="editor_note"], textarea[name="reason"]').first();
  await note.fill("Typed for the preview");
  await page.locator(".wire .prose", { hasText: "Typed for the preview" }).first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await wide(page), 0);
  await clean(page);
  await page.close();
});
