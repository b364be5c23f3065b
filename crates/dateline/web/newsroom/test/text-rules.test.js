// Counting, quotation marks, checks, signs: values in, values out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bodyOf, documentOf } from "../editor/blocks.js";
import { signsFor } from "../editor/characters.js";
import { check, saysSomething, textsOf } from "../editor/checks.js";
import { countCharacters, countDocument, countWords, readingMinutes } from "../editor/counts.js";
import { unsaid } from "../editor/figures.js";
import { occurrences } from "../editor/find.js";
import { Media } from "../editor/media.js";
import { quotesOf, unbalanced } from "../editor/quotes.js";

const paragraphs = (...texts) => documentOf({ blocks: texts.map((text, place) => ({ id: `p${place}`, type: "paragraph", content: text ? [{ text }] : [] })) });

test("words are parted as each language parts them", () => {
  assert.equal(countWords("The ministers’ well-known plan costs 3.5 million.", "en"), 8);
  assert.equal(countWords("Bakıda “Yaşıl enerji” forumu keçirilib.", "az"), 5);
  assert.equal(countWords("اجتمع وزراء أربع دول في باكو.", "ar"), 6);
  assert.equal(countWords("رئیس‌جمهور می‌رود", "fa"), 2);
  assert.equal(countWords("四国部长在巴库开会。", "zh"), 5);
  assert.equal(countWords("", "en"), 0);
});

test("characters are what people see as one", () => {
  assert.equal(countCharacters("cafe\u0301"), 4);
  assert.equal(countCharacters("می\u200cرود"), 5);
  assert.equal(countCharacters("a\nb"), 2);
  assert.equal(countCharacters("😀"), 1);
});

test("a document's count is that of its words, tables and captions included", () => {
  const doc = documentOf({ blocks: [
    { id: "a", type: "paragraph", content: [{ text: "one " }, { text: "two", marks: ["strong"] }, { text: "\nthree" }] },
    { id: "b", type: "table", rows: [[{ content: [{ text: "four" }] }, { content: [{ text: "five" }] }]], caption: [{ text: "six" }] },
    { id: "c", type: "picture", media: "m", caption: [{ text: "seven" }] },
  ] });
  assert.equal(countDocument(doc, "en").words, 7);
});

test("reading takes a minute at least, and Chinese is read by its characters", () => {
  assert.equal(readingMinutes({ words: 0, characters: 0 }, "en"), 0);
  assert.equal(readingMinutes({ words: 20, characters: 100 }, "en"), 1);
  assert.equal(readingMinutes({ words: 920, characters: 5000 }, "en"), 4);
  assert.equal(readingMinutes({ words: 400, characters: 900 }, "zh-Hans"), 3);
});

test("quotation marks are those of the language", () => {
  assert.deepEqual(quotesOf("fr")[0], ["«\u202f", "\u202f»"]);
  assert.deepEqual(quotesOf("zh-Hans")[0], ["“", "”"]);
  assert.deepEqual(quotesOf("it")[0], ["“", "”"]);
});

test("a quotation that does not end is found, in every language's marks", () => {
  for (const [text, language] of [
    ["“We agreed, he said.", "en"], ["We agreed,” he said.", "en"], ['"We agreed, he said.', "en"], ["«Razılaşdıq, o dedi.", "az"],
    ["„Wir sind einig, sagte er.", "de"], ["« Nous sommes d’accord.", "fr"], ["«Мы договорились.", "ru"], ["“我们同意。", "zh"], ["「我们同意。", "zh"],
    ["قال: «اتفقنا.", "ar"],
  ]) {
    assert.equal(unbalanced(text, language), true, text);
  }
  for (const [text, language] of [
    ["“We agreed,” he said.", "en"], ["It’s the ministers’ plan", "en"], ['"We agreed", he said.', "en"], ["„Wir sind einig“, sagte er.", "de"],
    ["„Wir sind einig”, sagte er.", "de"], ["«Газета „Известия“ пишет»", "ru"], ["« Nous sommes d’accord »", "fr"], ["“我们同意。”《人民日报》", "zh"],
    ["»Wir sind einig«, sagte er.", "de"], ["no quotation at all", "en"],
  ]) {
    assert.equal(unbalanced(text, language), false, text);
  }
});

