// Letters to the newsroom: with scripts over the page, and without.

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

for (const language of ["en", "az", "ar", "zh-Hans"]) {
  test(`a letter is written over the front in ${language}, and its proof takes the place of the letters`, async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (said) => { if (said.type() === "error") faults.push(said.text()); });
    await page.goto(`${newsroom.origin}/${language}`);
    await page.locator('footer a[href$="/feedback"]').click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator("[name=name]").fill("Nigar");
    await page.waitForFunction(() => document.querySelector("[name=captcha_proof]").value);
    assert.deepEqual(await violations(page, {}), []);
    await dialog.locator("[name=email]").fill("nigar@reader.example");
    await dialog.locator("[name=message]").fill("Körpü mayda açılıb.");
    // No reader types a letter within a second.
    await page.waitForTimeout(1_100);
    await dialog.locator(".send").click();
    const reference = await dialog.locator("[role=status] strong").textContent();
    assert.match(reference, /^F-[0-9A-Z]{6}$/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test(`without scripts a wrong answer in ${language} loses nothing`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${newsroom.origin}/${language}/feedback`);
    const token = await page.locator("[name=captcha_token]").getAttribute("value");
    await page.fill("[name=name]", "Nigar");
    await page.fill("[name=email]", "nigar@reader.example");
    await page.fill("[name=message]", "“Körpü” <mayda> açılıb.");
    await page.fill("[name=captcha]", "WRONG");
    await page.waitForTimeout(1_100);
    await page.click(".send");
    await page.locator("#captcha-fault").waitFor();
    assert.equal(await page.inputValue("[name=message]"), "“Körpü” <mayda> açılıb.");
    assert.notEqual(await page.locator("[name=captcha_token]").getAttribute("value"), token);
    await page.click("[name=again]");
    assert.equal(await page.inputValue("[name=name]"), "Nigar");
    assert.equal(await page.locator(".fault").count(), 0);
    const picture = await page.request.get(newsroom.origin + (await page.locator(".letters img").getAttribute("src")));
    assert.equal(picture.headers()["content-type"], "image/png");
    await context.close();
  });
}

test("an editor answers a letter from the newsroom", async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await signIn(page, newsroom);
  await page.goto(`${newsroom.origin}/newsroom/readers`);
  assert.deepEqual(await violations(page, {}), []);
  await page.locator(".letters a").first().click();
  assert.deepEqual(await violations(page, {}), []);
  await page.locator("textarea").fill("Thank you, it did.");
  await page.locator("button.first").click();
  await page.getByText("Thank you, it did.").waitFor();
  await page.close();
});
