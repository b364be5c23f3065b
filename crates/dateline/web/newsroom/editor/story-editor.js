/**
 * The editor of a story: takes the place of the form's text field `body_html`, saves by itself, and shows what is wrong.
 *
 * Reads from the page: `form#story` with `data-save`, `data-revision`, `data-language` and, where it may not be written,
 * `data-readonly`; the body in `#story-body`, what is known of its media in `#story-media`, texts in `#editor-texts`. The
 * form hears `story-saved` with the new revision, and `story-save` asks for a save at once; every field `revision` follows.
 * Whoever hears that the story was taken over says `story:taken` with `{holder}`. A story this editor cannot hold keeps its text field.
 */
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { EditorView } from "prosemirror-view";
import { tableEditing } from "prosemirror-tables";
import { Autosave } from "./autosave.js";
import { check, saysSomething, textsOf } from "./checks.js";
import { countDocument, readingMinutes } from "./counts.js";
import { dialogs } from "./dialogs.js";
import * as story from "./document.js";
import { element } from "./elements.js";
import { checkedFields, readFields, unsaidBeside, writeFields } from "./fields.js";
import { figures, unsaid } from "./figures.js";
import { finder } from "./find.js";
import { keys, leaveBlock } from "./keys.js";
import { leadPictures } from "./lead-pictures.js";
import { LocalDrafts } from "./local-drafts.js";
import { Media } from "./media.js";
import { paste } from "./paste.js";
import { pictures } from "./pictures.js";
import { ProblemList, problemMarks } from "./problems.js";
import { States } from "./states.js";
import { Texts } from "./texts.js";
import { toolbar } from "./toolbar.js";

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur", "ckb", "ps"];
/** What a browser sends on while a page closes. */
const CLOSING_BYTES = 60_000;
/** A line that carries nothing may never say so: after this the save counts as unanswered. */
const LONGEST_ANSWER_MS = 20_000;
/** Pixels kept free around the cursor, so that no bar lies over it. */
const UNDER_BARS = { top: 140, bottom: 24, left: 0, right: 0 };

class StoryEditor {
  constructor(form) {
    this.form = form;
    this.texts = Texts.of(document);
    this.language = form.dataset.language ?? document.documentElement.lang ?? "en";
    this.media = Media.of(document, form.dataset.media ?? "/newsroom/media");
    this.states = new States(this.texts);
    this.problems = new ProblemList(this.texts, form);
    this.counts = element("span", { class: "editor-counts" });
    this.isReadOnly = "readonly" in form.dataset;
    this.told = [];
    this.build(JSON.parse(document.getElementById("story-body").textContent));
    if (!this.isReadOnly) {
      this.startSaving();
      leadPictures(form, this.media, this.texts);
    }
    this.lookSoon();
  }

  build(body) {
    const { texts, language, media } = this;
    const find = finder(texts, language);
    const open = { ...dialogs({ texts, language, media, find: find.open }), toolbar: () => this.bars.bar.querySelector('[tabindex="0"]').focus() };
    this.bars = toolbar(open, texts, "story-words");
    const notice = (name, gaps) => this.states.ask(texts.get(name, gaps), []);
    const plugins = [
      paste(notice), pictures(media, texts), ...keys(open, language), tableEditing(), gapCursor(), dropCursor({ class: "editor-drop" }),
      this.bars.plugin, find.plugin, problemMarks(),
    ];
    const state = story.open(Array.isArray(body) ? { blocks: body } : body, plugins);
    const words = element("div", { class: "editor-words", lang: language, dir: isRightToLeft(language) ? "rtl" : "ltr" });
    const { lang, dir } = document.documentElement;
    this.root = element("div", { class: "editor", lang, dir: dir || null }, this.states.bars, this.bars.bar, this.bars.tables, find.panel, words,
      element("p", { class: "editor-foot" }, this.counts, this.states.line), this.states.aloud);
    this.replaceField();
    this.view = new EditorView({ mount: words }, {
      state,
      nodeViews: figures(media, texts),
      scrollThreshold: UNDER_BARS,
      scrollMargin: UNDER_BARS,
      attributes: { id: "story-words", role: "textbox", "aria-multiline": "true", "aria-label": texts.get("words"), spellcheck: "true" },
      editable: () => !this.isReadOnly,
      dispatchTransaction: (tr) => this.apply(tr),
      handleClickOn: (view, pos, node, nodePos, event) => this.clickBelow(event),
    });
  }

