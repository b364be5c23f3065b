// What commands and keys do to a document, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TextSelection } from "prosemirror-state";
import * as commands from "../editor/commands.js";
import { renames, withoutIds } from "../editor/block-ids.js";
import { documentOf } from "../editor/blocks.js";
import * as story from "../editor/document.js";
import { keys } from "../editor/keys.js";
import { isInTable, table, TABLE_COMMANDS } from "../editor/table-commands.js";
import { tableEditing } from "prosemirror-tables";

const text = (words, marks) => ({ text: words, ...(marks && { marks }) });
const paragraph = (id, ...runs) => ({ id, type: "paragraph", content: runs.map((run) => (typeof run === "string" ? text(run) : run)) });

/** A story with the cursor before `|` in its words, or the selection between two of them. */
class Written {
  constructor(blocks, language = "en") {
    const open = Object.fromEntries(["link", "find", "replace", "characters", "quotes", "toolbar"].map((name) => [name, () => {}]));
    this.plugins = [...keys(open, language), tableEditing()];
    this.state = story.open({ blocks }, this.plugins);
    const bars = [];
    this.state.doc.descendants((node, pos) => {
      if (node.isText) [...node.text.matchAll(/\|/g)].forEach((found) => bars.push(pos + found.index));
    });
    const tr = this.state.tr.setMeta("addToHistory", false);
    [...bars].reverse().forEach((pos) => tr.delete(pos, pos + 1));
    const [from, to] = bars.map((pos, place) => pos - place);
    this.state = this.state.apply(tr.setSelection(TextSelection.create(tr.doc, from, to ?? from)));
    this.dispatch = (made) => { this.state = this.state.apply(made); };
  }

  does(command) {
    const view = { state: this.state, dispatch: this.dispatch, endOfTextblock: () => true };
    Object.defineProperty(view, "state", { get: () => this.state });
    return command(this.state, this.dispatch, view);
  }

  /** Presses a key as a keyboard does. */
  press(key, { shift = false, mod = false, alt = false } = {}) {
    const event = { key, keyCode: key === "Enter" ? 13 : key.charCodeAt(0), shiftKey: shift, ctrlKey: mod, altKey: alt, metaKey: false };
    const self = this;
    const view = { get state() { return self.state; }, dispatch: this.dispatch, endOfTextblock: () => true };
    return this.plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, view, event));
  }

  type(words) {
    this.dispatch(this.state.tr.insertText(words));
  }

  get blocks() {
    return story.body(this.state).blocks;
  }

  /** Kinds with ids and words, for reading at a glance. */
  get outline() {
    return this.blocks.map((block) => `${block.type}#${block.id}: ${words(block)}`);
  }
}

function words(block) {
  const line = (content = []) => content.map((run) => run.text).join("");
  const list = (items) => items.map((item) => line(item.content) + (item.list ? `(${list(item.list.items)})` : "")).join("/");
  if (block.items) return list(block.items);
  if (block.paragraphs) return `${block.paragraphs.map(line).join("/")}—${line(block.cite)}`;
  if (block.rows) return block.rows.map((row) => row.map((cell) => line(cell.content)).join(",")).join("/");
  return block.text ?? line(block.content ?? block.caption);
}

