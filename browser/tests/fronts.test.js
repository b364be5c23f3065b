// A front arranged by its editors, the order in which keys reach what is on a page, and what paper shows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pagesOf, runProgram, startBrowser, startNewsroom } from "./newsroom.js";

let newsroom, browser, token;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  token = (await runProgram(["token", "create", "--name", "fronts", "--scope", "admin", "--data", newsroom.data])).trim();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

async function open(path, options = {}) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(newsroom.origin + path);
  return page;
}

async function call(method, path, body, headers = {}) {
  const answer = await fetch(`${newsroom.origin}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, etag: answer.headers.get("etag"), body: await answer.json() };
}

for (const edition of ["en", "ar"]) {
  test(`what the editors of ${edition} pin stands at the head of its front, and what is held leaves it`, async () => {
    const feed = await (await fetch(`${newsroom.origin}/${edition}/feed.json`)).json();
    const numbers = feed.items.slice(-3).map((item) => Number(item.url.match(/-(\d+)$/)[1]));
    const found = await call("GET", `/fronts/${edition}`);
    const wanted = { lead: { number: numbers[0] }, pinned: numbers.slice(1).map((number) => ({ number })) };
    const put = await call("PUT", `/fronts/${edition}`, wanted, { "if-match": found.etag });
    assert.equal(put.status, 200, JSON.stringify(put.body));
    const page = await open(`/${edition}`, { viewport: { width: 1440, height: 900 } });
    const heads = () => page.locator(".front-lead h2 a, .tops h2 a").evaluateAll((links) =>
      links.map((link) => Number(link.getAttribute("href").match(/-(\d+)$/)[1])));
    assert.deepEqual((await heads()).slice(0, 3), numbers);
    // The lead's words stand over its picture, and the day's list at the far side.
    const place = (selector) => page.locator(selector).first().boundingBox();
    const [head, wire] = [await place(".front-lead h2"), await place(".front-wire")];
    assert.ok(edition === "ar" ? wire.x < head.x : wire.x > head.x, "the day's list stands at the end of the line");
    const held = await call("POST", `/stories/${numbers[0]}/hold`, { editor_note: "We check", languages: "this" });
    assert.equal(held.status, 200, JSON.stringify(held.body));
    await page.reload();
    assert.deepEqual((await heads()).slice(1, 3), numbers.slice(1));
    assert.ok(!(await page.content()).includes(`-${numbers[0]}"`), "no link to what is held");
    await page.context().close();
  });
}

test("keys reach the page in the order in which it is read", async () => {
  const page = await open("/en", { viewport: { width: 1440, height: 900 } });
  const places = [];
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press("Tab");
    const part = await page.evaluate(() => {
      const parts = [".skip", ".wordmark", ".langs", ".desks-nav", ".breaking", ".front-lead", ".tops", ".front-wire"];
      return parts.findIndex((selector) => document.activeElement.closest(selector));
    });
    places.push(part);
  }
  const reached = places.filter((part) => part >= 0);
  assert.deepEqual(reached, [...reached].sort((a, b) => a - b));
  assert.ok(new Set(reached).size >= 6, `reached: ${reached}`);
  await page.context().close();
});

test("paper shows the story and where it is from, and nothing to press", async () => {
  const { story } = await pagesOf(newsroom.origin, "en");
  const page = await open(story);
  await page.emulateMedia({ media: "print" });
  for (const selector of ["h1", ".body", ".attribution a", ".when time", ".foot"]) {
    assert.ok(await page.locator(selector).first().isVisible(), `${selector} is on paper`);
  }
  for (const selector of [".langs", ".desks-nav", ".tools", ".report", ".side", ".foot ul"]) {
    assert.ok(!(await page.locator(selector).first().isVisible()), `${selector} is not on paper`);
  }
  const address = await page.locator(".attribution a").evaluate((link) => getComputedStyle(link, "::after").content);
  assert.ok(address.includes("http"), "the address is written out");
  await page.context().close();
});
