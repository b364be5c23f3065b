// The same window as a light one, but in real Chromium: the editor itself, real keys, the browser's own store.

import { OwnBrowser } from "./chromium.js";
import { Person } from "./person.js";

const KEYS_MS = [60, 250];

/** Somebody whose browser is a real one. What is asked beside it goes on with the same cookies. */
export class RealPerson extends Person {
  static async made(name, line) {
    const person = new RealPerson(name, line);
    person.own = await OwnBrowser.made();
    return person;
  }

  async signIn(credentials) {
    await super.signIn(credentials);
    await this.giveCookies();
  }

  giveCookies() {
    const cookies = [...this.cookies].map(([name, value]) => ({ name, value, url: this.origin, sameSite: "Lax", httpOnly: true, expires: Date.now() / 1000 + 86_400 }));
    return this.own.context.addCookies(cookies);
  }

  /** What the browser keeps of a story, read on a page of its own. */
  async keptOf(story) {
    const page = await this.own.context.newPage();
    try {
      await page.goto(`${this.origin}/newsroom/sign-in`);
      return await page.evaluate((story) => new Promise((resolve, reject) => {
        const request = indexedDB.open("dateline-newsroom");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const end = (kept) => { database.close(); resolve(JSON.stringify(kept)); };
          if (!database.objectStoreNames.contains("drafts")) return end([]);
          const all = database.transaction("drafts").objectStore("drafts").getAll();
          all.onsuccess = () => end(all.result.filter((draft) => draft.story === `/newsroom/stories/${story}/save`));
        };
      }), story);
    } finally {
      await page.close();
    }
  }

  leave() {
    return this.own.stop();
  }
}

export class RealWindow {
  constructor(person, story, { witness, chance, name }) {
    Object.assign(this, { person, story, witness, chance, name });
    this.isOpen = false;
    this.state = "closed";
  }

  async open() {
    await this.person.restarting;
    this.page = await this.person.own.context.newPage();
    // Asked whether to leave with words unsaved, they say yes, as quickly as somebody may who does not read it.
    this.page.on("dialog", (dialog) => setTimeout(() => dialog.accept().catch(() => {}), 400));
    this.page.on("response", (response) => this.heard(response));
    try {
      await this.page.goto(`${this.person.origin}/newsroom/stories/${this.story}`, { timeout: 5000 });
      await this.page.locator("#story-words").waitFor({ timeout: 5000 });
    } catch (error) {
      await this.page.close().catch(() => {});
      throw error;
    }
    this.isOpen = true;
    this.witness.note(this.story, `${this.name} opens`);
    if (this.chance.is(0.5)) await this.restoreWhatWasLeft();
    this.follow().catch(() => {});
    this.typing = this.type();
  }

  /** Presses the first button of the bar that offers what was left, where there is one. */
  async restoreWhatWasLeft() {
    const offered = this.page.locator("[data-left] button").first();
    if (await offered.waitFor({ timeout: 400 }).then(() => true, () => false)) await offered.click().catch(() => {});
  }

  /** Writes down what the page says becomes of the words. */
  async follow() {
    await this.page.exposeFunction("noteState", (state) => this.witness.note(this.story, `${this.name}: ${state}`));
    await this.page.locator(".editor-state").evaluate((line) => new MutationObserver(() => globalThis.noteState(line.dataset.state)).observe(line, { attributes: true, attributeFilter: ["data-state"] }));
  }

  async heard(response) {
    if (!response.url().endsWith("/save")) return;
    const payload = response.request().postDataJSON();
    const answer = await response.json().catch(() => null);
    this.witness.answered(this.story, this.name, payload, response.status(), answer);
  }

  /** Types a word every so often, until the window is gone. */
  async type() {
    while (this.isOpen) {
      await new Promise((resolve) => setTimeout(resolve, this.chance.between(...KEYS_MS)));
      if (!this.isTyping || !this.isOpen) continue;
      this.stroke = this.typeWord();
      await this.stroke;
    }
  }

  async typeWord() {
    let word = null;
    try {
      const words = this.page.locator("#story-words[contenteditable=true]");
      if (!(await words.count())) return;
      await words.focus({ timeout: 500 });
      word = this.witness.word(this.story, this.name);
      await this.page.keyboard.type(`${word} `);
      if (!(await this.page.locator("#story-words").textContent({ timeout: 500 })).includes(word)) this.witness.untyped(this.story, word);
    } catch {
      // The browser went in the middle of a word, which nobody saw on the page.
      if (word) this.witness.untyped(this.story, word);
    }
  }

  /** Nothing of it is on its way: the last key is pressed, and the page says what became of it. */
  get isAtRest() {
    return this.isOpen ? this.shown() : true;
  }

  async shown() {
    await this.stroke;
    return this.page.locator(".editor-state").getAttribute("data-state", { timeout: 2000 }).then((state) => {
      this.state = state;
      return ["saved", "taken", "elsewhere"].includes(state);
    }, () => !this.isOpen);
  }

  async online() {
    if (this.isOpen) await this.page.evaluate(() => { dispatchEvent(new Event("online")); }).catch(() => {});
  }

  async writeOn() {
    await this.page.locator(".editor-bar button").last().click({ timeout: 2000 }).catch(() => {});
  }

  /** Closed as a person closes it: the page may say a last word, and what it asks is answered with yes. */
  async close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.isClosing = true;
    await this.stroke;
    this.witness.note(this.story, `${this.name} closes`);
    const closed = new Promise((resolve) => this.page.once("close", resolve));
    await this.page.close({ runBeforeUnload: true }).catch(() => {});
    const isClosed = await Promise.race([closed.then(() => true), new Promise((resolve) => setTimeout(resolve, 5000))]);
    this.isClosing = false;
    if (!isClosed) throw new Error(`${this.name} does not close`);
  }

  /** Now its page's process ends, now the whole browser. */
  async crash() {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.chance.is(0.5)) await this.crashPage();
    else await this.killBrowser();
    await this.typing;
  }

  /** Nothing of it goes on; its page ends with its browser. */
  async end() {
    this.isOpen = false;
    await this.typing;
  }

  async crashPage() {
    const session = await this.person.own.context.newCDPSession(this.page);
    this.witness.crash(this.name);
    await Promise.race([session.send("Page.crash").catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1000))]);
    await this.page.close().catch(() => {});
  }

  /** Every window of this browser ends with it. */
  async killBrowser() {
    const { person } = this;
    await person.restarting;
    const open = person.windows.filter((window) => window === this || window.isOpen || window.isClosing);
    person.restarting = (async () => {
      for (const window of open) {
        window.isOpen = false;
        window.witness.crash(window.name);
      }
      await person.own.kill();
      await person.own.start();
      await person.giveCookies();
    })();
    await person.restarting;
  }
}
