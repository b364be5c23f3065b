// The newsroom's editor in real Chromium: typing, keys, the toolbar, and whoever cannot use a mouse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.js";
import { button, desk, en, lines, lookThrough, open, page, paragraphs, paste, provenInRust, saved, state, toEnd, words } from "./editor-hands.js";

test("a split leaves the id with the first half, a copy gets its own", async () => {
  await open({ body: paragraphs("One two", "Three") });
  await words().locator("p").first().click();
  await page.keyboard.press("Home");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
  // The browser tells of a moved cursor a moment later.
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  const copied = await words().evaluate((target) => {
    const data = new DataTransfer();
    target.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
    return [data.getData("text/html"), data.getData("text/plain")];
  });
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await paste(...copied);
  await saved();
  assert.deepEqual(lines(), ["paragraph: One", "paragraph:  two", "paragraph: Three", "paragraph: One", "paragraph:  two", "paragraph: Three"]);
  const ids = desk.story.body.blocks.map(({ id }) => id);
  assert.deepEqual([ids[0], ids[2]], ["p1", "p2"]);
  assert.equal(new Set(ids).size, ids.length);
});

test("typed Azerbaijani, Arabic and Persian arrive as typed, each line in its own direction", async () => {
  for (const [language, typed] of [["az", "İğdırlı şairə çıxış elədi: “Ömür”"], ["ar", "قال الوزير: «اتفقنا»"], ["fa", "رئیس‌جمهور گفت"]]) {
    await open({ body: paragraphs(""), language }, { texts: language });
    await words().click();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await page.keyboard.type("An English line");
    await saved();
    assert.deepEqual(lines(), [`paragraph: ${typed}`, "paragraph: An English line"]);
    const sides = await words().locator("p").evaluateAll((found) => found.map((line) => getComputedStyle(line).direction));
    assert.deepEqual(sides, [language === "az" ? "ltr" : "rtl", "ltr"]);
    await page.close();
  }
});

test("the half-space of Persian is one key", async () => {
  await open({ body: paragraphs(""), language: "fa" }, { texts: "fa" });
  await words().click();
  await page.keyboard.type("می");
  await page.keyboard.press("Shift+Space");
  await page.keyboard.type("رود");
  await saved();
  assert.deepEqual(lines(), ["paragraph: می\u200cرود"]);
});

test("every command of the toolbar is reached and used by keyboard", async () => {
  await open({ body: paragraphs("Words to mark") });
  await words().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Alt+F10");
  const names = await page.locator(".editor-toolbar").first().locator("button").evaluateAll((found) => found.map((one) => one.dataset.command));
  const reached = [];
  for (let step = 0; step < names.length; step += 1) {
    reached.push(await page.evaluate(() => document.activeElement.dataset.command));
    await page.keyboard.press("ArrowRight");
  }
  assert.deepEqual(reached, names);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.command), names[0]);
  while (await page.evaluate(() => document.activeElement.dataset.command) !== "strong") await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await saved();
  assert.deepEqual(desk.story.body.blocks[0].content, [{ text: "Words to mark", marks: ["strong"] }]);
  assert.equal(await button("strong").getAttribute("aria-pressed"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.id), "story-words");
});

test("in Arabic the arrows of the toolbar go the other way", async () => {
  await open({ body: paragraphs("نص"), language: "ar" }, { texts: "ar" });
  await words().click();
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.command), "redo");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "story-words");
});

test("keys make headings, lists, quotations and links", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await page.keyboard.type("Heading");
  await page.keyboard.press("Control+Alt+2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("item");
  await page.keyboard.press("Control+Shift+8");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("said");
  await page.keyboard.press("Control+Shift+9");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("linked");
  await page.keyboard.press("Shift+Control+ArrowLeft");
  await page.waitForTimeout(100);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("not an address");
  await page.keyboard.press("Enter");
  await page.getByText(en.editor_link_bad).waitFor();
  await page.locator("dialog input").fill("arna.example/az");
  await page.keyboard.press("Enter");
  await saved();
  const { blocks } = desk.story.body;
  assert.deepEqual(blocks.map(({ type }) => type), ["heading", "list", "quotation", "paragraph"]);
  assert.deepEqual(blocks[3].content, [{ text: "linked", link: "https://arna.example/az" }]);
});

