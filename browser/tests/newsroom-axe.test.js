// Every page of the newsroom, in a language of each direction, light and dark, wide and narrow, with its dialogs open:
// nothing axe can find, valid HTML, no complaint in the console, nothing wider than the screen.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { RULES, violations } from "./axe.js";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";
import { getRoutes, NO_PAGES, visits } from "./newsroom-pages.js";
import { reportParagraph } from "./reported.js";

/** Who is asked for a code at the door. */
const GUARDED = "jonas.vey@arna.example";

let newsroom, browser, pages;

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  const routes = await getRoutes();
  pages = visits(await prepared());
  pages.inside = Object.fromEntries(Object.entries(pages.inside).filter(([route]) => routes.includes(route)));
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** What the pages are about: a story being written, a public one, one that waits for a second person, a reader's letter and report. */
async function prepared() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const go = (path) => page.goto(newsroom.origin + path);
  const press = (selector) => Promise.all([page.waitForEvent("load"), page.locator(selector).first().click()]);
  await go("/en");
  await page.locator('footer a[href$="/feedback"]').click();
  const letter = page.locator("dialog[open]");
  await letter.locator("[name=name]").fill("Nigar");
  await letter.locator("[name=email]").fill("nigar@reader.example");
  await letter.locator("[name=message]").fill("The bridge opened in May.");
  await page.waitForFunction(() => document.querySelector("[name=captcha_proof]").value);
  // No reader types a letter within a second.
  await page.waitForTimeout(1_100);
  await letter.locator(".send").click();
  await letter.locator("[role=status] strong").waitFor();
  await go("/newsroom/forgotten");
  await page.locator('main [name="email"]').fill("hana.sol@arna.example");
  await press('main form[action="/newsroom/forgotten"] button');
  await signIn(page, newsroom);
  await go("/newsroom/readers");
  const reader = await page.locator(".letters a").first().getAttribute("href");
  const front = await (await fetch(`${newsroom.origin}/en`)).text();
  const released = [...new Set([...front.matchAll(/-(\d+)"/g)].map(([, number]) => number))];
  await go(`/newsroom/stories/${released[1]}/acts/kill`);
  await page.locator('main [name="reason"]').fill("The source withdrew its words.");
  await press('form[action$="/acts/kill"] button.first');
  await go("/newsroom/stories/new");
  await page.locator('main [name="headline"]').fill("Ministers meet");
  await press('main form[action="/newsroom/stories"] button.first');
  const draft = page.url().match(/stories\/(\d+)/)[1];
  await page.locator("#story-words").fill("They met on Monday.");
  await page.locator(".editor-state[data-state=saved]").waitFor();
  await press('form[action$="/hands/submit"] button');
  if (await page.locator('form[action$="/hands/approve"] button').count()) await press('form[action$="/hands/approve"] button');
  await context.close();
  await withAuthenticator(GUARDED);
  const stories = [...front.matchAll(/href="(\/en\/[^"#?]+-(\d+))"/g)].filter(([, , number]) => number !== released[1]);
  const said = await reportParagraph(browser, newsroom.origin, stories[0][1], (text) => text.replace(/^\S+/, "Ninety"));
  const report = said ? `/newsroom/reports/${said.reference}` : "/newsroom/reports";
  return { public: released[0], pending: released[1], draft, reader, report };
}

/** Gives somebody an authenticator, so that a code is asked for when they come in. */
async function withAuthenticator(email) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, { ...newsroom, email });
  await page.goto(`${newsroom.origin}/newsroom/me`);
  const form = page.locator('form[action="/newsroom/me/authenticator"]');
  await Promise.all([page.waitForEvent("load"), form.locator("button").click()]);
  const secret = await page.locator('#authenticator a[href^="otpauth:"]').getAttribute("href");
  await form.locator('[name="code"]').fill(codeOf(new URL(secret).searchParams.get("secret")));
  await Promise.all([page.waitForEvent("load"), form.locator("button").click()]);
  await context.close();
}

/** The six digits an authenticator shows now (RFC 6238). */
function codeOf(secret) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The link of the letter that was asked for, from the folder letters are left in; pictures may be made before it is sent. */
async function letter() {
  for (let tries = 0; tries < 1800; tries += 1) {
    for (const name of await readdir(join(newsroom.data, "outbox")).catch(() => [])) {
      const text = (await readFile(join(newsroom.data, "outbox", name), "utf8")).replace(/=\r?\n/g, "");
      const found = text.match(/\/newsroom\/letter\/[\w-]+/);
      if (found) return found[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no letter came");
}

test("every address that answers with a page is visited", async () => {
  const routes = await getRoutes();
  assert.ok(routes.length > 20, `the router's addresses are read: ${routes}`);
  const known = [...NO_PAGES, ...Object.keys(pages.signedOut), ...Object.keys(pages.halfIn), ...Object.keys(pages.inside)];
  assert.deepEqual(routes.filter((route) => !known.includes(route)), [], "a page that nobody looks at");
});

// Both directions and both widths; each with the other too where every combination is asked for.
const WALKS = process.env.DATELINE_AXE_ALL ? [["en", 1440], ["en", 390], ["ar", 1440], ["ar", 390]] : [["en", 1440], ["ar", 390]];

for (const [language, width] of WALKS) {
  test(`no page has a fault in ${language} at ${width} px`, async () => {
    const context = await browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, hasTouch: width < 600, bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && !isExpected(message) && complaints.push(`${page.url()}: ${message.text()}`));
    const faults = [];
    await page.goto(`${newsroom.origin}/newsroom/sign-in`);
    await page.locator('form[action="/newsroom/language"] select').selectOption(language);
    await Promise.all([page.waitForEvent("load"), page.locator('form[action="/newsroom/language"] button').click()]);
    for (const path of Object.values(pages.signedOut).flat()) faults.push(...(await look(page, path)));
    await knock(page);
    for (const path of Object.values(pages.halfIn).flat()) faults.push(...(await look(page, path)));
    await signIn(page, newsroom);
    for (const path of Object.values(pages.inside).flat()) faults.push(...(await look(page, path)));
    assert.deepEqual(faults, []);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

/** Gives a password where a code is asked for after it. */
async function knock(page) {
  await page.goto(`${newsroom.origin}/newsroom/sign-in`);
  await page.locator('input[name="email"]').fill(GUARDED);
  await page.locator('input[name="password"]').fill(newsroom.password);
  await Promise.all([page.waitForURL("**/sign-in/code*"), page.locator("form.stack button").first().click()]);
}

/** What is not there answers 404, and the browser says so. */
function isExpected(message) {
  return /status of 4\d\d/.test(message.text()) && /\/letter\/unknown|\/nothing$/.test(message.location().url);
}

/** Everything wrong with a page as it stands, with its details unfolded, in the dark, and with each dialog open. */
async function look(page, path) {
  const faults = [];
  const note = (what, found) => faults.push(...found.map((fault) => `${path} (${what}): ${fault}`));
  await page.goto(newsroom.origin + path);
  if (await page.locator("form#story").count()) await page.locator("#story-words").waitFor();
  note("light", await violations(page, { runOnly: RULES, iframes: false }));
  note("width", await tooWide(page));
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => { details.open = true; }));
  note("unfolded", await violations(page, { runOnly: RULES, iframes: false }));
  note("unfolded, width", await tooWide(page));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await violations(page, { runOnly: { type: "rule", values: ["color-contrast"] } }));
  for (const dialog of await page.locator("dialog").elementHandles()) {
    await dialog.evaluate((one) => one.showModal());
    note("dialog", await violations(page, { runOnly: RULES, iframes: false }));
    note("dialog, width", await tooWide(page));
    await dialog.evaluate((one) => one.close());
  }
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}

async function tooWide(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [`${wide} px too wide`] : [];
}

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "long-title": "off", "no-trailing-whitespace": "off", "void-style": "off", "doctype-style": "off", "no-raw-characters": "off" },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  const validate = async (path) => {
    const html = await (await context.request.get(newsroom.origin + path)).text();
    const report = await validator.validateString(html);
    const found = report.results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
    faults.push(...found.map(({ line, ruleId, message }) => `${path}:${line}: ${ruleId} ${message}`));
  };
  for (const path of Object.values(pages.signedOut).flat()) await validate(path);
  await knock(page);
  for (const path of Object.values(pages.halfIn).flat()) await validate(path);
  await signIn(page, newsroom);
  for (const path of Object.values(pages.inside).flat()) await validate(path);
  assert.deepEqual(faults, []);
  await context.close();
});

test("nor has the page a letter leads to", async () => {
  const path = await letter();
  for (const [locale, width] of [["en", 1440], ["ar", 390]]) {
    const context = await browser.newContext({ locale, viewport: { width, height: 844 }, bypassCSP: true });
    assert.deepEqual(await look(await context.newPage(), path), []);
    await context.close();
  }
});