  /** The text field stays for whoever has no script; here it is neither seen nor sent. */
  replaceField() {
    const field = this.form.querySelector('textarea[name="body_html"]');
    field.disabled = true;
    field.hidden = true;
    field.labels.forEach((label) => { label.hidden = true; });
    (field.closest(".source") ?? field.closest("label") ?? field).after(this.root);
    field.closest(".source")?.setAttribute("hidden", "");
    this.form.querySelector("[data-text]")?.remove();
    const bar = document.querySelector(".storybar") ?? document.querySelector("header.bar");
    if (bar) new ResizeObserver(() => this.stayBelow(bar)).observe(bar);
    // What the page counted and found when it was made is followed here while it changes.
    const counted = this.form.querySelector("[data-counts]");
    this.form.querySelector(".findings")?.remove();
    if (counted) counted.replaceWith(this.problems.dom);
    else this.root.append(this.problems.dom);
  }

  /** The toolbar stays in sight, and below a bar of the page that does so too. */
  stayBelow(bar) {
    const isSticky = getComputedStyle(bar).position === "sticky";
    this.root.style.setProperty("--e-top", `${isSticky ? bar.offsetHeight : 0}px`);
  }

  apply(tr) {
    this.view.updateState(this.view.state.apply(tr));
    if (!tr.docChanged) return;
    this.form.dataset.touched = "";
    this.autosave?.touch();
    this.lookSoon();
  }

  /** A click below the last block goes on writing there. */
  clickBelow(event) {
    const last = this.view.dom.lastElementChild;
    if (!last || event.clientY <= last.getBoundingClientRect().bottom) return false;
    return leaveBlock(this.view.state, this.view.dispatch);
  }