const known = (outline, ids) => outline.map((line) => line.replace(/#(\w+)/, (whole, id) => (ids.includes(id) ? whole : "#new")));

test("a split keeps the id with the first half", () => {
  const story = new Written([paragraph("a", "one| two")]);
  story.press("Enter");
  assert.deepEqual(known(story.outline, ["a"]), ["paragraph#a: one", "paragraph#new:  two"]);
});

test("a paragraph pushed down from its start keeps its id", () => {
  const story = new Written([paragraph("a", "|one")]);
  story.press("Enter");
  assert.deepEqual(known(story.outline, ["a"]), ["paragraph#new: ", "paragraph#a: one"]);
});

test("the paragraph after one in another direction has that direction too", () => {
  const story = new Written([{ ...paragraph("a", "خبر|"), dir: "rtl", lang: "ar" }]);
  story.press("Enter");
  story.type("x");
  assert.deepEqual(story.blocks.map(({ dir, lang }) => [dir, lang]), [["rtl", "ar"], ["rtl", "ar"]]);
});

test("joining two paragraphs keeps the first one's id, and undoing brings both back", () => {
  const written = new Written([paragraph("a", "one"), paragraph("b", "|two")]);
  written.press("Backspace");
  assert.deepEqual(written.outline, ["paragraph#a: onetwo"]);
  written.does(story.undo);
  assert.deepEqual(written.outline, ["paragraph#a: one", "paragraph#b: two"]);
});

test("an id is used once, and never for other words", () => {
  const doc = documentOf({ blocks: [paragraph("a", "x"), paragraph("b", "y")] });
  const twice = doc.copy(doc.content.append(doc.content));
  const fresh = ["a", "gone", "c", "d"][Symbol.iterator]();
  const found = renames(twice, new Set(["gone"]), () => fresh.next().value);
  assert.deepEqual(found.map(({ id }) => id), ["c", "d"]);
  assert.deepEqual(withoutIds(doc.content).content.map((node) => node.attrs.id), [null, null]);
});

test("headings, and back, keep the id and its direction", () => {
  const written = new Written([{ ...paragraph("a", "o|ne"), dir: "rtl" }]);
  written.press("2", { mod: true, alt: true });
  assert.deepEqual([written.blocks[0].type, written.blocks[0].level, written.blocks[0].id, written.blocks[0].dir], ["heading", 2, "a", "rtl"]);
  written.press("0", { mod: true, alt: true });
  assert.deepEqual(written.blocks[0], { ...paragraph("a", "one"), dir: "rtl" });
});

test("several paragraphs become a list with the first one's id, and paragraphs again", () => {
  const written = new Written([paragraph("a", "o|ne"), paragraph("b", "tw|o"), paragraph("c", "three")]);
  written.does(commands.list("unordered"));
  assert.deepEqual(written.outline, ["list#a: one/two", "paragraph#c: three"]);
  written.does(commands.list("ordered"));
  assert.equal(written.blocks[0].style, "ordered");
  written.does(commands.list("ordered"));
  assert.equal(written.outline[0], "paragraph#a: one");
});

test("a list takes an item on Enter, a level on Tab, and ends at an empty item", () => {
  const written = new Written([{ id: "l", type: "list", style: "unordered", items: [{ content: [text("one|")] }] }]);
  written.press("Enter");
  written.type("two");
  written.press("Tab");
  assert.deepEqual(written.outline, ["list#l: one(two)"]);
  written.press("Tab", { shift: true });
  written.press("Enter");
  assert.equal(written.outline[0], "list#l: one/two/");
  written.press("Enter");
  written.type("after");
  assert.deepEqual(known(written.outline, ["l"]), ["list#l: one/two", "paragraph#new: after"]);
});

test("the middle item freed parts a list in two", () => {
  const item = (words) => ({ content: [text(words)] });
  const written = new Written([{ id: "l", type: "list", style: "ordered", items: [item("a"), item("b|"), item("c")] }]);
  written.press("0", { mod: true, alt: true });
  assert.deepEqual(known(written.outline, ["l"]), ["list#l: a", "paragraph#new: b", "list#new: c"]);
});

test("a quotation is made, left and dissolved", () => {
  const written = new Written([paragraph("a", "We agreed|")]);
  written.press("9", { mod: true, shift: true });
  assert.deepEqual(written.outline, ["quotation#a: We agreed—"]);
  written.press("Enter");
  written.type("Truly");
  written.press("Enter");
  written.press("Enter");
  written.type("Ann Lee");
  assert.deepEqual(written.outline, ["quotation#a: We agreed/Truly—Ann Lee"]);
  written.press("Enter");
  written.type("Next");
  assert.deepEqual(known(written.outline, ["a"]), ["quotation#a: We agreed/Truly—Ann Lee", "paragraph#new: Next"]);
  const other = new Written([{ id: "q", type: "quotation", paragraphs: [[text("on|e")]], cite: [text("Ann")] }]);
  other.does(commands.quotation);
  assert.deepEqual(known(other.outline, ["q"]), ["paragraph#q: one", "paragraph#new: Ann"]);
});

test("a table is put in, grows and shrinks, and Tab in the last cell makes a row", () => {
  const written = new Written([paragraph("a", "x|")]);
  written.does(table(2, 2));
  assert.ok(written.state.selection.$from.parent.type.name === "table_caption");
  written.type("GDP");
  written.press("Enter");
  assert.ok(isInTable(written.state));
  written.type("Year");
  for (const words of ["2025", "GDP", "12.4", "next"]) {
    written.press("Tab");
    written.type(words);
  }
  assert.deepEqual(known(written.outline, ["a"]), ["paragraph#a: x", "table#new: Year,2025/GDP,12.4/next,"]);
  written.press("Enter");
  written.type("more");
  assert.equal(written.blocks[1].rows[2][0].content[0].text, "next\nmore");
  written.does(TABLE_COMMANDS.column_after);
  written.does(TABLE_COMMANDS.row_delete);
  assert.equal(words(written.blocks[1]), "Year,,2025/GDP,,12.4");
  written.does((state, dispatch) => commands.goTo(state, dispatch, written.blocks[1].id));
  written.does(TABLE_COMMANDS.table_delete);
  assert.deepEqual(written.outline, ["paragraph#a: x"]);
});

test("a link is set on words, found again, changed and taken away", () => {
  const written = new Written([paragraph("a", "see |this| page")]);
  written.does(commands.link("https://arna.example/"));
  assert.deepEqual(written.blocks[0].content[1], { text: "this", link: "https://arna.example/" });
  written.dispatch(written.state.tr.setSelection(TextSelection.create(written.state.doc, 7)));
  assert.equal(commands.linkAt(written.state).href, "https://arna.example/");
  written.does(commands.link("/en/1"));
  assert.deepEqual(written.blocks[0].content[1], { text: "this", link: "/en/1" });
  written.does(commands.link(null));
  assert.deepEqual(written.blocks[0].content, [text("see this page")]);
});

test("quotation marks go around what is selected", () => {
  const written = new Written([paragraph("a", "he said |yes| twice")]);
  written.does(commands.between("«", "»"));
  assert.equal(words(written.blocks[0]), "he said «yes» twice");
  written.type("no");
  assert.equal(words(written.blocks[0]), "he said «no» twice");
});

test("the half-space has its key in Persian only, the no-break spaces have theirs everywhere", () => {
  const persian = new Written([paragraph("a", "می|رود")], "fa");
  assert.equal(persian.press(" ", { shift: true }), true);
  assert.equal(words(persian.blocks[0]), "می\u200cرود");
  const french = new Written([paragraph("a", "12|%")], "fr");
  assert.equal(french.press(" ", { shift: true }), false);
  french.press(" ", { mod: true, alt: true });
  french.press(" ", { mod: true, shift: true });
  assert.equal(words(french.blocks[0]), "12\u202f\u00a0%");
});

test("a direction goes from its words' own to left, right, and back", () => {
  const written = new Written([paragraph("a", "x|")]);
  const seen = [1, 2, 3].map(() => {
    written.does(commands.turn);
    return written.blocks[0].dir;
  });
  assert.deepEqual(seen, ["ltr", "rtl", undefined]);
});

test("a break of the line stays in its paragraph, text as typed takes the key itself", () => {
  const written = new Written([paragraph("a", "one|two")]);
  written.press("Enter", { shift: true });
  assert.equal(words(written.blocks[0]), "one\ntwo");
  const typed = new Written([{ id: "p", type: "preformatted", text: "a|b" }]);
  typed.press("Enter");
  assert.equal(typed.blocks[0].text, "a\nb");
});

test("replacing the whole text is undone in one step", () => {
  const written = new Written([paragraph("a", "mine|")]);
  written.dispatch(story.replace(written.state, { blocks: [paragraph("a", "theirs"), paragraph("b", "more")] }));
  assert.deepEqual(written.outline, ["paragraph#a: theirs", "paragraph#b: more"]);
  written.does(story.undo);
  assert.deepEqual(written.outline, ["paragraph#a: mine"]);
});

test("below a last block that is not words there is a place to write, which is not written out", () => {
  const written = new Written([paragraph("a", "x|"), { id: "r", type: "rule" }]);
  written.type("y");
  assert.equal(written.state.doc.lastChild.type.name, "paragraph");
  assert.deepEqual(written.outline, ["paragraph#a: xy", "rule#r: "]);
});
