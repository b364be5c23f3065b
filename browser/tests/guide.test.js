// What docs/newsroom.md says is what the pages have: its scenes are played, and everything it names is found on them.

import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { after, before, test } from "node:test";
import { playScenes } from "../guide/play.js";
import { SCENES } from "../guide/scenes.js";
import { startBrowser, startNewsroom } from "./newsroom.js";

const DOCS = new URL("../../docs/", import.meta.url);
/** A picture of a page is worth so many bytes. */
const MOST_BYTES = 300_000;

const guide = await readFile(new URL("newsroom.md", DOCS), "utf8");
let newsroom, browser;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

test("every name and key in the guide is on the pages it tells of", async () => {
  const seen = [];
  const keys = new Set();
  await playScenes(browser, newsroom, async (scene, page) => {
    seen.push(await page.evaluate(() => {
      const body = document.body.cloneNode(true);
      body.querySelectorAll("script, style").forEach((unread) => unread.remove());
      const named = [...body.querySelectorAll("[aria-label], [title], [placeholder]")];
      return [body.textContent, ...named.flatMap((one) => [one.ariaLabel, one.title, one.placeholder])].join("\n");
    }));
    for (const key of await page.locator("kbd").allTextContents()) keys.add(key.trim());
  });
  const all = seen.join("\n").replace(/\s+/g, " ").toLowerCase();
  const names = new Set([...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name.replace(/\s+/g, " ")));
  names.delete("bold");
  assert.ok(names.size > 30, "the guide names what it tells of");
  assert.deepEqual([...names].filter((name) => !all.includes(name.toLowerCase())), [], "named, and on no page");
  const told = new Set([...guide.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key]) => key));
  told.delete("this");
  assert.deepEqual([...told].filter((key) => !keys.has(key)), [], "told of, and no key");
});

test("the guide's pictures are those its scenes take, and small", async () => {
  const shown = [...guide.matchAll(/\]\(images\/newsroom\/([\w-]+)\.png\)/g)].map(([, name]) => name).sort();
  assert.deepEqual(shown, SCENES.filter(({ part }) => part).map(({ name }) => name).sort());
  const files = await readdir(new URL("images/newsroom/", DOCS));
  assert.deepEqual(files.sort(), shown.map((name) => `${name}.png`));
  for (const file of files) {
    const { size } = await stat(new URL(`images/newsroom/${file}`, DOCS));
    assert.ok(size > 1000 && size <= MOST_BYTES, `${file} has ${size} bytes`);
  }
});
