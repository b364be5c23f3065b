// A window on a story without a browser around it: the editor's own saving, a text of paragraphs, and a line that fails.

import { Autosave } from "../../crates/dateline/web/newsroom/editor/autosave.js";
import { follow } from "./events.js";

/** Types a word every so often, in milliseconds. */
const KEYS_MS = [15, 120];

export class LightWindow {
  constructor(person, story, { witness, chance, name }) {
    Object.assign(this, { person, story, witness, chance, name });
    this.state = "closed";
    this.isOpen = false;
    this.told = new AbortController();
  }

  /** Loads the page and begins to type; what was left from before a crash is taken back or left where it is. */
  async open() {
    const page = await this.person.page(`/newsroom/stories/${this.story}`);
    this.text = readPage(page);
    this.isReadOnly = /<form id="story"[^>]* data-readonly/.test(page);
    this.isOpen = true;
    this.state = "saved";
    this.witness.note(this.story, `${this.name} opens ${this.text.revision}${this.isReadOnly ? ", to read" : ""}`);
    const drafts = this.person.drafts(this.story);
    this.autosave = new Autosave({
      revision: this.text.revision,
      read: () => structuredClone({ fields: { summary: this.text.summary }, body: { blocks: this.text.blocks } }),
      send: (payload, how) => this.send(payload, how),
      drafts: {
        put: (draft) => this.isOpen && drafts.set(this.name, structuredClone(draft)),
        remove: () => this.isOpen && drafts.delete(this.name),
        flush: () => {},
      },
      tell: (told) => this.isOpen && this.hear(told),
      time: { now: () => Date.now(), later: (act, ms) => setTimeout(() => this.isOpen && act(), ms), forget: (timer) => clearTimeout(timer) },
    });
    follow(this.person, `/newsroom/stories/${this.story}/live`, this.told.signal, (name, detail) => {
      if (name === "taken" && this.isOpen) this.autosave.taken(detail.holder);
    });
    if (this.chance.is(0.5)) this.restoreWhatWasLeft(drafts);
    this.typeSoon();
  }

  /** As the editor does when somebody presses "restore". */
  restoreWhatWasLeft(drafts) {
    const left = [...drafts].filter(([window]) => window !== this.name).sort(([, one], [, other]) => other.at - one.at)[0];
    if (!left || this.isReadOnly) return;
    const [window, draft] = left;
    this.witness.note(this.story, `${this.name} takes back what ${window} left on ${draft.revision}`);
    this.text.blocks = structuredClone(draft.body.blocks);
    this.text.summary = draft.fields.summary ?? this.text.summary;
    this.autosave.keepWhatStands();
    this.autosave.touch();
    this.autosave.settle().then(() => this.isOpen && drafts.get(window) === draft && drafts.delete(window), () => {});
  }

  async send(payload, { closing }) {
    let outcome;
    try {
      outcome = await this.ask(payload);
    } catch (error) {
      if (this.isOpen || closing) throw error;
      return new Promise(() => {});
    }
    // A page that is closing hears no answer.
    if (!closing) this.witness.answered(this.story, this.name, payload, outcome.status, outcome.answer);
    // A window that is gone hears nothing: its process has ended.
    if (!this.isOpen && !closing) return new Promise(() => {});
    return outcome;
  }

  async ask(payload) {
    const answer = await this.person.ask(`/newsroom/stories/${this.story}/save`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(payload),
    });
    return { status: answer.status, answer: await answer.json().catch(() => null) };
  }

  hear({ state, revision }) {
    if (!["changed", "saving", "saved"].includes(state)) this.witness.note(this.story, `${this.name}: ${state}`);
    this.state = state;
    if (state === "taken") this.isReadOnly = true;
    if (state === "elsewhere") {
      this.isReadOnly = true;
      this.elsewhere = revision;
    }
  }

  typeSoon() {
    this.typing = setTimeout(() => {
      if (this.isTyping && !this.isReadOnly) this.type();
      this.typeSoon();
    }, this.chance.between(...KEYS_MS));
  }

  type() {
    const word = this.witness.word(this.story, this.name);
    const { blocks } = this.text;
    if (this.chance.is(0.15)) this.text.summary = `${this.text.summary} ${word}`.trim();
    else if (!blocks.length || this.chance.is(0.1)) blocks.push({ id: `b${word.replace(/\D/g, "")}`, type: "paragraph", content: [{ text: word }] });
    else {
      const block = this.chance.of(blocks);
      block.content = [{ text: `${(block.content ?? []).map(({ text }) => text).join("")} ${word}`.trim() }];
    }
    this.autosave.touch();
  }

  /** True when nothing of this window is on its way any more. */
  get isAtRest() {
    return !this.isOpen || this.autosave.isThere;
  }

  /** The line is back, and the browser says so. */
  online() {
    if (this.isOpen) this.autosave.retry();
  }

  /** Closed by its writer: the page may still say a last word. */
  async close() {
    if (!this.isOpen) return;
    this.autosave.leave();
    this.end();
  }

  /** Its process ends in the middle of whatever it did. */
  async crash() {
    if (!this.isOpen) return;
    this.witness.crash(this.name);
    this.end();
  }

  /** Nothing of it goes on. */
  end() {
    if (!this.isOpen) return;
    this.witness.note(this.story, `${this.name} ends`);
    this.isOpen = false;
    clearTimeout(this.typing);
    this.told.abort();
    this.autosave.cancel();
    if (this.autosave.keeping !== undefined) clearTimeout(this.autosave.keeping);
  }

  /** Where another window of the same person was faster: goes on writing here, as its writer decides. */
  writeOn() {
    if (this.state !== "elsewhere") return;
    this.isReadOnly = false;
    this.autosave.resume(this.elsewhere);
  }
}

/** The text of a story as its page has it. */
function readPage(page) {
  const body = JSON.parse(page.match(/<script[^>]*id="story-body"[^>]*>([\s\S]*?)<\/script>/)[1]);
  const revision = Number(page.match(/data-revision="(\d+)"/)[1]);
  const summary = page.match(/<textarea[^>]*name="summary"[^>]*>([\s\S]*?)<\/textarea>/)?.[1] ?? "";
  return { revision, summary, blocks: Array.isArray(body) ? body : body.blocks };
}
