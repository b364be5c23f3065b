// What a picture says of itself goes into fields that are empty, and into no other.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "prosemirror-state";
import { figureOf, fillIn, unfilled } from "../editor/said.js";
import { schema } from "../editor/schema.js";

const KNOWN = { alt: "A bridge over the river", caption: "The bridge\n at noon ", credit: "L. Marek" };

test("a figure arrives with what its file says of itself", () => {
  const picture = figureOf("picture", "m1", KNOWN);
  assert.deepEqual([picture.attrs.alt, picture.attrs.credit, picture.textContent], ["A bridge over the river", "L. Marek", "The bridge at noon"]);
  const sound = figureOf("audio", "m2", KNOWN);
  assert.deepEqual([sound.attrs.credit, "alt" in sound.attrs, sound.textContent], ["L. Marek", false, "The bridge at noon"]);
  const silent = figureOf("picture", "m3", { alt: " ", caption: "" });
  assert.deepEqual([silent.attrs.alt, silent.attrs.credit, silent.content.size], [null, null, 0]);
});

test("what was typed stays, and what is empty is filled", () => {
  const typed = schema.nodes.picture.create({ media: "m1", credit: "ARNA" }, schema.text("Seen from the quay"));
  assert.deepEqual(unfilled(typed, KNOWN), { alt: "A bridge over the river" });
  const state = EditorState.create({ doc: schema.node("doc", null, [typed]) });
  const filled = fillIn(state.tr, 0, KNOWN).doc.firstChild;
  assert.deepEqual([filled.attrs.alt, filled.attrs.credit, filled.textContent], ["A bridge over the river", "ARNA", "Seen from the quay"]);
  assert.deepEqual(unfilled(filled, KNOWN), {}, "nothing is left to fill");
});

test("an empty figure takes everything, its words before anything else in it", () => {
  const state = EditorState.create({ doc: schema.node("doc", null, [figureOf("picture", "m1"), schema.node("paragraph")]) });
  const filled = fillIn(state.tr, 0, KNOWN).doc.firstChild;
  assert.deepEqual([filled.attrs.credit, filled.textContent], ["L. Marek", "The bridge at noon"]);
  filled.check();
});