test("a table is made, filled, grown and shrunk by its own toolbar", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await button("table").click();
  await page.locator("dialog input").first().fill("2");
  await page.locator("dialog input").last().fill("2");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Output");
  await page.keyboard.press("Enter");
  for (const text of ["Year", "bn m³", "2025", "12.4"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("2026");
  await button("column_after").click();
  await button("row_before").click();
  await saved();
  const cells = () => desk.story.body.blocks[0].rows.map((row) => row.map((cell) => cell.content.map((run) => run.text).join("")));
  assert.deepEqual(cells(), [["Year", "", "bn m³"], ["2025", "", "12.4"], ["", "", ""], ["2026", "", ""]]);
  assert.deepEqual(desk.story.body.blocks[0].caption, [{ text: "Output" }]);
  await button("row_delete").click();
  await button("column_delete").click();
  await state("changed");
  await saved();
  assert.ok(cells().every((row) => row.length === 2) && cells().length === 3, JSON.stringify(cells()));
  await button("table_delete").click();
  await state("changed");
  await saved();
  assert.deepEqual(desk.story.body.blocks, []);
});

test("words are found and replaced, as Azerbaijani folds its letters", async () => {
  await open({ body: paragraphs("Iğdır, IĞDIR və ığdır", "İğdir"), language: "az" });
  await words().click();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("ığdır");
  await page.locator(".editor-found").nth(2).waitFor();
  assert.equal(await page.locator(".editor-found").count(), 3);
  await page.keyboard.press("Enter");
  await page.locator(".editor-find input").nth(1).fill("Qars");
  await page.locator('[data-find="replace_all"]').click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Qars, Qars və Qars", "paragraph: İğdir"]);
  await page.locator(".editor-find input").first().press("Escape");
  await page.keyboard.press("Control+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Iğdır, IĞDIR və ığdır", "paragraph: İğdir"]);
});

test("signs that keyboards lack are put in from the palette, by mouse and keys", async () => {
  await open({ body: paragraphs("12"), language: "fr" });
  await toEnd();
  await page.keyboard.press("Control+Alt+c");
  await page.getByRole("button", { name: en.editor_char_narrow_no_break }).click();
  await page.keyboard.type("%");
  await page.keyboard.press("Control+Alt+q");
  await page.keyboard.type("oui");
  await saved();
  assert.deepEqual(lines(), ["paragraph: 12\u202f%«\u202foui\u202f»"]);
});

const FULL = { blocks: [
  ...paragraphs("The ministers met.").blocks,
  { id: "h", type: "heading", level: 2, content: [{ text: "Energy" }] },
  { id: "l", type: "list", style: "ordered", items: [{ content: [{ text: "gas" }] }] },
  { id: "q", type: "quotation", paragraphs: [[{ text: "We agreed" }]], cite: [{ text: "Ann Lee" }] },
  { id: "t", type: "table", caption: [{ text: "Output" }], rows: [[{ content: [{ text: "Year" }], kind: "header" }], [{ content: [{ text: "2025" }] }]] },
  { id: "i", type: "picture", media: "m1" },
  { id: "g", type: "gallery", pictures: [{ media: "m1", alt: "a" }] },
  { id: "e", type: "embed", provider: "youtube", item: "x" },
  { id: "pre", type: "preformatted", text: "a  b" },
  { id: "r", type: "rule" },
] };

for (const language of ["en", "az", "ar"]) {
  test(`the editor has no fault axe can find, in ${language}, wide and narrow, light and dark`, async () => {
    const media = { m1: { src: "/picture.svg", width: 640, height: 400, alt: "A bridge" } };
    for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]]) {
      await lookThrough({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await open({ body: FULL, language, media }, { texts: language });
      await words().locator("td").first().click();
      await page.keyboard.press("Control+f");
      assert.deepEqual(await violations(page), [], `${width} ${colorScheme}`);
      await button("characters").click();
      assert.deepEqual(await violations(page), [], `the palette, ${width} ${colorScheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
    }
  });
}

provenInRust();