  startSaving() {
    const { form } = this;
    this.drafts = new LocalDrafts(form.dataset.save, () => this.states.ask(this.texts.get("keeps_nothing"), []));
    this.autosave = new Autosave({
      revision: Number(form.dataset.revision),
      read: () => ({ fields: readFields(form, this.root), body: story.body(this.view.state) }),
      send: (payload, how) => this.send(payload, how),
      drafts: this.drafts,
      tell: (told) => this.tell(told),
      time: { now: () => Date.now(), later: (act, ms) => setTimeout(act, ms), forget: (timer) => clearTimeout(timer) },
    });
    const typed = ({ target }) => {
      if (this.root.contains(target) || "unsaved" in target.dataset) return;
      form.dataset.touched = "";
      this.autosave.touch();
      this.lookSoon();
    };
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    document.addEventListener("story:taken", ({ detail }) => this.autosave.taken(detail.holder));
    form.addEventListener("story-save", () => this.autosave.settle().catch(() => {}));
    document.addEventListener("submit", (event) => this.saveFirst(event), true);
    addEventListener("online", () => this.autosave.retry());
    addEventListener("pagehide", () => this.autosave.leave());
    addEventListener("beforeunload", (event) => this.askBeforeLeaving(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.autosave.keepNow());
    this.offerWhatWasLeft();
  }

  /** Whoever leaves with words unsaved is asked; while they read the question, the words are kept here. */
  askBeforeLeaving(event) {
    if (this.autosave.isSettled) return;
    this.autosave.keepNow();
    event.preventDefault();
  }

  async send(payload, { closing }) {
    const body = JSON.stringify(payload);
    const answer = await fetch(this.form.dataset.save, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body,
      credentials: "same-origin",
      redirect: "manual",
      keepalive: closing && body.length < CLOSING_BYTES,
      signal: closing ? null : AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    if (answer.type === "opaqueredirect") return { status: 401, answer: null };
    return { status: answer.status, answer: await answer.json().catch(() => null) };
  }

  /** A form sent while words are unsaved waits for them; the story's own form only saves. */
  saveFirst(event) {
    const { target, submitter } = event;
    if (this.root.contains(target) || target.method === "dialog") return;
    if (target === this.form && !submitter?.hasAttribute("formaction")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.autosave.settle().catch(() => {});
      return;
    }
    if (this.autosave.isSettled || target.method !== "post") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.autosave.settle().then(() => target.requestSubmit(submitter), () => {});
  }

  tell(told) {
    this.states.tell(told);
    if (told.revision && told.state !== "taken" && told.state !== "elsewhere") this.follow(told.revision);
    if (told.problems || told.findings) {
      this.told = [...(told.problems ?? []), ...(told.findings ?? [])].map(({ block = null, field = null, message }) => ({ block, field, message }));
      this.lookSoon();
    }
    if (told.state === "taken") this.close(this.texts.get("taken_over", { name: told.holder ?? "" }), told);
    if (told.state === "elsewhere") this.close(this.texts.get("written_elsewhere"), told);
  }

  follow(revision) {
    this.form.dataset.revision = revision;
    document.querySelectorAll('input[name="revision"]').forEach((field) => { field.value = revision; });
    this.form.dispatchEvent(new CustomEvent("story-saved", { bubbles: true, detail: { revision } }));
  }

  /** Nothing more is written here until somebody decides. */
  close(text, { state, revision }) {
    this.lock(true);
    const again = { text: this.texts.get("load_again"), act: () => location.reload() };
    const goOn = {
      text: this.texts.get("write_on"),
      act: () => {
        this.lock(false);
        this.autosave.resume(revision);
      },
    };
    this.states.ask(text, state === "elsewhere" ? [again, goOn] : [again]);
  }

  /** Takes no more keys, neither in the text nor in the fields beside it; or takes them again. */
  lock(isLocked) {
    // What a key has put on the page and nobody has read yet still counts.
    this.view.domObserver.forceFlush();
    this.isReadOnly = isLocked;
    this.view.setProps({});
    for (const field of this.form.querySelectorAll("input, textarea")) if (!this.root.contains(field)) field.readOnly = isLocked;
    for (const fields of this.form.querySelectorAll("[data-fields]")) fields.disabled = isLocked;
  }

  /** Words from before a crash, or from another window, are offered; they stay until somebody decides. */
  async offerWhatWasLeft() {
    for (const draft of await this.drafts.left()) {
      const isOlder = draft.revision < Number(this.form.dataset.revision);
      const bar = this.states.ask(this.texts.get(isOlder ? "left_older" : "left", { time: this.states.hour(draft.at) }), [
        { text: this.texts.get("restore"), act: () => this.restore(draft) },
        { text: this.texts.get("discard"), act: () => this.drafts.discard(draft) },
      ]);
      bar.dataset.left = draft.window;
    }
  }

  /** What was typed here and is not saved is kept by itself, for what is restored takes its place. */
  restore(draft) {
    if (!this.autosave.isSettled) this.drafts.putApart(this.autosave.draft());
    writeFields(this.form, this.root, draft.fields);
    this.view.dispatch(story.replace(this.view.state, draft.body));
    this.autosave.keepWhatStands();
    this.autosave.touch();
    this.autosave.settle().then(() => this.drafts.discard(draft), () => {});
    this.view.focus();
  }

  /** Counts and checks, when nobody is typing. */
  lookSoon() {
    clearTimeout(this.looking);
    const idle = globalThis.requestIdleCallback ?? ((act) => act());
    this.looking = setTimeout(() => idle(() => this.look()), 250);
  }

  look() {
    const { doc } = this.view.state;
    const { words, characters } = countDocument(doc, this.language);
    const minutes = readingMinutes({ words, characters }, this.language);
    this.counts.textContent = [["words_count", words], ["characters_count", characters], ["minutes_count", minutes]]
      .map(([name, count]) => this.texts.get(name, { count })).join(" · ");
    const own = check({
      ...checkedFields(this.form),
      language: this.language,
      texts: textsOf(doc),
      isEmpty: !story.body(this.view.state).blocks.some(saysSomething),
      pictures: [...unsaid(doc, this.media), ...unsaidBeside(this.form, this.media)],
    }, (name, gaps) => this.texts.get(name, gaps));
    const others = this.told.filter((told) => !own.some(({ message }) => message === told.message));
    this.problems.show([...others, ...own], this.view);
  }
}

function isRightToLeft(language) {
  return RIGHT_TO_LEFT.includes(language.split("-")[0]);
}

/** Puts the editor into a story's form; where it cannot, the text field stays as it is. */
export function attach(form) {
  try {
    return new StoryEditor(form);
  } catch (error) {
    console.error("the editor stays away from this story", error);
    form.querySelector(".source")?.setAttribute("data-needed", "");
    return null;
  }
}

const form = document.getElementById("story");
if (form) attach(form);
