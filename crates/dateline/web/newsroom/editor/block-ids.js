/**
 * Ids that live as long as their blocks.
 *
 * A split leaves the id with the first half, unless the first half has no words and the second has; whatever else comes
 * twice, or without an id, gets a new one. An id once seen in this editor is never given to another block.
 */
import { Plugin } from "prosemirror-state";
import { mapNodes } from "./map-nodes.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = `${LETTERS}0123456789`;

/** Eight letters and digits, the first a letter, by chance. */
export function freshId(chance = crypto.getRandomValues(new Uint32Array(8))) {
  return [...chance].map((number, place) => (place ? DIGITS[number % 36] : LETTERS[number % 26])).join("");
}

/** The plugin that names blocks after every change. */
export function blockIds() {
  const seen = new Set();
  return new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null;
      const changes = renames(state.doc, seen);
      if (!changes.length) return null;
      const tr = state.tr;
      changes.forEach(({ pos, id }) => tr.setNodeAttribute(pos, "id", id));
      return tr.setMeta("blockIds", true);
    },
  });
}

/** Which top-level nodes need which id: `[{pos, id}]`. `seen` learns every id. */
export function renames(doc, seen = new Set(), fresh = freshId) {
  const holders = new Map();
  const nameless = [];
  doc.forEach((node, pos) => {
    const { id } = node.attrs;
    const holder = id === null ? null : holders.get(id);
    if (id === null) nameless.push({ node, pos });
    else if (!holder) holders.set(id, { node, pos });
    else if (holder.node.content.size === 0 && node.content.size > 0) {
      nameless.push(holder);
      holders.set(id, { node, pos });
    } else nameless.push({ node, pos });
  });
  holders.forEach((_, id) => seen.add(id));
  return nameless.map(({ node, pos }) => {
    const inherited = node.attrs.id === null ? idWithin(node) : null;
    const usable = inherited !== null && !holders.has(inherited);
    let id = usable ? inherited : fresh();
    while (!usable && seen.has(id)) id = fresh();
    holders.set(id, { node, pos });
    seen.add(id);
    return { pos, id };
  });
}

/** A paragraph that became a list or a quotation is still that block. */
function idWithin(node) {
  const first = node.isTextblock ? null : node.firstChild;
  return first ? first.attrs.id ?? idWithin(first) : null;
}

/** What is pasted or copied starts a life of its own. */
export function withoutIds(fragment) {
  return mapNodes(fragment, (node) => (node.attrs.id || node.attrs.renders ? { ...node.attrs, id: null, renders: null } : node.attrs));
}
