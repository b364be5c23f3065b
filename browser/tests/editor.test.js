// The newsroom's editor in real Chromium, on a page that holds nothing else.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { paragraphs, startEditorPage, textsOf } from "./editor-page.js";
import { startBrowser } from "./newsroom.js";

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const en = await textsOf("en");
const fixture = (name) => readFile(new URL(`../../fixtures/clipboard/${name}`, import.meta.url), "utf8");

let desk, browser, context, page;
const faults = [];
const made = [];

before(async () => {
  desk = await startEditorPage();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});

beforeEach(async () => {
  faults.length = 0;
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10_000);
});

afterEach(async () => {
  await context.close();
  made.push(...desk.saves.map(({ body }) => body));
  assert.deepEqual(faults, [], "the page complained");
});

/** Opens the page; what the story says is `story`. */
async function open(story, { texts = "en", expectFaults = false } = {}) {
  if (story) desk.put(story);
  page = await context.newPage();
  if (!expectFaults) {
    page.on("pageerror", (error) => faults.push(error.stack));
    page.on("console", (message) => message.type() === "error" && !isOfPasted(message) && faults.push(message.text()));
  }
  await page.goto(`${desk.origin}/?texts=${texts}`);
  await words().waitFor();
  return page;
}

/** The policy speaks up for styles and handlers of what is pasted while it is read; they stay behind. */
function isOfPasted(message) {
  return /^(Applying inline style|Executing inline event handler|Loading the (stylesheet|image|script)) .*violates/.test(message.text());
}

const words = () => page.locator("#story-words");
const state = (name) => page.locator(`.editor-state[data-state=${name}]`).waitFor({ timeout: 10_000 });
const button = (name) => page.locator(`[data-command=${name}]`);
const lines = (body = desk.story.body) => body.blocks.map((block) => `${block.type}: ${(block.content ?? block.caption ?? []).map((run) => run.text).join("")}`);

/** Puts the cursor at the end of the text. */
async function toEnd() {
  await words().click();
  await page.keyboard.press("Control+End");
}

/** Until the server has everything. */
async function saved() {
  await state("saved");
}

/** Ends the page's process, without a word to it. */
async function crash() {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
}

/** Pastes as a program would put it on the clipboard. */
async function paste(html, text = "", files = []) {
  await words().evaluate((target, [html, text, files]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (text) data.setData("text/plain", text);
    files.forEach((name) => data.items.add(new File(["x"], name, { type: "image/jpeg" })));
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, text, files]);
}

test("what is typed is saved by itself, and said so only after the answer", async () => {
  await open({ body: paragraphs("First words") });
  let answer;
  desk.answer = (payload) => { answer ??= payload; return null; };
  await toEnd();
  await page.keyboard.type(", and more");
  await state("changed");
  assert.equal(desk.saves.length, 0);
  await saved();
  assert.equal(answer.revision, 7);
  assert.deepEqual(answer.fields, {});
  assert.deepEqual(desk.story.body.blocks, [{ id: "p1", type: "paragraph", content: [{ text: "First words, and more" }] }]);
  assert.match(await page.locator(".editor-state").innerText(), /^Saved \d/);
  assert.equal(await page.locator('#act input[name="revision"]').inputValue(), String(desk.story.revision));
});

test("fields of the form are saved as they change, and nothing but what changed", async () => {
  await open({ body: paragraphs("Words") });
  await page.fill('input[name="headline"]', "Another headline");
  await saved();
  assert.deepEqual(desk.saves.at(-1).fields, { headline: "Another headline" });
  await page.selectOption('select[name="section"]', "");
  await state("changed");
  await saved();
  assert.deepEqual(desk.saves.at(-1).fields, { section: "" });
  await page.locator(".editor-problems", { hasText: en.editor_check_section }).waitFor();
});

test("undo goes back across what was saved", async () => {
  await open({ body: paragraphs("One") });
  await toEnd();
  await page.keyboard.type(" two");
  await saved();
  await page.waitForTimeout(700);
  await page.keyboard.type(" three");
  await state("changed");
  await saved();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One"]);
  await page.keyboard.press("Control+Shift+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One two"]);
});

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

