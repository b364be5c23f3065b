// The board as people work at it: by keys alone, live beside colleagues, with views of their own, in every direction.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

let newsroom, browser;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** Somebody of the demo at a page of their own browser; every fault of its scripts is kept. */
async function at(person, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await signIn(page, { ...newsroom, email: `${person}@arna.example` });
  await page.goto(newsroom.origin + path);
  return { page, faults, context };
}

const card = (page, headline) => page.locator(".card", { has: page.locator("h3", { hasText: headline }) });
const column = (page, key, headline) => page.locator(`[data-column="${key}"] .card`, { hasText: headline });
const focused = (page) => page.evaluate(() => document.activeElement?.closest(".card")?.querySelector("h3")?.textContent ?? "");

test("an editor claims, remarks, approves and releases without touching the mouse", async () => {
  const { page, faults, context } = await at("tomas.reyk", "/newsroom/board?desk=politics");
  await page.locator("[data-line][data-state=live]").waitFor();
  await page.keyboard.press("j");
  const first = await focused(page);
  assert.ok(first, "the first card has the focus");
  await page.keyboard.press("l");
  await page.keyboard.press("h");
  assert.equal(await focused(page), first, "there and back");
  for (let tries = 0; (await focused(page)) !== "Committee asks for list of the 300 schools to be repaired"; tries += 1) {
    assert.ok(tries < 10, "the card is reached by keys");
    await page.keyboard.press(tries < 3 ? "l" : "j");
  }
  await page.keyboard.press("c");
  await column(page, "submitted", "300 schools").locator(".holder.me").waitFor();
  await page.keyboard.press("m");
  await page.locator("dialog#do textarea").fill("@lea.morin the list comes on Friday");
  await page.keyboard.press("Control+Enter");
  await column(page, "submitted", "300 schools").locator(".remarks-count").waitFor();
  await page.locator("dialog#do").waitFor({ state: "hidden" });
  await page.keyboard.press("a");
  await column(page, "approved", "300 schools").waitFor();
  assert.match(await focused(page), /300 schools/, "the focus went along");
  await page.keyboard.press("r");
  await page.locator("dialog#do [data-confirm]").waitFor();
  await page.keyboard.press("Enter");
  await column(page, "out", "300 schools").waitFor();
  const front = await (await fetch(`${newsroom.origin}/en`)).text();
  assert.ok(front.includes("300 schools"), "readers have it");
  assert.deepEqual(faults, []);
  await context.close();
});

test("keys lie where they lie under other scripts, and mean letters in a field", async () => {
  const { page, faults, context } = await at("tomas.reyk", "/newsroom/board?desk=politics");
  const press = (key, code, shiftKey = false) => page.evaluate(
    (init) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })),
    { key, code, shiftKey },
  );
  await press("о", "KeyJ");
  const first = await focused(page);
  assert.ok(first, "Russian");
  await press("ت", "KeyJ");
  assert.notEqual(await focused(page), "", "Arabic");
  await press("л", "KeyK");
  assert.equal(await focused(page), first);
  await press(",", "Slash", true);
  await page.locator("dialog#keys[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("jkr?");
  assert.equal(await page.inputValue('input[name="q"]'), "jkr?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a colleague's change comes while focus, scroll and an open dialog stay", async () => {
  const lea = await at("lea.morin", "/newsroom/board");
  const tom = await at("tomas.reyk", "/newsroom/board?desk=politics");
  await tom.page.locator("[data-line][data-state=live]").waitFor();
  await card(tom.page, "Grain prices").locator("h3 a").focus();
  await tom.page.keyboard.press("g");
  await tom.page.locator("dialog#do[open] select[name=person]").waitFor();
  await tom.page.locator("dialog#do select[name=person]").focus();
  const target = card(lea.page, "Halden to present");
  await target.locator("h3 a").focus();
  await lea.page.keyboard.press("c");
  await card(tom.page, "Halden to present").locator(".holder").waitFor();
  assert.ok(await card(tom.page, "Halden to present").evaluate((card) => card.classList.contains("fresh")));
  assert.equal(await tom.page.evaluate(() => document.activeElement.name), "person", "the dialog keeps the focus");
  await tom.page.keyboard.press("Escape");
  assert.match(await focused(tom.page), /Grain prices/, "the focus is back where it was");
  await card(tom.page, "Halden to present").locator("h3 a").focus();
  await lea.page.keyboard.press("t");
  await card(tom.page, "Halden to present").locator(".holder").waitFor({ state: "detached" });
  assert.match(await focused(tom.page), /Halden to present/, "a card that changes keeps its focus");
  assert.deepEqual([...lea.faults, ...tom.faults], []);
  await lea.context.close();
  await tom.context.close();
});

test("a view is kept with a name and opened by its number", async () => {
  const { page, faults, context } = await at("hana.sol", "/newsroom/board?desk=");
  const all = await page.locator(".card").count();
  await page.locator(".more-filters summary").click();
  await Promise.all([page.waitForURL(/desk=politics/), page.selectOption('select[name="desk"]', "politics")]);
  await page.locator(".keep-view summary").click();
  await page.fill('.keep-view input[name="name"]', "Politics now");
  await Promise.all([page.waitForURL(/view=/), page.click(".keep-view button")]);
  const own = await page.locator(".card").count();
  assert.ok(own < all);
  await Promise.all([page.waitForURL(/desk=$/), page.keyboard.press("0")]);
  await Promise.all([page.waitForURL(/view=/), page.keyboard.press("1")]);
  assert.equal(await page.locator(".card").count(), own);
  assert.equal(await page.locator(".views [aria-current]").textContent(), "Politics now 1");
  assert.deepEqual(faults, []);
  await context.close();
});

test("without scripts a card's menu does what keys do", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, { ...newsroom, email: "hana.sol@arna.example" });
  await page.goto(`${newsroom.origin}/newsroom/board?desk=newsroom`);
  await card(page, "More visitors than expected").locator("a.more").click();
  await page.locator("form[action$='/hands/submit'] button").click();
  await page.waitForURL(/board$/);
  await page.goto(`${newsroom.origin}/newsroom/board?desk=newsroom`);
  await column(page, "submitted", "More visitors than expected").waitFor();
  await context.close();
});

for (const [person, dir] of [["tomas.reyk", "ltr"], ["aylin.karsa", "ltr"], ["layla.adil", "rtl"]]) {
  test(`boards and start pages have no fault axe can find, wide and narrow, light and dark: ${person}`, async () => {
    for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]]) {
      const { page, faults, context } = await at(person, "/newsroom/board", { viewport: { width, height: 844 }, colorScheme });
      for (const path of ["/newsroom/board", "/newsroom/board?desk=politics", "/newsroom/board/views", "/newsroom", "/newsroom/me/notifications"]) {
        await page.goto(newsroom.origin + path);
        assert.equal(await page.evaluate(() => document.documentElement.dir), dir);
        assert.deepEqual(await violations(page), [], `${path} ${width} ${colorScheme}`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${path} is too wide at ${width}`);
      }
      await page.goto(`${newsroom.origin}/newsroom/board`);
      await page.locator(".card a.more:visible").first().click();
      await page.locator("dialog#do[open]").waitFor();
      assert.deepEqual(await violations(page), [], `the menu, ${width} ${colorScheme}`);
      assert.deepEqual(faults, []);
      await context.close();
    }
  });
}
