/** What each key does in the editor. */
import { baseKeymap, chainCommands, createParagraphNear, exitCode, joinTextblockBackward, liftEmptyBlock, newlineInCode, splitBlockAs } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Plugin, TextSelection } from "prosemirror-state";
import { addRowAfter, goToNextCell, isInTable } from "prosemirror-tables";
import { kind, lineBreak, list, quotation, rule, style, text, turn } from "./commands.js";
import { redo, undo } from "./document.js";
import { schema } from "./schema.js";

const { nodes } = schema;

/** Signs that are not on a keyboard and are typed often. */
const NO_BREAK = "\u00a0";
const NARROW_NO_BREAK = "\u202f";
const HALF_SPACE = "\u200c";

/** Keys of commands that the toolbar shows too, as prosemirror-keymap writes them. */
export const KEYS = {
  strong: "Mod-b",
  emphasis: "Mod-i",
  underline: "Mod-u",
  link: "Mod-k",
  paragraph: "Mod-Alt-0",
  heading2: "Mod-Alt-2",
  heading3: "Mod-Alt-3",
  heading4: "Mod-Alt-4",
  ordered: "Mod-Shift-7",
  unordered: "Mod-Shift-8",
  quotation: "Mod-Shift-9",
  rule: "Mod-Alt-r",
  direction: "Mod-Alt-d",
  characters: "Mod-Alt-c",
  quotes: "Mod-Alt-q",
  find: "Mod-f",
  replace: "Mod-h",
  undo: "Mod-z",
  redo: "Mod-Shift-z",
};

/** Plugins for all keys. `open` holds what keys open (link, find, replace, characters, quotes, toolbar); `language` is the story's. */
export function keys(open, language) {
  const half = text(HALF_SPACE);
  const persian = (state, dispatch) => language.split("-")[0] === "fa" && half(state, dispatch);
  const own = {
    "Mod-b": style("strong"),
    "Mod-i": style("emphasis"),
    "Mod-u": style("underline"),
    "Mod-Alt-0": kind("paragraph"),
    "Mod-Alt-2": kind("heading", { level: 2 }),
    "Mod-Alt-3": kind("heading", { level: 3 }),
    "Mod-Alt-4": kind("heading", { level: 4 }),
    "Mod-Shift-7": list("ordered"),
    "Mod-Shift-8": list("unordered"),
    "Mod-Shift-9": quotation,
    "Mod-Alt-r": rule,
    "Mod-Alt-d": turn,
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-Shift-Space": text(NO_BREAK),
    "Mod-Alt-Space": text(NARROW_NO_BREAK),
    "Shift-Space": persian,
    "Mod-Shift-2": half,
    "Shift-Enter": chainCommands(newlineInCode, lineBreak),
    "Mod-Enter": chainCommands(exitCode, leaveBlock),
    Enter: chainCommands(newlineInCode, enterInCell, enterInQuotation, enterInCaption, splitListItem(nodes.item), liftEmptyItem, createParagraphNear, liftEmptyBlock, split),
    Backspace: chainCommands(unlist, joinTextblockBackward),
    Tab: chainCommands(nextCell, sinkListItem(nodes.item)),
    "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.item)),
    ...Object.fromEntries(["link", "find", "replace", "characters", "quotes"].map((name) => [KEYS[name], opens(open[name])])),
    "Alt-F10": opens(open.toolbar),
  };
  return [keymap(own), keymap(baseKeymap), afterLast()];
}

function opens(what) {
  return (state, dispatch, view) => {
    if (view) what(view);
    return true;
  };
}

/** After a whole block comes a paragraph in its direction and language; the second half of one is of its kind. */
const split = splitBlockAs(({ attrs: { dir, lang } }, atEnd) => (atEnd ? { type: nodes.paragraph, attrs: { dir, lang } } : null));

/** In a cell Enter breaks the line. */
function enterInCell(state, dispatch) {
  return isInTable(state) && lineBreak(state, dispatch);
}

/** In the last row Tab makes another. */
function nextCell(state, dispatch, view) {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  return addRowAfter(state, dispatch) && (!view || goToNextCell(1)(view.state, dispatch));
}

const CAPTIONED = ["picture", "embed", "video", "audio", "cite", "gallery_picture", "gallery_caption"];

/** In words below something, and in who said it, Enter goes on after the block. */
function enterInCaption(state, dispatch) {
  const { name } = state.selection.$from.parent.type;
  if (name === "table_caption") {
    const { $from } = state.selection;
    if (dispatch) dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after()))).scrollIntoView());
    return true;
  }
  return CAPTIONED.includes(name) && leaveBlock(state, dispatch);
}

/** An empty last paragraph of a quotation is left towards who said it; any other is split. */
function enterInQuotation(state, dispatch) {
  const { $from, empty } = state.selection;
  if ($from.depth < 2 || $from.node(-1).type !== nodes.quotation || $from.parent.type !== nodes.paragraph) return false;
  const said = $from.node(-1);
  const isLast = $from.index(-1) === said.childCount - 2;
  if (!empty || $from.parent.content.size || !isLast || said.childCount < 3) return split(state, dispatch);
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1))).scrollIntoView());
  }
  return true;
}

/** A paragraph after the block the cursor is in. */
export function leaveBlock(state, dispatch) {
  const { $from } = state.selection;
  const pos = $from.depth ? $from.after(1) : state.selection.to;
  if (dispatch) {
    const next = state.doc.nodeAt(pos);
    const tr = next?.type === nodes.paragraph && !next.content.size ? state.tr : state.tr.insert(pos, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))).scrollIntoView());
  }
  return true;
}

/** An empty item is the end of its list. */
function liftEmptyItem(state, dispatch) {
  const { $from } = state.selection;
  if ($from.depth < 3 || $from.node(-1).type !== nodes.item || $from.parent.content.size) return false;
  return $from.depth > 4 ? liftListItem(nodes.item)(state, dispatch) : kind("paragraph")(state, dispatch);
}

/** At the start of a list or quotation Backspace dissolves it. */
function unlist(state, dispatch) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset || $from.depth < 2) return false;
  const outer = $from.node(1).type;
  const isFirst = $from.index(1) === 0 && $from.parent.type === nodes.paragraph;
  if (outer === nodes.quotation && isFirst) return kind("paragraph")(state, dispatch);
  return outer === nodes.list && $from.depth === 3 && isFirst && kind("paragraph")(state, dispatch);
}

/** Below a last block that is not words there is always a paragraph to go on in; while it is empty it is not written. */
function afterLast() {
  return new Plugin({
    appendTransaction(transactions, _, state) {
      const last = state.doc.lastChild;
      if (!transactions.some((tr) => tr.docChanged) || [nodes.paragraph, nodes.heading].includes(last.type)) return null;
      return state.tr.insert(state.doc.content.size, nodes.paragraph.create());
    },
  });
}
