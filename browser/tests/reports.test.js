// A mistake reported: with Ctrl+Enter, by the button, by touch, and without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.js";
import { startBrowser, startNewsroom } from "./newsroom.js";

const LANGUAGES = ["en", "az", "ar", "zh-Hans"];
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
const MARKED = '.body > p[id^="b-"]';
const DIALOG = "dialog[open]";

let newsroom, browser;
const stories = {};

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  for (const language of LANGUAGES) {
    const front = await (await fetch(`${newsroom.origin}/${language}`)).text();
    const links = [...front.matchAll(new RegExp(`href="(/${language}/[^"]+-\\d+)"`, "g"))].map((found) => found[1]);
    stories[language] = [...new Set(links)];
  }
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** A page on a story of its own, so that nobody's report meets another's. */
async function reader(language, place, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (said) => { if (said.type() === "error" && !/status of 422/.test(said.text())) faults.push(said.text()); });
  await page.goto(newsroom.origin + stories[language][place]);
  return { context, page, faults };
}

/** Marks some characters of the first paragraph; gives back what is marked. */
function mark(page, from = 4, length = 12) {
  return page.evaluate(([selector, from, length]) => {
    const paragraph = document.querySelector(selector);
    const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let node = nodes.nextNode();
    while (node.parentElement.closest(".dateline")) node = nodes.nextNode();
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, Math.min(node.length, from + length));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return range.toString();
  }, [MARKED, from, length]);
}

async function fill(page, suggestion, inside = DIALOG) {
  await page.locator(`${inside} [name=suggestion]`).fill(suggestion);
  await page.locator(`${inside} [name=kind][value=slip]`).check();
  // No reader reports within a second.
  await page.waitForTimeout(1_100);
  await page.locator(`${inside} .send`).click();
}

