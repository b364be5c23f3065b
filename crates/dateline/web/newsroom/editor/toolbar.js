/**
 * The toolbar: every command with its name, its key, and whether it stands at the selection. One stop of the tab key;
 * arrows, Home and End move inside it, Escape goes back to the words.
 */
import { Plugin } from "prosemirror-state";
import { hasMark, kind, kindAt, list, quotation, rule, style, turn } from "./commands.js";
import { past, redo, undo } from "./document.js";
import { drawing, element, set } from "./elements.js";
import { KEYS } from "./keys.js";
import { isInTable, TABLE_COMMANDS } from "./table-commands.js";

const DRAWINGS = {
  unordered: "M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01",
  ordered: "M8 5h9M8 10h9M8 15h9M3 3.5l1-.5v4M2.6 9.2c.5-1 2-.8 2 .2 0 .9-2 1.3-2 2.4h2.2M2.8 14h1.8l-1 1.2c1.6 0 1.4 2-.1 2-.5 0-.8-.2-1-.5",
  quotation: "M4 13c0-4 1-6 4-7M4 13a2 2 0 1 0 4 0 2 2 0 0 0-4 0M12 13c0-4 1-6 4-7M12 13a2 2 0 1 0 4 0 2 2 0 0 0-4 0",
  link: "M8.5 11.5a3 3 0 0 0 4.5.3l2.5-2.5a3 3 0 0 0-4.3-4.3L10 6.2M11.5 8.5a3 3 0 0 0-4.5-.3l-2.5 2.5a3 3 0 0 0 4.3 4.3L10 13.8",
  picture: "M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5 3.5 3.5M13 7.5h.01",
  library: "M3 4h14v9H3zM3 11l4-3.500 3 3M14.500 12.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5M16.500 16.800l2 2",
  gallery: "M6 3h11v9H6zM3 6v10h11M6 10l3-3 5 5",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12",
  rule: "M3 10h14",
  embed: "M3 5h14v10H3zM8.5 8l3.5 2-3.5 2z",
  sub: "M4 4l7 9M11 4l-7 9M13.5 13.5c.5-1.5 3-1.300 3 .3 0 1.200-3 1.700-3 3.200h3.200",
  sup: "M4 7l7 9M11 7l-7 9M13.5 4.5c.5-1.5 3-1.300 3 .3 0 1.200-3 1.700-3 3.200h3.200",
  undo: "M7 4L3 8l4 4M3 8h8a5 5 0 0 1 0 9H8",
  redo: "M13 4l4 4-4 4M17 8H9a5 5 0 0 0 0 9h3",
  find: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4",
  direction: "M3 6h11M11 3l3 3-3 3M17 14H6M9 11l-3 3 3 3",
  preformatted: "M7 6l-4 4 4 4M13 6l4 4-4 4",
};

/** What a button shows where it has no drawing. */
const LETTERS = {
  strong: "B", emphasis: "I", underline: "U", strike: "S",
  paragraph: "¶", heading2: "H2", heading3: "H3", heading4: "H4", characters: "Ω", quotes: "“”",
};

const GROUPS = [
  ["undo", "redo"],
  ["paragraph", "heading2", "heading3", "heading4"],
  ["strong", "emphasis", "underline", "strike", "sub", "sup", "link"],
  ["unordered", "ordered", "quotation", "preformatted"],
  ["picture", "library", "gallery", "embed", "table", "rule"],
  ["characters", "quotes", "direction", "find"],
];

const MARKS = ["strong", "emphasis", "underline", "strike", "sub", "sup"];
const BLOCKS = ["paragraph", "heading2", "heading3", "heading4", "unordered", "ordered", "quotation", "preformatted"];

/** What buttons do; `open` holds what opens dialogs. */
function actions(open) {
  const run = (command) => (view) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  return {
    undo: run(undo),
    redo: run(redo),
    ...Object.fromEntries(MARKS.map((name) => [name, run(style(name))])),
    paragraph: run(kind("paragraph")),
    heading2: run(kind("heading", { level: 2 })),
    heading3: run(kind("heading", { level: 3 })),
    heading4: run(kind("heading", { level: 4 })),
    unordered: run(list("unordered")),
    ordered: run(list("ordered")),
    quotation: run(quotation),
    preformatted: run(kind("preformatted")),
    rule: run(rule),
    direction: run(turn),
    link: open.link,
    picture: open.picture,
    library: open.library,
    gallery: open.gallery,
    embed: open.embed,
    table: open.table,
    characters: open.characters,
    quotes: open.quotes,
    find: open.find,
    ...Object.fromEntries(Object.entries(TABLE_COMMANDS).map(([name, command]) => [name, run(command)])),
  };
}

