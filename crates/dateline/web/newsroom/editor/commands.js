/**
 * What toolbar and keys do to the words and blocks at the selection: `command(state, dispatch)`, true where it applies.
 *
 * A block that changes its kind keeps its id; a list made of three paragraphs keeps the first one's.
 */
import { toggleMark } from "prosemirror-commands";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

/** Sets words apart, or no longer. */
export function style(name) {
  return toggleMark(marks[name], null, { removeWhenPresent: true, includeWhitespace: false });
}

/** True where the selection, or what is typed next, has the mark. */
export function hasMark(state, name) {
  const { from, to, empty, $from } = state.selection;
  const type = marks[name];
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

/** The name of the kind of block the selection is in; of a heading with its level. */
export function kindAt(state) {
  const block = blockAt(state.selection);
  if (!block) return "";
  const { node } = block;
  if (node.type === nodes.heading) return `heading${node.attrs.level}`;
  return node.type === nodes.list ? node.attrs.style : node.type.name;
}

/** The first top-level block the selection touches. */
export function blockAt({ $from }) {
  const node = $from.depth ? $from.node(1) : $from.nodeAfter;
  return node && { node, pos: $from.depth ? $from.before(1) : $from.pos };
}

/** Every top-level block the selection touches: their range and nodes. */
function blocksAt(state) {
  const { $from, $to } = state.selection;
  const first = $from.index(0);
  const last = $to.depth || $to.pos === $from.pos ? $to.index(0) : $to.index(0) - 1;
  const found = state.doc.children.slice(first, last + 1);
  const from = $from.depth ? $from.before(1) : $from.pos;
  return { from, to: from + found.reduce((size, node) => size + node.nodeSize, 0), found };
}

const outside = ({ id = null, dir = null, lang = null, renders = null }) => ({ id, dir, lang, renders });

/** Paragraph, heading or preformatted; a list or quotation is dissolved first. */
export function kind(name, attrs = {}) {
  return (state, dispatch) => {
    const { from, to, found } = blocksAt(state);
    if (found.some((node) => node.type === nodes.list || node.type === nodes.quotation)) {
      return name === "paragraph" ? dissolve(state, dispatch) : false;
    }
    if (!found.length || !found.every((node) => node.isTextblock && TYPED.includes(node.type.name))) return false;
    const keep = (node) => ({ ...outside(node.attrs), ...attrs });
    if (dispatch) dispatch(state.tr.setBlockType(from, to, nodes[name], keep).scrollIntoView());
    return true;
  };
}

const TYPED = ["paragraph", "heading", "preformatted"];

/** Words of blocks, each as a paragraph without an id of its own. */
function linesOf(node) {
  if (node.isTextblock) {
    const content = node.type === nodes.preformatted ? schema.text(node.textContent || " ") : node.content;
    return TYPED.includes(node.type.name) ? [nodes.paragraph.create(null, content)] : null;
  }
  return null;
}

/** A list of the style, made of what is selected; a list of that style is dissolved, one of the other changes. */
export function list(wanted) {
  return (state, dispatch) => {
    const { from, to, found } = blocksAt(state);
    if (found.length === 1 && found[0].type === nodes.list) {
      const at = innermostList(state.selection.$from);
      if (at.node.attrs.style === wanted) return dissolve(state, dispatch);
      if (dispatch) dispatch(state.tr.setNodeMarkup(at.pos, null, { ...at.node.attrs, style: wanted, start: null }));
      return true;
    }
    const items = found.flatMap((node) => {
      if (node.type === nodes.list) return node.children;
      return linesOf(node)?.map((line) => nodes.item.create(null, line)) ?? [null];
    });
    if (!items.length || items.includes(null)) return false;
    if (dispatch) put(state, dispatch, from, to, [nodes.list.create({ ...outside(found[0].attrs), style: wanted }, items)]);
    return true;
  };
}

function innermostList($pos) {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type === nodes.list) return { node: $pos.node(depth), pos: $pos.before(depth) };
  }
  return null;
}

