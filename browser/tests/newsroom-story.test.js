// A story's page with the real program behind it: fields that look things up, and what others see while somebody writes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

let newsroom, browser, context;
const faults = [];

/** Somebody at a browser of their own. */
async function atWork(email, options = {}) {
  const own = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  own.setDefaultTimeout(20_000);
  const page = await own.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  await signIn(page, { ...newsroom, email });
  return page;
}

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  context = await atWork(newsroom.email);
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
  assert.deepEqual(faults, [], "a page complained");
});

/** A new story, open in the editor. */
async function newStory(page, headline, language = "en") {
  await page.goto(`${newsroom.origin}/newsroom/stories/new`);
  await page.fill('main [name="headline"]', headline);
  await page.selectOption('main select[name="language"]', language);
  await page.click("main form.stack button.first");
  await page.locator("#story-words").waitFor();
  return new URL(page.url()).pathname;
}

const state = (page, name) => page.locator(`.editor-state[data-state=${name}]`).waitFor();

/** Until the server has answered a save that holds these words. */
async function savedWith(page, words) {
  const sent = await page.waitForRequest((request) => request.url().endsWith("/save") && request.postData().includes(words));
  assert.equal((await sent.response()).status(), 200);
}

const group = (page, field) => page.locator("details.group", { has: page.locator(`[name="${field}"]`) });
const tokens = (page, field) => page.locator(`[name="${field}"] + .tokens`);

/** Opens the group of a field where it is closed. */
async function openGroup(page, field) {
  const own = group(page, field);
  if (!await own.evaluate((details) => details.open)) await own.locator("> summary").click();
}

test("what belongs to a story is looked up, shown by its name, saved, and there after a reload", async () => {
  const page = context;
  const path = await newStory(page, "The strait is closed");
  await page.fill('[name="dateline_place"]', "Bak");
  await page.locator(".suggestions [role=option]", { hasText: "Baku" }).first().click();
  await page.fill('[name="dateline_date"]', "2026-07-18");
  await page.locator(".copy .dateline", { hasText: /Baku.*July 18/ }).waitFor();
  await openGroup(page, "subjects");
  await tokens(page, "subjects").locator("input").pressSequentially("polit");
  await page.locator(".suggestions [role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await tokens(page, "subjects").locator("li", { hasText: /polit/i }).first().waitFor();
  await tokens(page, "keywords").locator("input").fill("strait");
  await page.keyboard.press("Enter");
  await tokens(page, "keywords").locator("input").fill("ships");
  await page.keyboard.press("Enter");
  await openGroup(page, "related");
  await tokens(page, "related").locator("input").pressSequentially("strait");
  const choice = page.locator("[name=related] + .tokens .suggestions [role=option]").first();
  const related = (await choice.innerText()).split("\n")[0];
  await choice.click();
  await openGroup(page, "sign_off_reporter");
  await tokens(page, "sign_off_reporter").locator("input").fill("Lea Morin (LM)");
  await page.keyboard.press("Enter");
  await openGroup(page, "headline_short");
  await page.fill('[name="headline_short"]', "Strait closed");
  await openGroup(page, "editor_note");
  const sent = savedWith(page, "Not for broadcast");
  await page.fill('[name="editor_note"]', "Not for broadcast");
  await sent;
  await page.goto(newsroom.origin + path);
  await page.locator("#story-words").waitFor();
  assert.equal(await page.inputValue('[name="dateline_place"]'), "Baku");
  assert.match(await page.inputValue('[name="subjects"]'), /^medtop:\d+ .*polit/i);
  assert.equal(await page.inputValue('[name="keywords"]'), "strait, ships");
  assert.equal(await page.inputValue('[name="sign_off_reporter"]'), "Lea Morin (LM)");
  assert.deepEqual([await page.inputValue('[name="headline_short"]'), await page.inputValue('[name="editor_note"]')], ["Strait closed", "Not for broadcast"]);
  await openGroup(page, "related");
  assert.ok((await tokens(page, "related").locator("li").first().innerText()).includes(related.slice(0, 20)));
  await tokens(page, "keywords").scrollIntoViewIfNeeded().catch(() => {});
});

test("whoever looks on sees the text as text, live, asks for it, and is handed it", async () => {
  const writer = context;
  const path = await newStory(writer, "Written and watched");
  await writer.locator("#story-words").click();
  await writer.keyboard.type("The first words.");
  await state(writer, "saved");
  const other = await atWork("petra.moss@arna.example");
  await other.goto(newsroom.origin + path);
  await other.locator(".copy .text", { hasText: "The first words." }).waitFor();
  assert.equal(await other.locator("[contenteditable=true], [name=body_html]").count(), 0, "no source for whoever only reads");
  await writer.keyboard.type(" And more.");
  await other.locator(".copy .text", { hasText: "And more." }).waitFor();
  await other.locator('form[action$="/hands/ask"] button').click();
  const asked = writer.locator("[data-asks] form button");
  await asked.waitFor();
  await writer.locator("#story-words").click();
  await writer.keyboard.press("Control+End");
  await writer.keyboard.type(" The last.");
  await asked.click();
  await writer.locator(".copy .text", { hasText: "The last." }).waitFor();
  await other.locator("#story-words[contenteditable=true]", { hasText: "The last." }).waitFor();
  assert.equal(await writer.locator("[contenteditable=true]").count(), 0);
  await other.context().close();
});

test("pictures are found again, put into the text alone and as a gallery", async () => {
  const page = context;
  await newStory(page, "With pictures");
  await page.locator("#story-words").click();
  await page.keyboard.type("Words");
  await page.locator("[data-command=library]").click();
  await page.locator(".editor-shelf button").first().click();
  await page.locator("dialog .editor-main").click();
  await page.locator(".editor-picture img").waitFor();
  await page.locator("[data-command=gallery]").click();
  for (const place of [0, 1]) await page.locator(".editor-shelf button").nth(place).click();
  await page.locator("dialog .editor-main").click();
  await page.locator("[data-gallery] img").nth(1).waitFor();
  await state(page, "saved");
  await openGroup(page, "media_add");
  await page.locator("[data-pictures] > button").click();
  await page.locator(".editor-shelf button").first().click();
  const sent = savedWith(page, '"media":[{');
  await page.locator("dialog .editor-main").click();
  await page.locator(".medium img").waitFor();
  await sent;
  await page.reload();
  await page.locator("[data-gallery] img").nth(1).waitFor();
  assert.equal(await page.locator(".medium img").count(), 1);
});

for (const [language, width, colorScheme] of [["en", 1440, "light"], ["az", 390, "dark"], ["ar", 390, "light"], ["ar", 1440, "dark"]]) {
  test(`the page of a story has no fault axe can find, in ${language}, ${width} px wide, ${colorScheme}`, async () => {
    const page = await atWork(newsroom.email, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await page.request.post(`${newsroom.origin}/newsroom/language`, { form: { language, back: "/newsroom" }, headers: { "Sec-Fetch-Site": "same-origin" } });
    await newStory(page, "A headline that is long enough to be broken into two lines on a telephone", language);
    await page.locator("#story-words").click();
    await page.keyboard.type("Words");
    await state(page, "saved");
    await page.evaluate(() => document.querySelectorAll("details.group").forEach((one) => { one.open = true; }));
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/story-${language}-${width}-${colorScheme}.png` });
    await page.context().close();
  });
}
