/** What became of the words, said below the text; and what needs an answer, in a bar above it. */
import { element, set } from "./elements.js";

/** States in which a person should know at once. */
const LOUD = ["kept", "refused", "signed_out", "taken", "elsewhere"];

export class States {
  constructor(texts) {
    this.texts = texts;
    this.line = element("span", { class: "editor-state", "data-state": "saved" });
    this.aloud = element("p", { class: "editor-aloud", role: "status" });
    this.bars = element("div", { class: "editor-bars" });
  }

  /** Says a state; `saved` with the time of the server's answer. */
  tell({ state, at, holder, message }) {
    const gaps = { time: at ? this.hour(at) : "", name: holder ?? "" };
    const text = state === "saved" && !at ? "" : this.texts.get(`state_${state}`, gaps);
    set(this.line, { "data-state": state });
    this.line.textContent = message ? `${text} ${message}` : text;
    this.aloud.textContent = LOUD.includes(state) ? this.line.textContent : "";
  }

  hour(at) {
    return new Intl.DateTimeFormat(this.texts.language, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));
  }

  /** A bar with a text and answers; each `{text, act}` takes the bar away. Without answers it can be put away. */
  ask(text, answers) {
    const bar = element("div", { class: "editor-bar", role: "group" }, element("p", {}, text));
    const given = answers.length ? answers : [{ text: this.texts.get("close"), act: () => {} }];
    bar.append(...given.map(({ text: label, act }) => element("button", {
      type: "button",
      onclick: () => {
        bar.remove();
        act();
      },
    }, label)));
    this.bars.append(bar);
    return bar;
  }
}