/** A quotation of what is selected, or no longer one. */
export function quotation(state, dispatch) {
  const { from, to, found } = blocksAt(state);
  if (found.length === 1 && found[0].type === nodes.quotation) return dissolve(state, dispatch);
  const lines = found.flatMap((node) => linesOf(node) ?? [null]);
  if (!lines.length || lines.includes(null)) return false;
  const made = nodes.quotation.create(outside(found[0].attrs), [...lines, nodes.cite.create()]);
  if (dispatch) put(state, dispatch, from, to, [made]);
  return true;
}

/** Selected items and quotations become paragraphs; what is not selected stays as it is. */
function dissolve(state, dispatch) {
  const { from, to, found } = blocksAt(state);
  if (!dispatch) return true;
  const { $from, $to } = state.selection;
  const made = found.flatMap((node, place) => {
    if (node.type === nodes.quotation) return named(node, quoted(node));
    if (node.type !== nodes.list) return [node];
    const first = place === 0 ? $from.index(1) : 0;
    const last = place === found.length - 1 && $to.depth > 1 ? $to.index(1) : node.childCount - 1;
    return withoutItems(node, first, last);
  });
  put(state, dispatch, from, to, made);
  return true;
}

function quoted(node) {
  const cite = node.lastChild;
  const said = node.children.slice(0, -1).map((line) => nodes.paragraph.create(null, line.content));
  return cite.content.size ? [...said, nodes.paragraph.create(null, cite.content)] : said;
}

function withoutItems(node, first, last) {
  const part = (items) => (items.length ? [nodes.list.create({ ...node.attrs, id: null }, items)] : []);
  const freed = node.children.slice(first, last + 1).flatMap((item) => [
    nodes.paragraph.create(null, item.firstChild.content),
    ...(item.childCount > 1 ? [nodes.list.create(item.lastChild.attrs, item.lastChild.content)] : []),
  ]);
  return named(node, [...part(node.children.slice(0, first)), ...freed, ...part(node.children.slice(last + 1))]);
}

/** The first of what a block became is still that block. */
function named(node, [first, ...others]) {
  return [first.type.create({ ...first.attrs, ...outside(node.attrs) }, first.content), ...others];
}

/** Replaces whole blocks, the cursor staying as far from their end as it was. */
function put(state, dispatch, from, to, made) {
  const { $from } = state.selection;
  const words = state.doc.textBetween(from, $from.pos, "\n").length;
  const tr = state.tr.replaceWith(from, to, made);
  tr.setSelection(TextSelection.near(tr.doc.resolve(placeOfWord(tr.doc, from, words))));
  dispatch(tr.scrollIntoView());
}

/** Where so many letters after a position stand, breaks between blocks counted as one. */
function placeOfWord(doc, from, words) {
  let left = words;
  let started = false;
  let found = null;
  doc.nodesBetween(from, doc.content.size, (node, pos) => {
    if (found !== null || !node.isTextblock) return found === null;
    if (started) left -= 1;
    started = true;
    const length = node.textBetween(0, node.content.size, "\n", "\n").length;
    if (left <= length) found = pos + 1 + left;
    left -= length;
    return false;
  });
  return found ?? Math.min(from + 1, doc.content.size);
}

/** Puts a block where the cursor is: in the place of an empty paragraph, else after the block. */
export function insertBlock(node, into = "after") {
  return (state, dispatch) => {
    const block = blockAt(state.selection);
    const isEmpty = block?.node.type === nodes.paragraph && block.node.content.size === 0;
    const pos = block ? block.pos + block.node.nodeSize : state.doc.content.size;
    if (!dispatch) return true;
    const tr = state.tr;
    if (isEmpty) tr.replaceWith(block.pos, pos, node);
    else tr.insert(pos, node);
    const at = isEmpty ? block.pos : pos;
    if (at + node.nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, nodes.paragraph.create());
    const inside = into === "inside" ? TextSelection.near(tr.doc.resolve(at + 1)) : Selection.near(tr.doc.resolve(at + node.nodeSize));
    dispatch(tr.setSelection(inside).scrollIntoView());
    return true;
  };
}

