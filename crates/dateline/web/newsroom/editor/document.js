/**
 * The document being edited, and the only module that knows how it is held.
 *
 * Everything else sees editor states, transactions, and bodies of story_body. When several people write in one document
 * at the same time, what changes is here: the plugins that hold the past and receive the changes of others.
 */
import { closeHistory, history, isHistoryTransaction, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { Slice } from "prosemirror-model";
import { EditorState, Selection } from "prosemirror-state";
import { blockIds, renames } from "./block-ids.js";
import { bodyOf, documentOf } from "./blocks.js";

/** Changes no further apart than this are undone together, in milliseconds. */
const GROUP_MS = 600;

/** The state in which editing `body` begins. Throws `UnknownBlock` for a body this editor cannot hold. */
export function open(body, plugins) {
  const doc = documentOf(body);
  const all = [history({ newGroupDelay: GROUP_MS, depth: 500 }), blockIds(), ...plugins];
  const state = EditorState.create({ doc, plugins: all });
  const tr = state.tr.setMeta("addToHistory", false);
  renames(doc).forEach(({ pos, id }) => tr.setNodeAttribute(pos, "id", id));
  return tr.docChanged ? state.apply(tr) : state;
}

/** The body as it stands. */
export function body(state) {
  return bodyOf(state.doc);
}

/** Puts another body in the place of this one; undoing brings the old one back. */
export function replace(state, other) {
  const { content } = documentOf(other);
  const tr = closeHistory(state.tr).replace(0, state.doc.content.size, new Slice(content, 0, 0));
  return tr.setSelection(Selection.atStart(tr.doc));
}

export { redo, undo };

/** How far one can go back and forth. */
export function past(state) {
  return { undo: undoDepth(state), redo: redoDepth(state) };
}

/** True for going back or forth. */
export function isTravel(tr) {
  return isHistoryTransaction(tr);
}
