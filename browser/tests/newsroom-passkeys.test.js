// Passkeys in real Chromium with a virtual device: made, used to sign in and as the second step, removed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn, startBrowser, startNewsroom } from "./newsroom.js";

let newsroom, browser, context, page;

before(async () => {
  newsroom = await startNewsroom();
  // Passkeys want a name for an address.
  newsroom.named = newsroom.origin.replace("127.0.0.1", "localhost");
  browser = await startBrowser();
  context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

const signOut = async () => {
  await context.clearCookies();
  await page.goto(`${newsroom.named}/newsroom/sign-in`);
};

test("an address that is a number offers no passkeys and says why", async () => {
  await page.goto(`${newsroom.origin}/newsroom/sign-in`);
  assert.equal(await page.locator("[data-passkey]").count(), 0);
  assert.match(await page.locator("main").innerText(), /here it is a number/);
});

test("a passkey is made, signs its person in, and is removed", async () => {
  await signIn(page, { ...newsroom, origin: newsroom.named });
  await page.goto(`${newsroom.named}/newsroom/me`);
  const form = page.locator("form[data-passkey=make]");
  await form.locator("input[name=name]").fill("Telephone");
  await form.locator("input[name=password]").fill("not the password");
  await form.locator("button").click();
  await form.locator("[role=alert]").waitFor();
  await form.locator("input[name=password]").fill(newsroom.password);
  await form.locator("button").click();
  await page.waitForURL(/said=done/);
  assert.match(await page.locator("#passkeys").innerText(), /Telephone[\s\S]*Never used/);

  await signOut();
  await page.locator("[data-passkey=use] button").click();
  await page.waitForURL(`${newsroom.named}/newsroom`);
  await page.goto(`${newsroom.named}/newsroom/me`);
  assert.match(await page.locator("#passkeys").innerText(), /Last used/);

  await page.locator("#passkeys .kept button").click();
  await page.waitForURL(/said=done/);
  assert.equal(await page.locator("#passkeys .kept").count(), 0);
  await signOut();
  await page.locator("[data-passkey=use] button").click();
  await page.locator("[data-passkey=use] [role=alert]").waitFor();
  assert.match(page.url(), /sign-in/);
});

test("where nobody asks for scripts there is a password", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const signing = await plain.newPage();
  await signing.goto(`${newsroom.named}/newsroom/sign-in`);
  assert.equal(await signing.locator("[data-passkey]").isVisible(), false);
  await signIn(signing, { ...newsroom, origin: newsroom.named });
  await signing.goto(`${newsroom.named}/newsroom/me`);
  assert.match(await signing.locator("#passkeys noscript").textContent(), /cannot use passkeys/);
  await plain.close();
});
