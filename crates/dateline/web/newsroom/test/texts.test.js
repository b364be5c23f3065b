// Texts of the editor: the same keys in all languages, each asked for, none missing.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { Texts } from "../editor/texts.js";

const TEXTS = new URL("../../../texts/editor/", import.meta.url);
const EDITOR = new URL("../editor/", import.meta.url);
const NINE = ["ar", "az", "de", "en", "es", "fa", "fr", "ru", "zh"];

async function textsOf(language) {
  const file = await readFile(new URL(`${language}.ftl`, TEXTS), "utf8");
  return new Map([...file.matchAll(/^(\w+) = (.*)$/gm)].map(([, key, text]) => [key, text]));
}

const gapsOf = (text) => [...text.matchAll(/\{ \$(\w+) \}/g)].map(([, name]) => name).sort();

test("every text stands in every language, with the same gaps", async () => {
  assert.deepEqual((await readdir(TEXTS)).sort(), NINE.map((language) => `${language}.ftl`));
  const english = await textsOf("en");
  for (const language of NINE) {
    const texts = await textsOf(language);
    assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort(), language);
    for (const [key, text] of texts) {
      assert.deepEqual(gapsOf(text), gapsOf(english.get(key)), `${key} in ${language}`);
      assert.ok(text.trim(), `${key} in ${language} is empty`);
    }
  }
});

test("every text is asked for by the editor", async () => {
  const names = (await readdir(EDITOR)).filter((name) => name.endsWith(".js"));
  const source = (await Promise.all(names.map((name) => readFile(new URL(name, EDITOR), "utf8")))).join("\n");
  const MADE = /^editor_(state|check)_/;
  for (const key of (await textsOf("en")).keys()) {
    const name = key.replace(/^editor_/, "");
    const part = key.replace(MADE, "");
    const asked = new RegExp(`(["' ]${name}["':])|(["']${part}["':])|([{ ]${name}[:,])`).test(source);
    assert.ok(asked, `nobody asks for ${key}`);
  }
});

test("gaps are filled, numbers in the digits of the language", () => {
  const texts = new Texts({ editor_words_count: "واژه: { $count }" }, "fa");
  assert.equal(texts.get("words_count", { count: 1234 }), "واژه: ۱٬۲۳۴");
  assert.equal(new Texts({}, "en").get("nothing"), "nothing");
});