test("without a line the words are kept in the browser, and sent when it is back", async () => {
  await open({ body: paragraphs("Safe") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and sound");
  await state("kept");
  desk.drop = null;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await saved();
  assert.deepEqual(lines(), ["paragraph: Safe and sound"]);
});

test("a save whose answer got lost is followed up", async () => {
  await open({ body: paragraphs("One") }, { expectFaults: true });
  desk.drop = "after";
  await toEnd();
  await page.keyboard.type(" two");
  await state("kept");
  desk.drop = null;
  await page.keyboard.type(" three");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One two three"]);
});

test("after a crash of the browser what was not saved is offered, and comes back", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and never sent");
  await page.fill('input[name="headline"]', "Unsaved headline");
  await page.waitForTimeout(800);
  await crash();
  desk.drop = null;
  await open(null);
  const bar = page.locator(".editor-bar");
  await bar.waitFor();
  assert.match(await bar.innerText(), /was not saved/);
  assert.equal(desk.saves.length, 0);
  await bar.getByRole("button", { name: en.editor_restore }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and never sent"]);
  assert.equal(desk.story.headline, "Unsaved headline");
  await open(null);
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".editor-bar").count(), 0);
});

test("what is offered and not wanted goes away for good", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" x");
  await state("kept");
  await crash();
  desk.drop = null;
  for (const expected of [1, 0]) {
    await open(null);
    if (expected) await page.getByRole("button", { name: en.editor_discard }).click();
    else await page.waitForTimeout(300);
    assert.equal(await page.locator(".editor-bar").count(), 0);
  }
  assert.deepEqual(lines(), ["paragraph: Begun"]);
});

test("a story that was taken over is written no more, and says by whom", async () => {
  await open({ body: paragraphs("Mine") });
  desk.story.revision = 20;
  desk.holder = { mine: false, holder: "Leyla Əliyeva" };
  page.removeAllListeners("console");
  await toEnd();
  await page.keyboard.type(" too");
  await state("taken");
  assert.match(await page.locator(".editor-bar").innerText(), /Leyla Əliyeva has taken over/);
  await page.keyboard.type("nothing");
  assert.equal(await words().innerText(), "Mine too");
});

test("what the server refuses is said at its place", async () => {
  await open({ body: paragraphs("Fine", "Not fine") });
  page.removeAllListeners("console");
  desk.answer = () => [422, { problems: [{ block: "p2", field: null, message: "This link leads nowhere" }, { block: null, field: "headline", message: "Too long" }] }];
  await toEnd();
  await page.keyboard.type("!");
  await state("refused");
  await page.locator(".editor-problem", { hasText: "Not fine" }).waitFor();
  assert.equal(await page.locator('input[name="headline"]').getAttribute("aria-invalid"), "true");
  await words().locator("p").first().click();
  await page.getByRole("button", { name: "This link leads nowhere" }).click();
  await page.keyboard.type("Here: ");
  desk.answer = null;
  await saved();
  assert.deepEqual(lines(), ["paragraph: Fine", "paragraph: Here: Not fine!"]);
});

test("an act waits until every word is saved", async () => {
  await open({ body: paragraphs("Ready") });
  await toEnd();
  await page.keyboard.type(" to go");
  await page.click("#act button");
  await page.waitForURL(/submit/);
  assert.equal(desk.submits.length, 1);
  assert.equal(desk.submits[0].revision, 8);
  assert.deepEqual(lines(desk.submits[0].body), ["paragraph: Ready to go"]);
});

test("the story's own button saves, and stays", async () => {
  await open({ body: paragraphs("Ready") });
  await toEnd();
  await page.keyboard.type("!");
  await page.click("#story > button");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Ready!"]);
});

test("Word's copy becomes words, marks, lists and links", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await paste(await fixture("word.html"));
  await saved();
  const [heading, text, list, link, ...more] = desk.story.body.blocks;
  assert.deepEqual([heading.type, heading.level, heading.content], ["heading", 2, [{ text: "Talks in the capital" }]]);
  assert.deepEqual(text.content.map((run) => ({ ...run, text: run.text.trimEnd() })), [
    { text: "The ministers" }, { text: "met", marks: ["strong"] }, { text: " on" }, { text: "Monday", marks: ["strong"] }, { text: ", the" },
    { text: "Courier", marks: ["emphasis"] }, { text: " reported." },
  ]);
  assert.deepEqual([list.type, list.style], ["list", "unordered"]);
  assert.deepEqual(list.items.map((item) => item.content[0].text.trim()), ["Energy", "Transport"]);
  assert.equal(list.items[0].list.style, "ordered");
  assert.deepEqual(list.items[0].list.items.map((item) => item.content[0].text.trim()), ["Gas", "Power"]);
  assert.deepEqual(link.content, [{ text: "See " }, { text: "the agenda", link: "https://arna.example/talks" }, { text: "." }]);
  assert.deepEqual(more, []);
});

