// The same window as a light one, but in real Chromium: the editor itself, real keys, the browser's own store.
//
// A call to a page whose process is gone may never return, so nothing here is waited for without an end.

import { OwnBrowser } from "./chromium.js";
import { within } from "./patience.js";
import { Person } from "./person.js";
import { wordsIn } from "./witness.js";

const KEYS_MS = [60, 250];
/** How long a page may take to be there, and any one thing that is done to it, in milliseconds. */
const LONGEST_LOAD_MS = 10_000;
const LONGEST_MS = 20_000;

/** Where words are typed while that is open to its writer, and how what stands there is read. */
const TEXT = { open: "#story-words[contenteditable=true]", read: (page) => page.locator("#story-words").textContent({ timeout: 500 }) };
const SUMMARY = { open: "#f-summary:not([readonly])", read: (page) => page.locator("#f-summary").inputValue({ timeout: 500 }) };

/** Somebody whose browser is a real one. What is asked beside it goes on with the same cookies. */
export class RealPerson extends Person {
  static async made(name, line) {
    const person = new RealPerson(name, line);
    person.own = await OwnBrowser.made();
    /** Done when the browser that was killed last is back. */
    person.restarting = Promise.resolve();
    return person;
  }

  async signIn(credentials) {
    await super.signIn(credentials);
    await this.giveCookies();
  }

  giveCookies() {
    const cookies = [...this.cookies].map(([name, value]) => ({ name, value, url: this.origin, sameSite: "Lax", httpOnly: true, expires: Date.now() / 1000 + 86_400 }));
    return within(LONGEST_MS, `${this.name}'s cookies`, this.own.context.addCookies(cookies));
  }

  /** `kill -9` of the browser, and a new one with the same profile; one such at a time. */
  restart(before) {
    this.restarting = this.restarting.then(async () => {
      before();
      await this.own.kill();
      await this.own.start();
      await this.giveCookies();
    });
    return this.restarting;
  }

  /** A page in which nobody writes, to look into the browser's store from. */
  async lookingPage() {
    await this.restarting;
    if (!this.looking || this.looking.isClosed()) {
      this.looking = await within(LONGEST_MS, `${this.name}'s page to look from`, this.own.context.newPage());
      await this.looking.goto(`${this.origin}/newsroom/sign-in`);
    }
    return this.looking;
  }

  /** What the browser keeps of a story. */
  async keptOf(story) {
    const page = await this.lookingPage();
    return within(LONGEST_MS, `story ${story}: what ${this.name}'s browser keeps`, page.evaluate(async (story) => {
      // Asked for by name alone it would be made here, empty, and the editor would find it so.
      if (!(await indexedDB.databases()).some(({ name }) => name === "dateline-newsroom")) return "[]";
      return new Promise((resolve, reject) => {
        const request = indexedDB.open("dateline-newsroom");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const all = database.transaction("drafts").objectStore("drafts").getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            database.close();
            resolve(JSON.stringify(all.result.filter((draft) => draft.story === `/newsroom/stories/${story}/save`)));
          };
        };
      });
    }, story));
  }

  async leave() {
    await this.restarting.catch(() => {});
    await this.own.stop();
  }
}

export class RealWindow {
  constructor(person, story, { witness, chance, name }) {
    Object.assign(this, { person, story, witness, chance, name });
    this.isOpen = false;
    this.state = "closed";
  }

  /** Something that is done to the page, or an error that says which story's. */
  soon(what, deed, ms = LONGEST_MS) {
    return within(ms, `story ${this.story}: ${this.name} ${what}`, deed);
  }

  async open() {
    await this.person.restarting;
    this.page = await this.soon("gets a page", this.person.own.context.newPage());
    // Asked whether to leave with words unsaved, they say yes, as quickly as somebody may who does not read it.
    this.page.on("dialog", (dialog) => setTimeout(() => dialog.accept().catch(() => {}), 400));
    this.page.on("response", (response) => this.heard(response).catch(() => {}));
    try {
      await this.page.goto(`${this.person.origin}/newsroom/stories/${this.story}`, { timeout: LONGEST_LOAD_MS });
      await this.page.locator("#story-words").waitFor({ timeout: LONGEST_LOAD_MS });
    } catch (error) {
      await this.drop();
      throw error;
    }
    this.isOpen = true;
    this.witness.note(this.story, `${this.name} opens`);
    this.follow().catch(() => {});
    if (this.chance.is(0.5)) await this.restoreWhatWasLeft();
    this.typing = this.type();
  }