/** The toolbars above `words`, to be put into the page, and the plugin that keeps them true. */
export function toolbar(open, texts, words) {
  const does = actions(open);
  let view = null;
  const button = (name) => element("button", {
    type: "button", tabindex: "-1", "data-command": name, "aria-label": named(name, texts), title: title(name, texts),
    "aria-keyshortcuts": KEYS[name] ? spoken(KEYS[name]) : null,
    onmousedown: (event) => event.preventDefault(),
    onclick: () => view && does[name](view),
  }, DRAWINGS[name] ? drawing(DRAWINGS[name]) : element("span", { "aria-hidden": "true", class: `editor-letter-${name}` }, LETTERS[name]));
  const group = (names) => element("div", { class: "editor-group", role: "group" }, ...names.map(button));
  const bar = element("div", { class: "editor-toolbar", role: "toolbar", "aria-label": texts.get("toolbar"), "aria-controls": words }, ...GROUPS.map(group));
  const tables = element("div", { class: "editor-toolbar editor-table-bar", role: "toolbar", "aria-label": texts.get("table"), "aria-controls": words, hidden: true },
    ...Object.keys(TABLE_COMMANDS).map((name) => element("button", {
      type: "button", tabindex: "-1", "data-command": name,
      onmousedown: (event) => event.preventDefault(), onclick: () => view && does[name](view),
    }, texts.get(name))));
  [bar, tables].forEach((one) => rove(one, () => view?.focus()));
  const plugin = new Plugin({
    view(made) {
      view = made;
      show(bar, tables, view.state);
      return { update: (_, before) => before.selection.eq(made.state.selection) && before.doc === made.state.doc && before.storedMarks === made.state.storedMarks ? null : show(bar, tables, made.state) };
    },
  });
  return { bar, tables, plugin };
}

/** The name a button is called by, with what is written on it. */
function named(name, texts) {
  return name.startsWith("heading") ? `${texts.get(name)} ${LETTERS[name]}` : texts.get(name);
}

function title(name, texts) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const key = KEYS[name]?.replace("Mod", isMac ? "⌘" : "Ctrl").replace("Alt", isMac ? "⌥" : "Alt");
  return key ? `${texts.get(name)} (${key.split("-").map((part) => (part.length === 1 ? part.toUpperCase() : part)).join("+")})` : texts.get(name);
}

function spoken(key) {
  return key.replace("Mod", /Mac|iPhone|iPad/.test(navigator.platform) ? "Meta" : "Control").replaceAll("-", "+");
}

/** One button takes the tab key, arrows the others; in right-to-left pages they go the other way. */
function rove(bar, leave) {
  const buttons = () => [...bar.querySelectorAll("button:not(:disabled)")];
  const to = (button) => {
    bar.querySelectorAll("button").forEach((other) => set(other, { tabindex: other === button ? "0" : "-1" }));
    button?.focus();
  };
  set(buttons()[0], { tabindex: "0" });
  bar.addEventListener("focusin", ({ target }) => bar.querySelectorAll("button").forEach((other) => set(other, { tabindex: other === target ? "0" : "-1" })));
  bar.addEventListener("keydown", (event) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    const isTurned = getComputedStyle(bar).direction === "rtl";
    const step = { ArrowRight: isTurned ? -1 : 1, ArrowLeft: isTurned ? 1 : -1 }[event.key];
    if (step) to(all[(at + step + all.length) % all.length]);
    else if (event.key === "Home") to(all[0]);
    else if (event.key === "End") to(all.at(-1));
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  });
}

function show(bar, tables, state) {
  const here = kindAt(state);
  const { undo: back, redo: forth } = past(state);
  for (const button of bar.querySelectorAll("button")) {
    const name = button.dataset.command;
    if (MARKS.includes(name)) press(button, hasMark(state, name));
    else if (BLOCKS.includes(name)) press(button, here === name);
    else if (name === "link") press(button, hasMark(state, "link"));
    else if (name === "undo") able(button, back > 0);
    else if (name === "redo") able(button, forth > 0);
  }
  const inTable = isInTable(state);
  if (tables.hidden === inTable) tables.hidden = !inTable;
}

function press(button, is) {
  const value = String(is);
  if (button.getAttribute("aria-pressed") !== value) button.setAttribute("aria-pressed", value);
}

function able(button, is) {
  const value = String(!is);
  if (button.getAttribute("aria-disabled") !== value) button.setAttribute("aria-disabled", value);
}