test("Word's table keeps its cells, heads and spans", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await paste(await fixture("word-table.html"));
  await saved();
  const [table] = desk.story.body.blocks;
  assert.equal(table.type, "table");
  assert.deepEqual(table.rows.map((row) => row.map((cell) => cell.content.map((run) => run.text).join("").trim())), [
    ["Year", "Output, bn m³"], ["2025", "first half\npreliminary", "12.4"], ["second half", "13.1"],
  ]);
  assert.deepEqual(table.rows[0].map(({ kind, colspan }) => [kind, colspan]), [["header", undefined], ["header", 2]]);
  assert.equal(table.rows[1][0].rowspan, 2);
});

test("Google's copy is as bold as it looks, and its links lead where they say", async () => {
  await open({ body: paragraphs(""), language: "az" });
  await words().click();
  await paste(await fixture("google-docs.html"));
  await saved();
  const [heading, text, list, link, ...more] = desk.story.body.blocks;
  assert.deepEqual([heading.type, heading.content], ["heading", [{ text: "Gəncədə forum" }]]);
  assert.deepEqual(text.content, [
    { text: "İclasda " }, { text: "dörd nazir", marks: ["strong"] }, { text: " çıxış edib", marks: ["emphasis"] }, { text: " dünən", marks: ["strike"] }, { text: "." },
  ]);
  assert.deepEqual(list.items.map((item) => [item.content[0].text, item.list?.items[0].content[0].text]), [["Enerji", "Qaz"], ["Nəqliyyat", undefined]]);
  assert.deepEqual(link.content, [{ text: "Proqram", link: "https://arna.example/az/forum" }, { text: ", CO" }, { text: "2", marks: ["sub"] }]);
  assert.deepEqual(more, []);
});

test("of a web page the story remains, with its film, and pictures are named as left out", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await paste(await fixture("web-page.html"));
  await saved();
  const { blocks } = desk.story.body;
  const all = JSON.stringify(blocks);
  assert.deepEqual(blocks.map(({ type }) => type), ["heading", "paragraph", "paragraph", "paragraph", "paragraph", "quotation", "embed", "paragraph", "paragraph"]);
  for (const gone of ["Home", "Share", "Buy a car", "track", "Not to be seen", "Nor this", "other.example/bridge"]) assert.ok(!all.includes(gone), gone);
  assert.deepEqual(lines({ blocks: blocks.slice(3, 5) }), ["paragraph: It took four years.", "paragraph: It cost 30\u00a0million.\nMore than planned."]);
  assert.deepEqual([blocks[5].paragraphs, blocks[5].cite], [[[{ text: "“It is open.”" }]], [{ text: "The mayor" }]]);
  assert.deepEqual([blocks[6].provider, blocks[6].item], ["youtube", "dQw4w9WgXcQ"]);
  assert.deepEqual(blocks[7].content.map(({ link }) => link), [undefined, "https://other.example/more?utm_source=x", undefined]);
  assert.match(await page.locator(".editor-bar").innerText(), /Pictures left out: 1/);
});

test("a hostile copy does nothing and brings only its words", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await paste(await fixture("hostile.html"));
  await saved();
  const all = JSON.stringify(desk.story.body);
  assert.ok(all.includes("Words") && all.includes("in a form"));
  for (const bad of ["javascript", "data:", "stolen", "evil"]) assert.ok(!all.includes(bad), `${bad} in ${all}`);
  assert.equal(await page.evaluate(() => window.stolen), undefined);
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

test("a picture is dropped, its progress shown, and what it says is written beside it", async () => {
  await open({ body: paragraphs("Before", "After") });
  let go;
  desk.holdUploads = new Promise((resolve) => { go = resolve; });
  const box = await words().locator("p").first().boundingBox();
  await words().evaluate((target, [x, y]) => {
    const data = new DataTransfer();
    data.items.add(new File(["x".repeat(1000)], "bridge.jpg", { type: "image/jpeg" }));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true }));
  }, [box.x + 5, box.y + 5]);
  await page.locator(".editor-upload progress").waitFor();
  assert.equal(desk.story.body.blocks.length, 2);
  await words().locator("p").first().click();
  await page.keyboard.press("Home");
  await page.keyboard.type("Typed meanwhile. ");
  go();
  const figure = page.locator(".editor-picture");
  await figure.locator("img").waitFor();
  assert.equal(await figure.locator("img").getAttribute("src"), "/picture.svg");
  assert.equal(await figure.locator("input").first().getAttribute("placeholder"), "A bridge over the river");
  await page.locator(".editor-problems", { hasText: en.editor_check_credit }).waitFor();
  await figure.locator("input").nth(1).fill("AZERTAC");
  await figure.locator("figcaption").click();
  await page.keyboard.type("The new bridge");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Next");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Typed meanwhile. Before", "picture: The new bridge", "paragraph: Next", "paragraph: After"]);
  assert.deepEqual([desk.story.body.blocks[1].media, desk.story.body.blocks[1].credit, desk.story.body.blocks[1].alt], ["m1", "AZERTAC", undefined]);
  assert.match(desk.uploads[0], /^multipart\/form-data/);
});

