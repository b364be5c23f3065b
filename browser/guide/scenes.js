// The scenes of docs/newsroom.md: each leads a page of the demo newsroom to what the guide describes. `part` is what its
// picture shows; a scene without one is only read.

import { png } from "../tests/picture.js";

const go = (page, newsroom, path) => page.goto(newsroom.origin + path);

/** A story of the demo by its headline, on the board. */
async function numberOf(page, newsroom, headline) {
  await go(page, newsroom, "/newsroom/board?desk=");
  const card = page.locator(".card", { hasText: headline }).first();
  return (await card.getAttribute("data-href")).match(/(\d+)$/)[1];
}

async function publicNumber(newsroom, place = 0) {
  const front = await (await fetch(`${newsroom.origin}/en`)).text();
  return [...new Set([...front.matchAll(/-(\d+)"/g)].map(([, number]) => number))][place];
}

/** What is played, in this order; `who` is the first part of an address, or nobody. */
export const SCENES = [
  { name: "sign-in", who: null, part: "main", play: (page, newsroom) => go(page, newsroom, "/newsroom/sign-in") },
  { name: "start", who: "tomas.reyk", part: "page", play: (page, newsroom) => go(page, newsroom, "/newsroom") },
  {
    name: "account",
    who: "tomas.reyk",
    play: async (page, newsroom) => {
      await go(page, newsroom, "/newsroom");
      await page.locator(".mine summary").click();
    },
  },
  {
    name: "board",
    who: "tomas.reyk",
    part: "page",
    play: async (page, newsroom) => {
      await go(page, newsroom, "/newsroom/board?desk=");
      await page.keyboard.press("j");
    },
  },
  {
    name: "keys",
    who: "tomas.reyk",
    part: "dialog[open]",
    play: async (page, newsroom) => {
      await go(page, newsroom, "/newsroom/board?desk=");
      await page.keyboard.press("?");
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "card",
    who: "petra.moss",
    play: async (page, newsroom) => {
      const number = await numberOf(page, newsroom, "Mayor Lund promises");
      await go(page, newsroom, `/newsroom/board/stories/${number}`);
    },
  },
  { name: "narrowed", who: "petra.moss", play: (page, newsroom) => go(page, newsroom, "/newsroom/board?language=en") },
  {
    name: "story",
    who: "lea.morin",
    part: "page",
    play: async (page, newsroom) => {
      await go(page, newsroom, `/newsroom/stories/${await numberOf(page, newsroom, "Government opens talks")}`);
      await page.locator("#story-words p").last().click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" Talks begin next week.");
      await page.locator(".editor-state[data-state=saved]:not(:empty)").waitFor();
    },
  },
  {
    name: "picture",
    who: "hana.sol",
    play: async (page, newsroom) => {
      const number = await numberOf(page, newsroom, "Orlan valley");
      await go(page, newsroom, `/newsroom/stories/${number}`);
      await page.locator("#story-words p").last().click();
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("[data-command=picture]").click()]);
      await chooser.setFiles([{ name: "springs.png", mimeType: "image/png", buffer: png(900, 600) }]);
      await page.locator(".editor-picture img").waitFor();
      await page.locator(".editor-picture").click();
    },
  },
  {
    name: "revisions",
    who: "hana.sol",
    play: async (page, newsroom) => go(page, newsroom, `/newsroom/stories/${await numberOf(page, newsroom, "Deloy stays")}/revisions`),
  },
  {
    name: "asked",
    who: "tomas.reyk",
    play: async (page, newsroom) => {
      const number = await numberOf(page, newsroom, "Government opens talks");
      await go(page, newsroom, `/newsroom/stories/${number}`);
      await page.locator("#story-words").waitFor();
    },
  },
  {
    name: "release",
    who: "tomas.reyk",
    part: "page",
    play: async (page, newsroom) => {
      await go(page, newsroom, `/newsroom/stories/${await numberOf(page, newsroom, "Mayor Lund promises")}/acts/release`);
      await page.locator("main iframe").first().scrollIntoViewIfNeeded();
      await page.frameLocator("main iframe").first().locator("h1").waitFor();
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  { name: "acts", who: "petra.moss", play: async (page, newsroom) => go(page, newsroom, `/newsroom/stories/${await publicNumber(newsroom)}`) },
  {
    name: "correction",
    who: "petra.moss",
    part: "page",
    play: async (page, newsroom) => {
      const number = await publicNumber(newsroom);
      await go(page, newsroom, `/newsroom/stories/${number}`);
      await page.locator('[name="headline"]').fill(`${await page.locator('[name="headline"]').inputValue()} today`);
      await page.locator(".editor-state[data-state=saved]:not(:empty)").waitFor();
      await go(page, newsroom, `/newsroom/stories/${number}/acts/correction`);
    },
  },
  { name: "reports", who: "petra.moss", play: (page, newsroom) => go(page, newsroom, "/newsroom/reports") },
  {
    name: "hold",
    who: "petra.moss",
    play: async (page, newsroom) => {
      const number = await publicNumber(newsroom, 2);
      await go(page, newsroom, `/newsroom/stories/${number}/acts/hold`);
      await page.locator('main [name="editor_note"], main [name="reason"]').first().fill("We check the figures.");
      await Promise.all([page.waitForEvent("load"), page.locator('form[action$="/acts/hold"] button.first').click()]);
    },
  },
  {
    name: "asked-to-confirm",
    who: "petra.moss",
    play: async (page, newsroom) => {
      newsroom.killed = await publicNumber(newsroom, 3);
      await go(page, newsroom, `/newsroom/stories/${newsroom.killed}/acts/kill`);
      await page.locator('main [name="reason"]').fill("The source has withdrawn its words.");
      await Promise.all([page.waitForEvent("load"), page.locator('form[action$="/acts/kill"] button.first').click()]);
    },
  },
  { name: "second", who: "viktor.ahn", play: (page, newsroom) => go(page, newsroom, `/newsroom/stories/${newsroom.killed}`) },
  {
    name: "confirm",
    who: "viktor.ahn",
    width: 390,
    part: "page",
    play: (page, newsroom) => go(page, newsroom, `/newsroom/stories/${newsroom.killed}/confirm`),
  },
];
