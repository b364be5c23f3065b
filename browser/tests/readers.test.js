// What readers meet: every kind of page, in four editions, on every width, light and dark, with and without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { violations } from "./axe.js";
import { pagesOf, startBrowser, startNewsroom } from "./newsroom.js";

const EDITIONS = ["en", "az", "ar", "zh-Hans"];

let newsroom, browser, pages;

before(async () => {
  newsroom = await startNewsroom();
  // After the newsroom: a browser whose newsroom is missing would never be closed.
  browser = await startBrowser();
  pages = {};
  for (const edition of EDITIONS) pages[edition] = await pagesOf(newsroom.origin, edition);
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

async function open(path, options = {}) {
  const context = await browser.newContext({ bypassCSP: options.bypassCSP ?? false, ...options });
  const page = await context.newPage();
  await page.goto(newsroom.origin + path);
  return page;
}

for (const edition of EDITIONS) {
  test(`every kind of page of ${edition} is there and has no fault axe can find`, async () => {
    for (const [kind, path] of Object.entries(pages[edition])) {
      assert.ok(path, `${edition} has no ${kind}`);
      for (const colorScheme of ["light", "dark"]) {
        const page = await open(path, { bypassCSP: true, colorScheme });
        assert.deepEqual(await violations(page), [], `${path} (${kind}, ${colorScheme})`);
        await page.context().close();
      }
    }
  });

  test(`every kind of page of ${edition} is valid HTML`, async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: { "long-title": "off", "no-trailing-whitespace": "off", "void-style": "off", "doctype-style": "off", "no-raw-characters": "off" },
    });
    for (const [kind, path] of Object.entries(pages[edition])) {
      const html = await (await fetch(newsroom.origin + path)).text();
      const report = await validator.validateString(html);
      const faults = report.results.flatMap((result) =>
        result.messages.filter((message) => message.severity === 2).map((m) => `${m.line}: ${m.ruleId} ${m.message}`));
      assert.deepEqual(faults, [], `${path} (${kind})`);
    }
  });

  test(`no page of ${edition} is wider than a small telephone`, async () => {
    for (const [kind, path] of Object.entries(pages[edition])) {
      const page = await open(path, { viewport: { width: 320, height: 640 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} (${kind}) is ${wide} px wide`);
      await page.context().close();
    }
  });
}

test("a story page has every part of the agency page it began with", async () => {
  const page = await open(pages.en.story, { javaScriptEnabled: false });
  assert.equal(await page.locator("h1").count(), 1);
  const crumbs = page.locator('nav[aria-label="Breadcrumb"] a');
  assert.ok((await crumbs.count()) >= 2);
  const time = page.locator("article time[datetime]").first();
  assert.match(await time.getAttribute("datetime"), /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d$/);
  const text = await page.locator("body").innerText();
  for (const part of ["FEEDBACK", "ctrl + enter", "must include a hyperlink to the source", "More from this section"]) {
    assert.ok(text.toLowerCase().includes(part.toLowerCase()), part);
  }
  const headline = await page.locator("h1").innerText();
  const attribution = page.locator(".attribution a");
  assert.ok((await attribution.innerText()).includes(headline));
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  assert.equal(await attribution.getAttribute("href"), canonical);
  const others = await page.locator('section:has(h2:text("More from this section")) li a').allInnerTexts();
  assert.ok(others.length > 0 && !others.includes(headline));
  await page.context().close();
});

test("the language switch keeps the story, and every translation points back", async () => {
  const page = await open(pages.en.front);
  const stories = await page.locator('main a[href*="-"]').evaluateAll((links) =>
    [...new Set(links.map((link) => link.getAttribute("href")))].filter((href) => /-\d+$/.test(href)));
  let found = 0;
  for (const story of stories.slice(0, 8)) {
    await page.goto(newsroom.origin + story);
    const here = new URL(page.url()).pathname;
    const alternates = await page.locator('link[rel="alternate"][hreflang]').evaluateAll((links) =>
      links.map((link) => [link.hreflang, new URL(link.href).pathname]));
    const arabic = alternates.find(([language]) => language === "ar");
    if (!arabic) continue;
    found += 1;
    assert.ok(alternates.some(([language]) => language === "x-default"), story);
    await page.goto(newsroom.origin + arabic[1]);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    const back = await page.locator('link[rel="alternate"][hreflang="en"]').getAttribute("href");
    assert.equal(new URL(back).pathname, here);
  }
  assert.ok(found > 0, "no story of the front has translations");
  await page.context().close();
});

test("reading a story asks nobody else for anything", async () => {
  const page = await (await browser.newContext()).newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request));
  const response = await page.goto(newsroom.origin + pages.en.story);
  await page.waitForLoadState("networkidle");
  const foreign = asked.filter((request) => !request.url().startsWith(newsroom.origin));
  assert.deepEqual(foreign.map((request) => request.url()), []);
  const needed = asked.filter((request) => ["document", "stylesheet", "font"].includes(request.resourceType()));
  assert.equal(needed.length, 1, "one request is enough to read");
  assert.match(response.headers()["content-security-policy"], /default-src 'none'/);
  assert.equal((await page.context().cookies()).length, 0);
  await page.context().close();
});

test("the first key leads to the text, and focus can be seen", async () => {
  const page = await open(pages.en.story);
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  assert.match((await focused.getAttribute("href")) ?? "", /^#/);
  const outline = await focused.evaluate((link) => getComputedStyle(link).outlineStyle);
  assert.notEqual(outline, "none");
  await page.context().close();
});
