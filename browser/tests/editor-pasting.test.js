// The newsroom's editor in real Chromium: what comes from elsewhere, words and pictures.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { button, desk, en, lines, open, page, paragraphs, paste, provenInRust, saved, toEnd, words } from "./editor-hands.js";

const fixture = (name) => readFile(new URL(`../../fixtures/clipboard/${name}`, import.meta.url), "utf8");

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
  assert.equal(await figure.locator("input").first().inputValue(), "A bridge over the river", "what the file says of itself");
  assert.equal(await figure.locator("figcaption").textContent(), "The bridge");
  const fill = figure.locator("button", { hasText: en.editor_fill_in });
  assert.equal(await fill.isVisible(), false, "nothing is left to fill");
  await page.locator(".editor-problems", { hasText: en.editor_check_credit }).waitFor();
  await figure.locator("input").nth(1).fill("AZERTAC");
  await figure.locator("figcaption").click({ clickCount: 3 });
  await page.keyboard.type("The new bridge");
  await figure.locator("input").first().fill("");
  await fill.click();
  assert.equal(await figure.locator("input").first().inputValue(), "A bridge over the river");
  assert.equal(await figure.locator("input").nth(1).inputValue(), "AZERTAC", "what was typed stays");
  assert.equal(await figure.locator("figcaption").textContent(), "The new bridge");
  await figure.locator("figcaption").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Next");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Typed meanwhile. Before", "picture: The new bridge", "paragraph: Next", "paragraph: After"]);
  assert.deepEqual([desk.story.body.blocks[1].media, desk.story.body.blocks[1].credit, desk.story.body.blocks[1].alt], ["m1", "AZERTAC", "A bridge over the river"]);
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
  assert.deepEqual(lines(), ["paragraph: Words", "picture: The bridge"]);
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
  assert.deepEqual(lines().slice(0, 3), ["paragraph: Words", "picture: The bridge", "picture: The bridge"]);
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

provenInRust();
