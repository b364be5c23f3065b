// People of the demo newsroom at work in browsers of their own: what they press and type, by the names of fields and forms.

import assert from "node:assert/strict";
import { signIn } from "./newsroom.js";
import { png } from "./picture.js";

/** How long something may take that should be there within a second: long enough for a busy machine. */
const SOON = 20_000;

/** Somebody with a browser: a page of a size, an interface in a language, and every complaint of their pages. */
export class Colleague {
  static async at(browser, newsroom, address, { language, width, isOnPhone = false }) {
    const colleague = new Colleague();
    const viewport = { width: isOnPhone ? 390 : width, height: isOnPhone || width < 600 ? 844 : 900 };
    colleague.newsroom = newsroom;
    colleague.context = await browser.newContext({ viewport, hasTouch: viewport.width < 600 });
    colleague.context.setDefaultTimeout(SOON);
    colleague.faults = [];
    colleague.page = await colleague.open();
    await colleague.speak(language);
    await signIn(colleague.page, { ...newsroom, email: `${address}@arna.example` });
    return colleague;
  }

  /** One more page of the same person. */
  async open() {
    const page = await this.context.newPage();
    page.on("pageerror", (error) => this.faults.push(error.stack));
    page.on("console", (message) => message.type() === "error" && !isOfPreview(message) && this.faults.push(`${page.url()}: ${message.text()} ${message.location().url}`));
    return page;
  }

  /** The interface in another language, chosen before signing in as anybody would. */
  async speak(language) {
    await this.go("/newsroom/sign-in");
    await this.page.locator('form[action="/newsroom/language"] select').selectOption(language);
    await this.press('form[action="/newsroom/language"] button');
    assert.equal(await this.page.locator("html").getAttribute("lang"), language);
  }

  /** Goes to a page; one that opens itself anew at the same moment, since the story has become theirs, is there as well. */
  async go(path) {
    const to = this.newsroom.origin + path;
    await this.page.goto(to).catch(async (error) => {
      if (!error.message.includes(`interrupted by another navigation to "${to}"`)) throw error;
      await this.page.waitForLoadState();
    });
  }

  /** Presses something that leads to another page, and waits for it. */
  async press(selector) {
    await Promise.all([this.page.waitForEvent("load"), this.page.locator(selector).first().click()]);
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }

  async leave() {
    assert.deepEqual(this.faults, [], "pages complained");
    await this.context.close();
  }

  // Stories.

  /** Makes a story from the start page, by key; resolves with its number. The editor is open then. */
  async newStory({ headline, language, section, desk }) {
    const { page } = this;
    await this.go("/newsroom");
    await Promise.all([page.waitForURL("**/newsroom/stories/new"), page.keyboard.press("n")]);
    await page.locator('main [name="headline"]').fill(headline);
    await page.locator('main select[name="language"]').selectOption(language);
    await page.locator('main select[name="section"]').selectOption(section);
    if (await page.locator('main select[name="desk"]').count()) await page.locator('main select[name="desk"]').selectOption(desk);
    await this.press('main form[action="/newsroom/stories"] button.first');
    await this.words.waitFor();
    return Number(this.path.match(/stories\/(\d+)/)[1]);
  }

  get words() {
    return this.page.locator("#story-words");
  }

  async openStory(number) {
    await this.go(`/newsroom/stories/${number}`);
    await this.words.waitFor();
  }

  /** Types at the end of the text, with real keys. */
  async type(words) {
    await this.toEnd();
    await this.page.keyboard.type(words);
  }

  /** Puts the cursor behind the last word. */
  async toEnd() {
    await this.words.locator("p").last().click();
    await this.page.keyboard.press("Control+End");
  }

  /** Until the page says that everything is saved. */
  async saved() {
    await this.page.locator(".editor-state[data-state=saved]").waitFor();
  }

  /** Puts a picture into the text: dropped on it, or chosen in the dialog. */
  async addPicture(how, name, alt) {
    const { page } = this;
    const before = await page.locator(".editor-picture").count();
    if (how === "drop") {
      await this.words.evaluate((target, [bytes, name]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
        const box = target.getBoundingClientRect();
        const at = { clientX: box.left + 20, clientY: box.bottom - 4, dataTransfer: data, bubbles: true, cancelable: true };
        target.dispatchEvent(new DragEvent("dragover", at));
        target.dispatchEvent(new DragEvent("drop", at));
      }, [[...png(900, 600)], name]);
    } else {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("[data-command=picture]").click()]);
      await chooser.setFiles([{ name, mimeType: "image/png", buffer: png(900, 600) }]);
    }
    await page.locator(".editor-picture img").nth(before).waitFor();
    await page.locator(".editor-picture").nth(before).locator("input").first().fill(alt);
    await this.saved();
  }

  /** Presses the button of one of the forms by which a story changes hands. */
  async hand(what) {
    await this.press(`form[action$="/hands/${what}"] button`);
  }

  /** Opens an act, fills its form, and sends it. */
  async act(number, act, fields = {}) {
    await this.go(`/newsroom/stories/${number}/acts/${act}`);
    await this.fill(fields);
    await this.press(`form[action$="/acts/${act}"] button.first`);
    assert.match(this.path, new RegExp(`/newsroom/stories/${number}$`), await this.page.locator("main").innerText());
  }

  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]`);
      if ((await field.first().getAttribute("type")) === "radio") await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
      else await field.fill(value);
    }
  }

  /** Where columns are tabs, the one of a card is chosen. */
  async turnTo(card) {
    const column = await card.evaluate((shown) => shown.closest("[data-column]").dataset.column);
    const tab = this.page.locator(`[data-tab="${column}"]`);
    if (await tab.isVisible()) await tab.click();
  }

  /** Clears a story for release and releases it from the board, with keys alone. */
  async releaseByKeyboard(number) {
    const { page } = this;
    const card = page.locator(`.card[data-href="/newsroom/stories/${number}"]`);
    await this.go("/newsroom/board");
    await card.waitFor({ state: "attached" });
    await this.turnTo(card);
    await card.locator("h3 a").focus();
    await page.keyboard.press("a");
    await page.locator(`[data-column^="approved"] .card[data-href="/newsroom/stories/${number}"]`).waitFor({ state: "attached" });
    await this.turnTo(card);
    await card.locator("h3 a").focus();
    await page.keyboard.press("r");
    const send = page.locator("dialog[open] [data-does=release] button.first, form[action$='/acts/release'] button.first");
    await send.first().focus();
    const answered = page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/acts/release"));
    await page.keyboard.press("Enter");
    assert.ok((await answered).status() < 400);
  }

  /** No page is wider than the screen it is on. */
  async fits() {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${this.page.url()} is ${wide} px wider than the screen`);
  }
}

/** Asks `look` again and again until it resolves with something true. */
export async function until(look, what) {
  const latest = Date.now() + SOON;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > latest) assert.fail(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What readers will get is shown in a frame that runs no scripts, and the browser says of each that it does not. */
function isOfPreview(message) {
  return /frame is sandboxed/.test(message.text()) && message.location().url.includes("/preview");
}
