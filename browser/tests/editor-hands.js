// What the tests of the editor share: real Chromium on a page that holds nothing but a story's form, and hands that type.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { paragraphs, startEditorPage, textsOf } from "./editor-page.js";
import { startBrowser } from "./newsroom.js";

export { paragraphs };
export const en = await textsOf("en");
export let desk, browser, context, page;
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

/** Looks at the page in another way. */
export async function lookThrough(options) {
  await context.close();
  context = await browser.newContext(options);
}

/** A page of the context, without the editor having to be there. */
export async function bare() {
  page = await context.newPage();
  await page.goto(desk.origin);
  await page.waitForLoadState("networkidle");
}

/** Opens the page; what the story says is `story`. */
export async function open(story, { texts = "en", expectFaults = false } = {}) {
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
export function isOfPasted(message) {
  return /^(Applying inline style|Executing inline event handler|Loading the (stylesheet|image|script)) .*violates/.test(message.text());
}

export const words = () => page.locator("#story-words");
export const state = (name) => page.locator(`.editor-state[data-state=${name}]`).waitFor({ timeout: 10_000 });
export const button = (name) => page.locator(`[data-command=${name}]`);
export const lines = (body = desk.story.body) => body.blocks.map((block) => `${block.type}: ${(block.content ?? block.caption ?? []).map((run) => run.text).join("")}`);

/** Puts the cursor at the end of the text. */
export async function toEnd() {
  await words().click();
  await page.keyboard.press("Control+End");
}

/** Until the server has everything. */
export async function saved() {
  await state("saved");
}

/** Ends the page's process, without a word to it. */
export async function crash() {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
}

/** Pastes as a program would put it on the clipboard. */
export async function paste(html, text = "", files = []) {
  await words().evaluate((target, [html, text, files]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (text) data.setData("text/plain", text);
    files.forEach((name) => data.items.add(new File(["x"], name, { type: "image/jpeg" })));
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, text, files]);
}

/** The last test of a file: whatever its tests had the editor save. */
export function provenInRust() {
  test("everything that was saved here is read in Rust without loss", () => {
    made.push(...desk.saves.map(({ body }) => body));
    const bodies = made.filter((body) => !JSON.stringify(body).includes('"poll"'));
    assert.ok(bodies.length > 8);
    const root = new URL("../../", import.meta.url).pathname;
    const input = bodies.map((body) => `${JSON.stringify(body)}\n`).join("");
    const answers = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "story_body", "--example", "read_lines", "--", "bodies"], { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 28 });
    answers.trimEnd().split("\n").map((line) => JSON.parse(line)).forEach((answer, place) => assert.deepEqual(answer.ok ?? answer, bodies[place]));
  });
}
