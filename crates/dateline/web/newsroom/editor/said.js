/**
 * What a picture, film or recording says of itself, written into the fields of its figure: caption, credit and the text for
 * those who do not see it. Only fields that are empty are filled; what somebody typed stays.
 */
import { schema } from "./schema.js";

/** One line of words; `null` where there are none. */
function line(words) {
  return words?.replace(/\s+/g, " ").trim() || null;
}

/** Fields of a kind of figure that have no words of their own. */
const OWN = ["alt", "credit"];

/** A figure of `kind` showing `reference`, with what its record says in its fields. */
export function figureOf(kind, reference, known = {}) {
  const type = schema.nodes[kind];
  const own = OWN.filter((name) => name in type.spec.attrs).map((name) => [name, line(known[name])]);
  const caption = line(known.caption);
  return type.create({ media: reference, ...Object.fromEntries(own) }, caption && type.inlineContent ? schema.text(caption) : null);
}

/** What the record of a figure's picture says that the figure does not: `{alt, credit, caption}`, each only where it does. */
export function unfilled(node, known = {}) {
  const own = OWN.filter((name) => name in node.attrs && !node.attrs[name] && line(known[name])).map((name) => [name, line(known[name])]);
  const caption = node.inlineContent && !node.content.size && line(known.caption);
  return Object.fromEntries(caption ? [...own, ["caption", caption]] : own);
}

/** The change that fills the empty fields of the figure at `pos`. */
export function fillIn(tr, pos, known) {
  const { caption, ...attrs } = unfilled(tr.doc.nodeAt(pos), known);
  for (const [name, words] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, words);
  if (caption) tr.insert(pos + 1, schema.text(caption));
  return tr;
}
