import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "../keys.js";

const pressed = (key, code, shiftKey = false) => keyOf({ key, code, shiftKey });

test("a key is the same key on a keyboard of another script", () => {
  for (const [key, code, meant] of [
    ["j", "KeyJ", "j"], ["J", "KeyJ", "j"], ["о", "KeyJ", "j"], ["ت", "KeyJ", "j"], ["c", "KeyC", "c"], ["с", "KeyC", "c"],
    ["ü", "KeyW", "w"], ["Enter", "Enter", "Enter"], ["ArrowDown", "ArrowDown", "ArrowDown"],
  ]) assert.equal(pressed(key, code), meant, key);
});

test("what a Latin keyboard prints on a key counts, wherever the key lies", () => {
  assert.equal(pressed("a", "KeyQ"), "a", "French");
  assert.equal(pressed("k", "KeyT"), "k", "Dvorak");
  assert.equal(pressed("-", "Slash"), "-", "German");
  assert.equal(pressed("?", "Minus", true), "?", "German");
});

test("digits count in every script and without Shift", () => {
  for (const [key, code] of [["3", "Digit3"], ["٣", "Digit3"], ["۳", "Digit3"], ["\"", "Digit3"]]) {
    assert.equal(pressed(key, code), "3", key);
  }
});

test("the list of keys is asked for where the question mark lies", () => {
  assert.equal(pressed(",", "Slash", true), "?", "Russian");
  assert.equal(pressed("؟", "Slash", true), "?", "Arabic");
  assert.equal(pressed(".", "Slash"), "/", "Russian");
  assert.equal(pressed("ю", "Period"), ".", "Russian");
});
