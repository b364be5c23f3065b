// A reader's report on its whole way: said without scripts, seen in the inbox, put right with one key, and then on the
// story, the corrections page, in the history, the feed and on the reader's own status page, in four scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";
import { reportParagraph } from "./reported.js";

/** What the words are changed to: a word of the edition's own script. */
const RIGHT = { en: "Ninety", az: "Doxsan", ar: "تسعون", "zh-Hans": "九十" };

let newsroom, browser, desk;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  desk = await (await browser.newContext({ locale: "en" })).newPage();
  await signIn(desk, newsroom);
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

const read = async (path) => (await fetch(newsroom.origin + path)).text();

/** The newest stories of an edition that can be reported. */
async function storiesOf(edition) {
  const front = await read(`/${edition}`);
  return [...new Set([...front.matchAll(/href="(\/[^"#?]+-\d+)"/g)].map((match) => decodeURI(match[1])))];
}

/** Another first word in a paragraph; in Chinese, other first characters. */
const reworded = (edition) => (text) =>
  edition === "zh-Hans" ? `${RIGHT[edition]}${text.slice(2)}` : text.replace(/^\S+/, RIGHT[edition]);

async function reported(edition) {
  for (const story of await storiesOf(edition)) {
    try {
      const said = await reportParagraph(browser, newsroom.origin, story, reworded(edition));
      return said && { ...said, story };
    } catch (error) {
      if (!/can be changed/.test(error.message)) throw error;
    }
  }
  throw new Error(`no story of ${edition} can be reported`);
}

for (const edition of ["en", "az", "ar", "zh-Hans"]) {
  test(`a mistake reported in ${edition} is put right everywhere with one key`, async (t) => {
    const said = await reported(edition);
    if (!said) return t.skip("readers cannot report here");
    await desk.goto(`${newsroom.origin}/newsroom/reports?language=`);
    const entry = desk.locator(`[data-reports] a[href$="/${said.reference}"]`);
    await desk.keyboard.press("j");
    await entry.focus();
    await Promise.all([desk.waitForURL(`**/reports/${said.reference}`), desk.keyboard.press("o")]);
    assert.ok((await desk.locator(".difference mark").count()) > 0, "the words are marked in their paragraph");
    assert.match(await desk.locator("#r-words-0").inputValue(), new RegExp(RIGHT[edition]));
    assert.notEqual(await desk.locator("#r-public_note").inputValue(), "", "the note is drafted");
    const note = await desk.locator("#r-public_note").inputValue();
    const began = performance.now();
    const answered = desk.waitForURL("**said=applied");
    await desk.keyboard.press("a");
    let elapsed;
    for (;;) {
      if ((await read(said.story)).includes(RIGHT[edition])) {
        elapsed = performance.now() - began;
        break;
      }
      assert.ok(performance.now() - began < 20_000, "the story page never changed");
    }
    t.diagnostic(`${edition}: ${Math.round(elapsed)} ms from Apply to the public page`);
    await answered;
    const line = note.split("\n")[0].slice(0, 12);
    assert.ok((await read(said.story)).includes('"correction"'), "JSON-LD names the correction");
    const public_ = await (await browser.newContext()).newPage();
    for (const path of [said.story, `/${edition}/corrections`, `${said.story}/history`]) {
      await public_.goto(newsroom.origin + path);
      assert.ok((await public_.locator("main").innerText()).includes(line), `${path} says ${line}`);
    }
    const number = said.story.match(/-(\d+)$/)[1];
    assert.ok((await read(`/${edition}/feed.json`)).includes(`-${number}`), "the feed has it");
    await public_.goto(newsroom.origin + said.status);
    const told = await public_.locator("main").innerText();
    assert.ok(told.includes(said.reference) && told.includes(RIGHT[edition]), told);
    await public_.context().close();
  });
}