test("a quotation of several paragraphs opens each and closes the last", () => {
  assert.equal(unbalanced("“First part.", "en", "“Second part.”"), false);
  assert.equal(unbalanced("“First part.", "en", "No quotation."), true);
});

const say = (name, gaps = {}) => [name, ...Object.values(gaps)].join(" ");
const fine = { language: "en", headline: "Ministers meet", section: "politics", dateline: "Baku", texts: [], pictures: [] };

test("nothing is wrong with a story that has everything", () => {
  assert.deepEqual(check({ ...fine, texts: textsOf(paragraphs("All “is” well.")) }, say), []);
});

test("each thing that is missing is named at its place", () => {
  const found = check({
    ...fine, headline: "x".repeat(111), section: "", dateline: "",
    texts: textsOf(paragraphs("fine", "“open")), pictures: [{ block: "b1", field: null, missing: "alt" }, { block: "b1", field: null, missing: "credit" }],
  }, say);
  assert.deepEqual(found, [
    { block: null, field: "headline", message: "check_headline_long 111 110" },
    { block: null, field: "section", message: "check_section" },
    { block: null, field: "dateline_place", message: "check_dateline" },
    { block: "b1", field: null, message: "check_alt" },
    { block: "b1", field: null, message: "check_credit" },
    { block: "p1", field: null, message: "check_quotes “”" },
  ]);
  assert.equal(check({ ...fine, headline: " " }, say)[0].message, "check_headline_empty");
});

const RULES = {
  check_headline_long: "long_headline", check_quotes: "quotes", check_not_in_edition: "not_in_edition", check_dateline: "no_dateline",
  check_empty: "empty_body", check_alt: "no_alt", check_credit: "no_credit",
};

test("the cases shared with the server are judged as they say", async () => {
  const cases = JSON.parse(await readFile(new URL("../../../../../fixtures/checks.json", import.meta.url), "utf8"));
  for (const { name, language, headline, section, kind, urgency, place, body, found } of cases) {
    const doc = documentOf(body);
    const told = check({
      language, headline, section, kind, urgency, dateline: place, isInEdition: section === "politics", texts: textsOf(doc),
      isEmpty: !bodyOf(doc).blocks.some(saysSomething), pictures: unsaid(doc, new Media("")),
    }, (key) => RULES[key]);
    assert.deepEqual(told.map(({ message, block, field }) => [message, block, field ?? null]).sort(), found.sort(), name);
  }
});

test("fields that a page does not have are not missed", () => {
  assert.deepEqual(check({ ...fine, headline: null, section: null, dateline: null }, say), []);
});

const places = (doc, words, more) => occurrences(doc, words, { language: "en", exact: false, ...more }).map(({ from, to }) => doc.textBetween(from, to));

test("words are found whatever their case, as the language folds it", () => {
  const doc = paragraphs("Iğdır və İğdir, IĞDIR, ığdır, igdir", "Baku baku BAKU");
  assert.deepEqual(places(doc, "baku"), ["Baku", "baku", "BAKU"]);
  assert.deepEqual(places(doc, "baku", { exact: true }), ["baku"]);
  assert.deepEqual(places(doc, "ığdır", { language: "az" }), ["Iğdır", "IĞDIR", "ığdır"]);
  assert.deepEqual(places(doc, "iğdir", { language: "az" }), ["İğdir"]);
  assert.deepEqual(places(doc, ""), []);
});

test("words are found over marks and breaks, in their right places", () => {
  const doc = documentOf({ blocks: [{ id: "a", type: "paragraph", content: [{ text: "😀 Ann " }, { text: "Lee", marks: ["strong"] }, { text: " here\nAnn Lee" }] }] });
  assert.deepEqual(places(doc, "ann lee"), ["Ann Lee", "Ann Lee"]);
});

test("signs of the language stand first, and Persian has its half-space", () => {
  assert.equal(signsFor("ru")[0].signs[0].sign, "«");
  for (const language of ["en", "fa"]) {
    const unseen = signsFor(language).find(({ name }) => name === "chars_unseen").signs.map(({ sign }) => sign);
    assert.ok(unseen.includes("\u200c") && unseen.includes("\u202f"));
  }
});
