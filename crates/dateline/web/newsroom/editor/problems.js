/** What is wrong, at its place in the text and in a list beside it. */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { goTo } from "./commands.js";
import { element, set } from "./elements.js";

const key = new PluginKey("problems");

/** Marks the blocks that `{block, message}` name. */
export function problemMarks() {
  return new Plugin({
    key,
    state: {
      init: () => ({ problems: [], set: DecorationSet.empty }),
      apply(tr, now) {
        const told = tr.getMeta(key);
        if (told) return { problems: told, set: marks(tr.doc, told) };
        return tr.docChanged ? { ...now, set: now.set.map(tr.mapping, tr.doc) } : now;
      },
    },
    props: { decorations: (state) => key.getState(state).set },
  });
}

function marks(doc, problems) {
  const found = [];
  doc.forEach((node, pos) => {
    const told = problems.filter(({ block }) => block !== null && block === node.attrs.id);
    if (told.length) found.push(Decoration.node(pos, pos + node.nodeSize, { class: "editor-problem", title: told.map(({ message }) => message).join("\n") }));
  });
  return DecorationSet.create(doc, found);
}

/** The list of what is wrong; `form` holds the fields that are named. */
export class ProblemList {
  constructor(texts, form) {
    this.texts = texts;
    this.form = form;
    this.list = element("ul");
    this.count = element("span", { class: "editor-count" });
    this.dom = element("section", { class: "editor-problems", "aria-labelledby": "editor-problems" },
      element("h2", { id: "editor-problems" }, texts.get("checks"), " ", this.count),
      this.list);
    this.shown = "";
    this.said = element("p", { class: "editor-fine" }, texts.get("checks_fine"));
  }

  /** Shows `[{block, field, message}]`, and marks the places. */
  show(problems, view) {
    const now = JSON.stringify(problems);
    if (now === this.shown) return;
    this.shown = now;
    this.count.textContent = problems.length ? this.texts.written(problems.length) : "";
    this.list.replaceChildren(...problems.map((problem) => element("li", {}, this.line(problem, view))));
    if (problems.length) this.said.remove();
    else this.list.after(this.said);
    view.dispatch(view.state.tr.setMeta(key, problems).setMeta("addToHistory", false));
    this.markFields(problems);
  }

  line({ block, field, message }, view) {
    const input = field && this.form.elements.namedItem(field);
    if (block === null && !input) return element("span", {}, message);
    const go = () => {
      if (block === null) (input.focus ? input : input[0])?.focus();
      else if (goTo(view.state, view.dispatch, block)) view.focus();
    };
    return element("button", { type: "button", onclick: go }, message);
  }

  markFields(problems) {
    for (const input of this.form.querySelectorAll("[aria-invalid=true][data-checked]")) {
      set(input, { "aria-invalid": null, "data-checked": null });
    }
    for (const { field } of problems) {
      const input = field && this.form.elements.namedItem(field);
      if (input?.setAttribute) set(input, { "aria-invalid": "true", "data-checked": "" });
    }
  }
}