  /** The page goes without a word. */
  drop() {
    return this.soon("drops its page", this.page.close(), 5000).catch(() => {});
  }

  /** Presses the first button of the bar that offers what was left, where there is one. */
  async restoreWhatWasLeft() {
    const offered = this.page.locator("[data-left] button").first();
    if (!(await offered.waitFor({ timeout: 400 }).then(() => true, () => false))) return;
    const isRestored = await offered.click({ timeout: 2000 }).then(() => true, () => false);
    if (isRestored) this.witness.note(this.story, `${this.name} takes back what was left`);
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
    if (payload) this.witness.answered(this.story, this.name, payload, response.status(), answer);
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
    const place = this.chance.is(0.15) ? SUMMARY : TEXT;
    try {
      const words = this.page.locator(place.open);
      if (!(await this.soon("looks", words.count(), 5000))) return;
      await words.focus({ timeout: 500 });
      word = this.witness.word(this.story, this.name);
      await this.soon("types", this.page.keyboard.type(` ${word} `), 5000);
      if (!wordsIn(await place.read(this.page)).includes(word)) this.untyped(word);
    } catch {
      // The browser went in the middle of a word, which nobody saw on the page.
      if (word) this.untyped(word);
    }
  }

  untyped(word) {
    this.witness.note(this.story, `${word} was not seen`);
    this.witness.untyped(this.story, word);
  }

  /** Nothing of it is on its way: the last key is pressed, and the page says what became of it. */
  get isAtRest() {
    return this.isOpen ? this.shown() : true;
  }

  async shown() {
    await this.stroke;
    const states = this.page.locator(".editor-state");
    try {
      await this.page.locator("#story-words").waitFor({ timeout: 2000 });
      // Whoever only looks on has a page without an editor.
      this.state = (await this.soon("looks", states.count(), 5000)) ? await states.getAttribute("data-state", { timeout: 2000 }) : "reading";
      return ["saved", "taken", "elsewhere", "reading"].includes(this.state);
    } catch (error) {
      if (!this.isOpen) return true;
      this.state = error.message;
      // It loaded itself anew while there was no line: its reader tries again.
      if (this.page.url().startsWith("chrome-error:")) await this.page.reload({ timeout: LONGEST_LOAD_MS }).catch(() => {});
      return false;
    }
  }

  async online() {
    if (this.isOpen) await this.soon("hears of the line", this.page.evaluate(() => { dispatchEvent(new Event("online")); }), 5000).catch(() => {});
  }

  async writeOn() {
    await this.page.locator(".editor-bar:not([data-left])").last().locator("button").last().click({ timeout: 2000 }).catch(() => {});
  }

  /** Closed as a person closes it: the page may say a last word, and what it asks is answered with yes. */
  async close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.isClosing = true;
    await this.typing;
    this.witness.note(this.story, `${this.name} closes`);
    const isGone = new Promise((resolve) => this.page.once("close", resolve));
    try {
      await this.soon("is asked to close", this.page.close({ runBeforeUnload: true })).catch(() => {});
      if (!this.page.isClosed()) await this.soon("closes", Promise.race([isGone, this.person.own.gone]));
    } finally {
      this.isClosing = false;
    }
  }

  /** Now its page's process ends, now the whole browser. */
  async crash() {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.chance.is(0.5)) await this.crashPage();
    else await this.killBrowser();
    await this.typing;
  }

  /** Nothing of it goes on; its page ends here or with its browser. */
  async end() {
    this.isOpen = false;
    await this.typing;
    if (this.page && !this.page.isClosed()) await this.drop();
  }

  async crashPage() {
    const session = await this.soon("is reached", this.person.own.context.newCDPSession(this.page), 5000).catch(() => null);
    this.witness.note(this.story, `${this.name} crashes`);
    this.witness.crash(this.name);
    // Its answer would come from the page that is gone.
    if (session) await this.soon("crashes", session.send("Page.crash"), 1000).catch(() => {});
    await this.drop();
  }

  /** Every window of this browser ends with it. */
  killBrowser() {
    const { person } = this;
    return this.soon("comes back after a kill", person.restart(() => {
      // What a window kept that closed within the last second may be on its way to the disk.
      for (const window of person.windows.filter(({ name }) => !this.witness.crashed.has(name))) {
        window.witness.note(window.story, `${window.name} ${window.isOpen || window === this ? "is" : "was gone when its browser was"} killed`);
        window.isOpen = false;
        window.witness.crash(window.name);
      }
    }), 90_000);
  }
}