test("a picture that did not get through stays where it was, and is sent again", async () => {
  await open({ body: paragraphs("Words") }, { expectFaults: true });
  await toEnd();
  desk.drop = "before";
  await paste("", "", ["photo.jpg"]);
  await page.getByText(en.editor_upload_failed).waitFor();
  desk.drop = null;
  await page.getByRole("button", { name: en.editor_try_again }).click();
  await page.locator(".editor-picture img").waitFor();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Words", "picture: "]);
});

test("pictures come from a dialog too, and where the eye rests is chosen in them", async () => {
  await open({ body: paragraphs("Words") });
  await toEnd();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button("picture").click()]);
  await chooser.setFiles([{ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") }, { name: "b.jpg", mimeType: "image/jpeg", buffer: Buffer.from("y") }]);
  await page.locator(".editor-picture img").nth(1).waitFor();
  await page.getByRole("button", { name: en.editor_focus }).first().click();
  const image = page.locator("dialog img");
  const box = await image.boundingBox();
  await image.click({ position: { x: box.width / 4, y: box.height / 2 } });
  await page.locator("dialog").getByRole("button", { name: en.editor_confirm }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.equal(desk.focus.length, 1);
  assert.ok(Math.abs(desk.focus[0].focal[0] - 0.25) < 0.02 && Math.abs(desk.focus[0].focal[1] - 0.5) < 0.02, JSON.stringify(desk.focus));
  await saved();
  assert.deepEqual(lines().slice(0, 3), ["paragraph: Words", "picture: ", "picture: "]);
});

test("a provider's address becomes an embed, pasted or asked for, and no other does", async () => {
  await open({ body: paragraphs("") });
  await words().click();
  await paste("", "https://youtu.be/dQw4w9WgXcQ");
  await page.locator(".editor-embed").waitFor();
  await button("embed").click();
  await page.locator("dialog input").fill("https://evil.example/x");
  await page.keyboard.press("Enter");
  await page.getByText(en.editor_embed_bad).waitFor();
  await page.locator("dialog input").fill("https://t.me/arna/15");
  await page.keyboard.press("Enter");
  await page.locator(".editor-embed").nth(1).waitFor();
  await saved();
  assert.deepEqual(desk.story.body.blocks.map(({ provider, item }) => [provider, item]), [["youtube", "dQw4w9WgXcQ"], ["telegram", "arna/15"]]);
});

test("counts follow the words, in the digits of the reader", async () => {
  await open({ body: paragraphs("One two three") });
  await page.locator(".editor-counts", { hasText: "Words: 3" }).waitFor();
  await toEnd();
  await page.keyboard.type(" four");
  await page.locator(".editor-counts", { hasText: "Words: 4 · Characters: 18 · Minutes to read: 1" }).waitFor();
  await saved();
});

test("a story that this editor cannot hold keeps its text field", async () => {
  desk.put({ body: { blocks: [{ id: "a", type: "poll", question: "?" }] } });
  page = await context.newPage();
  await page.goto(desk.origin);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator('textarea[name="body_html"]').isVisible(), true);
  assert.equal(await page.locator("#story-words").count(), 0);
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
      await context.close();
      context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await open({ body: FULL, language, media }, { texts: language });
      await words().locator("td").first().click();
      await page.keyboard.press("Control+f");
      await page.evaluate(axe);
      const check = async () => {
        const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
      };
      assert.deepEqual(await check(), [], `${width} ${colorScheme}`);
      await button("characters").click();
      assert.deepEqual(await check(), [], `the palette, ${width} ${colorScheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
    }
  });
}

test("everything that was saved here is read in Rust without loss", () => {
  made.push(...desk.saves.map(({ body }) => body));
  const bodies = made.filter((body) => !JSON.stringify(body).includes('"poll"'));
  assert.ok(bodies.length > 30);
  const root = new URL("../../", import.meta.url).pathname;
  const input = bodies.map((body) => `${JSON.stringify(body)}\n`).join("");
  const answers = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "story_body", "--example", "read_lines", "--", "bodies"], { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 28 });
  answers.trimEnd().split("\n").map((line) => JSON.parse(line)).forEach((answer, place) => assert.deepEqual(answer.ok ?? answer, bodies[place]));
});