/** A break in the thought. */
export const rule = (state, dispatch) => insertBlock(nodes.rule.create())(state, dispatch);

/** Words as typed, in the place of what is selected, in the marks that stand there. */
export function text(words) {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    if (dispatch) dispatch(state.tr.insertText(words).scrollIntoView());
    return true;
  };
}

/** Sets what is selected between two signs; without a selection the cursor goes between them. */
export function between(opening, closing) {
  return (state, dispatch) => {
    const { from, to, $from, $to } = state.selection;
    if (!$from.parent.inlineContent || !$to.parent.inlineContent) return false;
    if (!dispatch) return true;
    const tr = state.tr.insertText(closing, to).insertText(opening, from);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, from + opening.length, to + opening.length)).scrollIntoView());
    return true;
  };
}

/** A break of the line, where words are. */
export function lineBreak(state, dispatch) {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent) return false;
  if ($from.parent.type.spec.code) return false;
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.line_break.create(), true).scrollIntoView());
  return true;
}

/** The link at the selection: its address and the range it has; `null` where there is none. */
export function linkAt(state) {
  const { $from, from, to, empty } = state.selection;
  const inside = $from.parent;
  if (!inside.inlineContent) return null;
  const start = $from.start();
  let found = null;
  let run = null;
  inside.forEach((child, offset) => {
    const mark = marks.link.isInSet(child.marks);
    if (!mark) run = null;
    else if (run && run.href === mark.attrs.href) run.to = start + offset + child.nodeSize;
    else run = { href: mark.attrs.href, from: start + offset, to: start + offset + child.nodeSize };
    if (run && (empty ? run.from <= from && run.to >= from : run.from < to && run.to > from)) found = found ?? run;
  });
  return found;
}

/** Makes what is selected, or the link the cursor is in, lead to `href`; with `null` it leads nowhere. */
export function link(href) {
  return (state, dispatch) => {
    const there = linkAt(state);
    const { empty } = state.selection;
    const from = empty && there ? there.from : state.selection.from;
    const to = empty && there ? there.to : state.selection.to;
    if (!state.selection.$from.parent.type.allowsMarkType(marks.link)) return false;
    if (!dispatch) return true;
    const tr = state.tr;
    if (href === null) tr.removeMark(Math.min(from, there?.from ?? from), Math.max(to, there?.to ?? to), marks.link);
    else if (from === to) tr.replaceWith(from, to, schema.text(href, [marks.link.create({ href })]));
    else tr.addMark(from, to, marks.link.create({ href }));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Sets the direction of the selected blocks; with `null` their words decide. */
export function direction(dir) {
  return (state, dispatch) => {
    const { from, found } = blocksAt(state);
    if (!dispatch) return found.length > 0;
    const tr = state.tr;
    let pos = from;
    found.forEach((node) => {
      tr.setNodeAttribute(pos, "dir", dir);
      pos += node.nodeSize;
    });
    dispatch(tr);
    return true;
  };
}

/** The next direction a key gives: from left, from right, as the words are. */
export function turn(state, dispatch) {
  const dir = blockAt(state.selection)?.node.attrs.dir ?? null;
  return direction({ ltr: "rtl", rtl: null }[dir] === undefined ? "ltr" : { ltr: "rtl", rtl: null }[dir])(state, dispatch);
}

/** Selects a whole block by its id, or its first words. */
export function goTo(state, dispatch, id) {
  let found = null;
  state.doc.forEach((node, pos) => {
    if (node.attrs.id === id) found = { node, pos };
  });
  if (!found) return false;
  const { node, pos } = found;
  const selection = node.isTextblock && node.content.size === 0 || node.isAtom
    ? NodeSelection.create(state.doc, pos) : TextSelection.near(state.doc.resolve(pos + 1));
  if (dispatch) dispatch(state.tr.setSelection(selection).scrollIntoView());
  return true;
}
