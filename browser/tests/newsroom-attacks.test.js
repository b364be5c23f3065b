// Scripts in every field of every form, in real Chromium: none runs, none becomes an element, on any page of the
// newsroom or of the public. And no page of ours lets itself be framed by another.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

const SCRIPT = `'"><script>owned()</script><img src=x data-owned onerror=owned()><a href="javascript:owned()">x</a>`;
const PAGES = [
  "", "/board", "/notices", "/me", "/media", "/people", "/roles", "/desks", "/audit", "/stories/new", "/settings", "/readers",
];
/** Forms that would end the walk. */
const LEFT_ALONE = /sign-out|sessions\/end|me\/password|newsroom\/language|authenticator|passkeys/;
let newsroom, browser, context;
const owned = [];

before(async () => {
  newsroom = await startNewsroom();
  browser = await startBrowser();
  context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  await context.exposeFunction("owned", () => owned.push("called"));
  context.on("dialog", (dialog) => { owned.push(dialog.message()); dialog.dismiss(); });
  const page = await context.newPage();
  await signIn(page, newsroom);
  await page.close();
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** Opens a page and says what of the script became part of it. */
async function look(page, address) {
  const answer = await page.goto(newsroom.origin + address, { waitUntil: "domcontentloaded" });
  const kind = (await answer.headerValue("content-type")) ?? "";
  if (!kind.includes("html")) return answer.status();
  const alien = await page.evaluate(() =>
    [...document.querySelectorAll("[data-owned], a[href^='javascript:' i], script:not([src]):not([type])")]
      .filter((element) => element.outerHTML.includes("owned")).map((element) => element.outerHTML));
  assert.deepEqual(alien, [], address);
  return answer.status();
}

/** Sends every form of a page with the script in each field somebody types into. */
async function sendForms(page, address) {
  await page.goto(newsroom.origin + address, { waitUntil: "domcontentloaded" });
  return page.evaluate(async ({ script, leftAlone }) => {
    let sent = 0;
    for (const form of document.querySelectorAll("form[method=post i]")) {
      if (new RegExp(leftAlone).test(form.action) || form.querySelector("[type=file]")) continue;
      const fields = new URLSearchParams();
      for (const field of form.elements) {
        if (!field.name || (/^(checkbox|radio)$/.test(field.type) && !field.checked)) continue;
        const typed = field.tagName === "TEXTAREA" || /^(text|search)$/.test(field.type);
        fields.append(field.name, typed ? script : field.value);
      }
      const answer = await fetch(form.action, { method: "POST", body: fields });
      if (answer.status >= 500) throw new Error(`${form.action}: ${answer.status}`);
      sent += 1;
    }
    return sent;
  }, { script: SCRIPT, leftAlone: LEFT_ALONE.source });
}

test("no field of any form brings a script into any page", async () => {
  const page = await context.newPage();
  await page.goto(`${newsroom.origin}/newsroom/stories/new`);
  await page.fill('main [name="headline"]', `Harbour ${SCRIPT}`);
  await page.click("main form.stack button.first");
  await page.waitForURL(/\/stories\/\d+/);
  const story = new URL(page.url()).pathname;
  const pages = [...PAGES.map((path) => `/newsroom${path}`), story, `${story}/revisions`, `${story}/acts/release`];
  let sent = 0;
  for (const address of pages) sent += await sendForms(page, address);
  assert.ok(sent > 10, `the walk found the forms: ${sent}`);
  const coded = encodeURIComponent(SCRIPT);
  for (const address of pages) {
    assert.ok((await look(page, address)) < 500, address);
    assert.ok((await look(page, `${address}?q=${coded}&said=${coded}&next=${coded}&subject=${coded}&desk=${coded}`)) < 500, address);
  }
  const editions = await page.evaluate(async () => (await fetch("/sitemap.xml")).text());
  assert.ok(!editions.includes("<script"));
  for (const address of ["/en", "/az", "/ar", "/en/corrections", `/en/search?q=${coded}`, "/en/feed.xml", "/en/atom.xml", "/en/feed.json", "/en/feedback", `/en/nothing-${coded}`]) {
    assert.ok((await look(page, address)) < 500, address);
  }
  const front = await page.goto(`${newsroom.origin}/en`).then(() => page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href"))));
  for (const address of front.filter((href) => /-\d+$/.test(href ?? "")).slice(0, 8)) await look(page, address);
  assert.deepEqual(owned, []);
  await page.close();
});

test("no page of the newsroom is framed by another site, and no form of theirs changes anything", async () => {
  const evil = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(`<iframe src="${newsroom.origin}/newsroom/people" width=800 height=600></iframe>
      <form method="post" action="${newsroom.origin}/newsroom/people"><input name="email" value="spy@evil.example"><input name="role" value="administrator"><button>Win</button></form>`);
  });
  await new Promise((ready) => evil.listen(0, "127.0.0.1", ready));
  // Another name for the same machine is another site, whose forms the browser marks so.
  const page = await context.newPage();
  await page.goto(`http://localhost:${evil.address().port}/`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  assert.ok(!(await frame.content()).includes("name=\"email\""), "the frame stays empty");
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), page.click("button")]);
  assert.ok([303, 403].includes(answer.status()), `${answer.status()}`);
  const people = await context.newPage();
  await people.goto(`${newsroom.origin}/newsroom/people`);
  assert.ok(!(await people.content()).includes("spy@evil.example"));
  evil.close();
  await page.close();
});
