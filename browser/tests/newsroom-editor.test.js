// The editor on the newsroom's own pages, with the real program behind it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { RULES, violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";
import { png } from "./picture.js";

let newsroom, browser, context;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: false });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await signIn(page, newsroom);
  await page.close();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** A new story, open in the editor. */
async function newStory(headline, language) {
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${newsroom.origin}/newsroom/stories/new`);
  await page.fill('main [name="headline"]', headline);
  await page.selectOption('main select[name="language"]', language);
  await page.click("main form.stack button.first");
  await page.locator("#story-words").waitFor();
  return { page, faults };
}

const state = (page, name) => page.locator(`.editor-state[data-state=${name}]`).waitFor();

for (const [language, headline, words] of [
  ["en", "Ministers meet in Baku", "The ministers “agreed” on Monday."],
  ["az", "Nazirlər Bakıda görüşüb", "İğdırlı nazir “razılaşdıq” deyib."],
  ["ar", "وزراء يجتمعون في باكو", "قال الوزير: «اتفقنا»."],
]) {
  test(`a story is written in ${language}, saved by itself, and there after a reload`, async () => {
    const { page, faults } = await newStory(headline, language);
    await page.locator("#story-words").click();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.keyboard.type("Second");
    await page.keyboard.press("Control+Alt+2");
    await state(page, "saved");
    await page.fill('input[name="slugline"]', "CORRIDOR");
    await state(page, "changed");
    await state(page, "saved");
    await page.reload();
    await page.locator("#story-words").waitFor();
    assert.deepEqual(await page.locator("#story-words > *").evaluateAll((all) => all.map((one) => [one.tagName, one.innerText])), [["P", words], ["H2", "Second"]]);
    assert.equal(await page.inputValue('input[name="slugline"]'), "CORRIDOR");
    assert.equal(await page.locator(".editor-bar").count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("a picture is uploaded into the text, and shown there after a reload", async () => {
  const { page } = await newStory("A picture", "en");
  await page.locator("#story-words").click();
  await page.keyboard.type("Before the picture");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("[data-command=picture]").click()]);
  await chooser.setFiles([{ name: "grey.png", mimeType: "image/png", buffer: png(900, 600) }]);
  await page.locator(".editor-picture img").waitFor();
  await page.locator(".editor-picture input").first().fill("A grey field");
  await state(page, "saved");
  await page.reload();
  const image = page.locator(".editor-picture img");
  await image.waitFor();
  assert.equal(await page.locator(".editor-picture input").first().inputValue(), "A grey field");
  assert.ok(await image.evaluate(async (shown) => { await shown.decode(); return shown.naturalWidth > 0; }));
  await page.close();
});

test("two windows of one writer do not overwrite each other unasked", async () => {
  const { page } = await newStory("Two windows", "en");
  await page.locator("#story-words").click();
  await page.keyboard.type("From the first");
  await state(page, "saved");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator("#story-words").click();
  await other.keyboard.type("From the second: ");
  await state(other, "saved");
  await page.locator("#story-words").click();
  await page.keyboard.type("!");
  await state(page, "elsewhere");
  assert.equal(await page.locator(".editor-bar").count(), 1);
  await other.reload();
  await other.locator("#story-words").waitFor();
  assert.match(await other.locator("#story-words").innerText(), /From the second: /);
  await page.close();
  await other.close();
});

test("the editor has no fault axe can find in the story's page", async () => {
  const { page } = await newStory("For axe", "en");
  await page.locator("#story-words").click();
  await page.keyboard.type("Words");
  await state(page, "saved");
  assert.deepEqual(await violations(page, { runOnly: RULES }, { include: [[".editor"], [".editor-problems"]] }), []);
  await page.close();
});
