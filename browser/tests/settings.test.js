// The agency's settings in real Chromium: looked at before they are saved, in both directions, wide and narrow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

const SETTINGS = "/newsroom/settings";
let newsroom, browser, context;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await signIn(page, newsroom);
  await page.close();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** A page of the settings in a language, at a width. */
async function open(path, { language = "en", width = 1440 } = {}) {
  await context.addCookies([{ name: "newsroom_language", value: language, url: newsroom.origin }]);
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(newsroom.origin + path);
  return page;
}

test("a pattern is sampled while it is typed, and a page shows it before it is saved", async () => {
  const page = await open(`${SETTINGS}/editions/en`);
  await page.fill("#f-dateline_pattern", "{place:upper} — {source}");
  await page.locator("#samples td", { hasText: "BAKU — " }).first().waitFor();
  await page.selectOption('select[name="on"]', "front");
  await page.fill("#f-name", "Evening Wire");
  await page.click("[data-preview]");
  await page.frameLocator('iframe[name="preview"]').getByText("Evening Wire").first().waitFor();
  assert.ok(!(await (await fetch(`${newsroom.origin}/en`)).text()).includes("Evening Wire"));
  await page.click('main button[value="save"]');
  await page.locator(".said").waitFor();
  assert.ok((await (await fetch(`${newsroom.origin}/en`)).text()).includes("Evening Wire"));
  await page.close();
});

test("a section's page says which addresses lead where, before they do", async () => {
  const page = await open(`${SETTINGS}/sections`);
  await page.locator(".tree td a").first().click();
  const field = page.locator('[id="f-slug.en"]');
  const slug = await field.inputValue();
  await field.fill(`${slug}-desk`);
  await page.click('button[value="look"]');
  await page.locator("code", { hasText: `/en/${slug}-desk` }).waitFor();
  await page.click('main button[value="save"]');
  await page.locator(".said").waitFor();
  const answer = await fetch(`${newsroom.origin}/en/${slug}`, { redirect: "manual" });
  assert.deepEqual([answer.status, answer.headers.get("location")], [301, `/en/${slug}-desk`]);
  await page.close();
});

test("no page of the settings is wider than its window or fails axe", async () => {
  const paths = ["", "/editions", "/editions/en", "/sections", "/sections/politics", "/sections/politics/merge", "/texts/en?q=time", "/places?q=ba", "/places/baku"];
  const wrong = [];
  for (const language of ["en", "ar"]) {
    for (const width of [1440, 390]) {
      for (const path of paths) {
        const page = await open(SETTINGS + path, { language, width });
        const name = `${path} ${language} ${width}`;
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push(`${name}: too wide`);
        wrong.push(...(await violations(page, { iframes: false })).map((fault) => `${name}: ${fault}`));
        await page.close();
      }
    }
  }
  assert.deepEqual(wrong, []);
});
