/** How much a story says: words, characters, and how long it takes to read. */

/** Words a minute; for Chinese and its like, characters. Averages for news prose read silently. */
const WORDS_A_MINUTE = { default: 230, ar: 140, fa: 150, zh: 300, ja: 400 };

const segmenters = new Map();

/** The language's own way of parting words; `null` in browsers that know none. */
function segmenter(language) {
  if (!("Segmenter" in Intl)) return null;
  if (!segmenters.has(language)) {
    const known = Intl.Segmenter.supportedLocalesOf([language]).length ? language : "en";
    segmenters.set(language, new Intl.Segmenter(known, { granularity: "word" }));
  }
  return segmenters.get(language);
}

/** Words of a text, in the language's own way of parting them. */
export function countWords(text, language) {
  const parts = segmenter(language)?.segment(text);
  if (!parts) return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'\u200c.-]*/gu)?.length ?? 0;
  let words = 0;
  for (const part of parts) words += part.isWordLike ? 1 : 0;
  return words;
}

/** Characters as people count them: a letter with its accents is one, a break of the line none. */
export function countCharacters(text) {
  let characters = 0;
  for (const letter of text) characters += /[\p{M}\p{Cf}\n\r]/u.test(letter) ? 0 : 1;
  return characters;
}

/** Whole minutes, one at least where there is a word. */
export function readingMinutes({ words, characters }, language) {
  const base = language.split("-")[0];
  const speed = WORDS_A_MINUTE[base] ?? WORDS_A_MINUTE.default;
  const amount = base === "zh" || base === "ja" ? characters : words;
  return amount === 0 ? 0 : Math.max(1, Math.round(amount / speed));
}

const counted = new WeakMap();

/** Words and characters of a document; a block is counted once for as long as it stays as it is. */
export function countDocument(doc, language) {
  let words = 0;
  let characters = 0;
  doc.forEach((block) => {
    let count = counted.get(block);
    if (!count) {
      const text = block.textBetween(0, block.content.size, "\n", (leaf) => (leaf.type.name === "line_break" ? "\n" : ""));
      count = { words: countWords(text, block.attrs.lang ?? language), characters: countCharacters(text) };
      counted.set(block, count);
    }
    words += count.words;
    characters += count.characters;
  });
  return { words, characters };
}
