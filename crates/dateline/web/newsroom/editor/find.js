/** Find and replace in the document. Case is folded as the story's language does: İ and i, I and ı in Azerbaijani. */
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { element } from "./elements.js";

const key = new PluginKey("find");
const MOST_FOUND = 5000;

/** Every place of `words` in a document: `[{from, to}]`. Words do not reach over the edges of a paragraph. */
export function occurrences(doc, words, { language, exact }) {
  const wanted = exact ? words : folded(words, language);
  const found = [];
  if (!wanted) return found;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, (leaf) => (leaf.type.name === "line_break" ? "\n" : "\ufffc"));
    const looked = exact ? text : folded(text, language);
    for (let at = looked.indexOf(wanted); at >= 0 && found.length < MOST_FOUND; at = looked.indexOf(wanted, at + wanted.length)) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
    return false;
  });
  return found;
}

/** Small letters, letter by letter, so that places stay where they are. */
function folded(text, language) {
  return Array.from(text, (letter) => {
    const small = letter.toLocaleLowerCase(language);
    return small.length === letter.length ? small : letter;
  }).join("");
}

/** The panel, hidden at first, and the plugin that marks what is found. `language` is the story's. */
export function finder(texts, language) {
  let view = null;
  const words = element("input", { type: "search", dir: "auto", autocomplete: "off", oninput: () => search() });
  const other = element("input", { type: "text", dir: "auto", autocomplete: "off" });
  const exact = element("input", { type: "checkbox", onchange: () => search() });
  const status = element("output", { role: "status" });
  const act = (name, does) => element("button", { type: "button", "data-find": name, onclick: does }, texts.get(name));
  const panel = element("div", { class: "editor-find", role: "search", "aria-label": texts.get("find"), hidden: true },
    element("label", {}, element("span", {}, texts.get("find_words")), words),
    element("label", {}, element("span", {}, texts.get("replace_with")), other),
    element("label", { class: "editor-check" }, exact, element("span", {}, texts.get("match_case"))),
    element("p", {}, act("find_previous", () => step(-1)), act("find_next", () => step(1)),
      act("replace_one", () => replace()), act("replace_all", () => replaceAll()), act("close", () => close()), status));

  const found = () => key.getState(view.state);
  const search = () => view.dispatch(view.state.tr.setMeta(key, { words: words.value, exact: exact.checked }).setMeta("addToHistory", false));
  const say = () => {
    const { places } = found();
    const at = places.findIndex(({ from, to }) => from === view.state.selection.from && to === view.state.selection.to);
    status.textContent = words.value ? texts.get(at < 0 ? "found" : "found_at", { count: places.length, place: at + 1 }) : "";
  };
  const select = (place) => place && view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
  const step = (way) => {
    const { places } = found();
    const { from, to } = view.state.selection;
    const next = way > 0 ? places.find((place) => place.from >= to) ?? places[0] : places.findLast((place) => place.to <= from) ?? places.at(-1);
    select(next);
    say();
  };
  const replace = () => {
    const { from, to } = view.state.selection;
    if (found().places.some((place) => place.from === from && place.to === to)) view.dispatch(put(view.state.tr, { from, to }, other.value));
    step(1);
  };
  const replaceAll = () => {
    const { places } = found();
    const tr = places.reduceRight((all, place) => put(all, place, other.value), view.state.tr);
    view.dispatch(tr);
    status.textContent = texts.get("replaced", { count: places.length });
  };
  const close = () => {
    panel.hidden = true;
    view.dispatch(view.state.tr.setMeta(key, { words: "", exact: false }).setMeta("addToHistory", false));
    view.focus();
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target.matches("input")) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });

  const plugin = new Plugin({
    key,
    state: {
      init: () => ({ words: "", exact: false, places: [], set: DecorationSet.empty }),
      apply(tr, now) {
        const asked = tr.getMeta(key);
        if (!asked && (!now.words || !tr.docChanged)) return now;
        const next = { ...now, ...asked };
        next.places = occurrences(tr.doc, next.words, { language, exact: next.exact });
        next.set = DecorationSet.create(tr.doc, next.places.map(({ from, to }) => Decoration.inline(from, to, { class: "editor-found" })));
        return next;
      },
    },
    props: { decorations: (state) => key.getState(state).set },
    view(made) {
      view = made;
      return { update: () => !panel.hidden && say() };
    },
  });

  /** Shows the panel with what is selected; `at` is the field to begin in. */
  const open = (at) => {
    const { from, to, $from, $to } = view.state.selection;
    if (from !== to && $from.sameParent($to)) words.value = view.state.doc.textBetween(from, to);
    panel.hidden = false;
    search();
    const field = at === "replace" ? other : words;
    field.focus();
    field.select();
  };
  return { panel, plugin, open };
}

/** Puts words in a place, in the marks that stood there; nothing takes them out. */
function put(tr, { from, to }, words) {
  return words ? tr.insertText(words, from, to) : tr.delete(from, to);
}