for (const language of LANGUAGES) {
  test(`words marked in ${language} are reported with Ctrl+Enter, and followed`, async () => {
    const { context, page, faults } = await reader(language, 0);
    const words = await mark(page);
    await page.keyboard.press("Control+Enter");
    const dialog = page.locator(DIALOG);
    await dialog.waitFor();
    assert.equal(await dialog.locator("blockquote").textContent(), words);
    assert.equal(await dialog.locator("[name=suggestion]").inputValue(), words, "it is prefilled");
    assert.equal(await page.evaluate(() => document.activeElement.name), "suggestion");
    assert.equal(await dialog.locator("[data-blocks]").isVisible(), false);
    assert.deepEqual(await violations(page, {}), []);
    await fill(page, `${words}!`);
    const answer = dialog.locator("[role=status]");
    assert.match(await answer.locator("strong").textContent(), /^M-[0-9A-Z]{4,}$/);
    assert.deepEqual(await violations(page, {}), []);
    await answer.locator("a").first().click();
    await page.waitForURL(/\/feedback\/[\w-]{20,}$/);
    assert.deepEqual(await violations(page, {}), []);
    assert.ok((await page.locator(".facts").textContent()).includes(words.trim()));
    assert.deepEqual(faults, []);
    assert.deepEqual(await context.cookies(), [], "no cookie");
    await context.close();
  });

  test(`on a phone in ${language} a button stands clear of what is marked`, async () => {
    const { context, page, faults } = await reader(language, 1, PHONE);
    await page.locator(MARKED).first().scrollIntoViewIfNeeded();
    const words = await mark(page, 0, 9);
    const button = page.locator(".touch");
    await button.waitFor();
    const [own, marked] = [await button.boundingBox(), await page.evaluate(() => {
      const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
      return { top, bottom };
    })];
    assert.ok(own.height >= 40, `${own.height} pixels to touch`);
    // Handles hang some 40 pixels below, the menu stands up to 100 above.
    assert.ok(own.y >= marked.bottom + 40 || own.y + own.height <= marked.top - 56, JSON.stringify({ own, marked }));
    assert.ok(own.x >= 0 && own.x + own.width <= 390 && own.y >= 0 && own.y + own.height <= 800);
    await button.tap();
    const dialog = page.locator(DIALOG);
    await dialog.waitFor();
    assert.equal(await dialog.locator("blockquote").textContent(), words);
    const box = await dialog.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, "the dialog fits");
    await fill(page, `${words}?`);
    await dialog.locator("[role=status] strong").waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test(`without scripts in ${language} a paragraph is chosen, and a fault loses nothing`, async () => {
    const { context, page } = await reader(language, 2, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    await page.locator("form.report button").click();
    await page.waitForURL(/\/report/);
    await page.locator("[name=block]").nth(2).check();
    await page.fill("[name=suggestion]", "“Körpü” <mayda>");
    await page.fill("[name=email]", "nobody");
    await page.locator("[name=kind][value=fact]").check();
    // What a browser would not send is sent all the same by one that checks nothing.
    await page.locator("#report").evaluate((form) => { form.noValidate = true; });
    await page.waitForTimeout(1_100);
    await page.click(".send");
    await page.locator("#report-email-fault").waitFor();
    assert.equal(await page.inputValue("[name=suggestion]"), "“Körpü” <mayda>");
    assert.equal(await page.locator("[name=block]").nth(2).isChecked(), true);
    assert.equal(await page.locator("[name=kind][value=fact]").isChecked(), true);
    assert.equal(await page.locator("[name=captcha]").count(), 0, "no captcha before many report");
    await page.fill("[name=email]", "");
    await page.click(".send");
    assert.match(await page.locator("[role=status] strong").textContent(), /^M-[0-9A-Z]{4,}$/);
    await context.close();
  });

  test(`the report page in ${language} is without violation, on both widths`, async () => {
    for (const width of [390, 1440]) {
      const { context, page } = await reader(language, 3, { viewport: { width, height: 900 } });
      await page.goto(`${newsroom.origin}${stories[language][3]}/report`);
      assert.deepEqual(await violations(page, {}), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} pixels`);
      await context.close();
    }
  });
}

test("words are counted as the newsroom counts them, over blocks and marks and beyond the basic plane", async () => {
  const { context, page } = await reader("en", 4);
  const passages = await page.evaluate(async () => {
    const story = document.querySelector("article.story");
    const first = story.querySelector('.body > p[id^="b-"]');
    first.innerHTML = "𝔸 quick <b>brown</b><br>fox";
    const list = document.createElement("ul");
    list.id = "b-list";
    list.innerHTML = "<li>one<ul><li>two</li></ul></li><li>three</li>";
    first.after(list);
    const source = [...document.scripts].find((script) => script.src.includes("story-page")).src;
    const { report } = await import(source.replace("story-page", "report-dialog"));
    const range = document.createRange();
    range.setStart(first.querySelector("b").firstChild, 1);
    range.setEnd(list.querySelector("li li").firstChild, 2);
    await report(`${location.pathname}/report`, story, [range]);
    const id = first.id.slice(2);
    const sent = JSON.parse(document.querySelector("dialog [name=passages]").value);
    return sent.map((passage) => ({ ...passage, block: passage.block === id ? "first" : passage.block }));
  });
  assert.deepEqual(passages, [
    { block: "first", start: 9, end: 17, exact: "rown\nfox", prefix: "𝔸 quick b", suffix: "" },
    { block: "list", start: 0, end: 6, exact: "one\ntw", prefix: "", suffix: "o\nthree" },
  ]);
  await context.close();
});

test("nothing marked asks for the paragraph, a field keeps its keys, and too much is said so", async () => {
  const { context, page } = await reader("en", 5);
  await page.keyboard.press("Control+Enter");
  const dialog = page.locator(DIALOG);
  await dialog.waitFor();
  assert.equal(await dialog.locator("[data-blocks]").isVisible(), true);
  assert.equal(await page.evaluate(() => document.activeElement.name), "block");
  assert.deepEqual(await violations(page, {}), []);
  await page.keyboard.press("Control+Enter");
  assert.equal(await page.locator("dialog").count(), 1, "in a field the keys do what they always do");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog").count(), 0);
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".body")));
  await page.keyboard.press("Meta+Enter");
  await dialog.waitFor();
  assert.equal(await dialog.locator("[data-long]").isVisible(), true);
  assert.ok(await dialog.locator("[name=block]:checked").count() > 0, "what was marked is chosen");
  await context.close();
});

test("the dialog is walked by keyboard and read out: names, faults announced, focus given back", async () => {
  const { context, page } = await reader("en", 6);
  const button = page.locator("form.report button");
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator(DIALOG);
  await dialog.waitFor();
  await page.keyboard.press("Space");
  assert.equal(await dialog.locator("[name=block]").first().isChecked(), true);
  const boxes = await dialog.locator("[name=block]").count();
  const walked = [];
  for (let step = 0; step < boxes + 8; step += 1) {
    await page.keyboard.press("Tab");
    walked.push(await page.evaluate(() => document.activeElement.name || document.activeElement.className));
    if (walked.at(-1) === "button send") break;
  }
  const order = ["suggestion", "kind", "word", "email", "button send"];
  assert.deepEqual(walked.filter((name) => order.includes(name)), order);
  for (const [role, name] of [
    ["dialog", "Report a mistake"], ["textbox", "What it should say"], ["textbox", "A word to the editor"], ["textbox", "E-mail"],
    ["group", /^Where is the mistake/], ["group", /^What kind of mistake/], ["button", "Send"], ["button", "Close"],
  ]) assert.equal(await page.getByRole(role, { name, exact: typeof name === "string" }).first().isVisible(), true, `${role} ${name}`);
  await dialog.locator("[name=kind][value=fact]").check();
  await page.waitForTimeout(1_100);
  await page.locator(`${DIALOG} .send`).focus();
  await page.keyboard.press("Enter");
  await dialog.locator("#report-suggestion-fault").waitFor();
  const said = "Please say what it should say, or write a word to the editor.";
  await page.waitForFunction((said) => document.querySelector("dialog [aria-live=assertive]").textContent === said, said);
  assert.equal(await page.evaluate(() => document.activeElement.id), "report-suggestion", "focus stands at the fault");
  const tree = await page.locator(DIALOG).ariaSnapshot();
  assert.match(tree, /textbox "What it should say"/);
  assert.equal(await dialog.locator("#report-suggestion").getAttribute("aria-invalid"), "true");
  assert.equal(await dialog.locator("[name=block]").first().isChecked(), true, "nothing is lost");
  assert.deepEqual(await violations(page, {}), []);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), await button.textContent());
  await context.close();
});

test("what is copied with its link is there as HTML and as text", async () => {
  const { context, page, faults } = await reader("en", 0);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const words = await mark(page, 0, 20);
  await page.locator("[data-copy]").click();
  await page.waitForFunction(() => document.querySelector("[data-copy]").textContent === document.querySelector("[data-copy]").dataset.copied);
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (kind) => (await item.getType(kind)).text();
    return { html: await read("text/html"), text: await read("text/plain") };
  });
  const headline = await page.locator("h1").textContent();
  const address = await page.locator(".attribution a").getAttribute("href");
  const agency = await page.locator("[data-copy]").getAttribute("data-agency");
  assert.equal(copied.text, `${words.trim()}\n\n${headline} — ${agency}\n${address}\n`);
  for (const part of [words.trim(), headline, agency, `href="${address}"`, "<blockquote"]) assert.ok(copied.html.includes(part), `${part} in ${copied.html}`);
  // What readers copy themselves is left alone.
  await mark(page, 0, 10);
  await page.keyboard.press("Control+C");
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).includes(address), false);
  assert.deepEqual(faults, []);
  await context.close();
});
