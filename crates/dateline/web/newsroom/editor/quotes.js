/** Quotation marks: those of each language, and whether a text closes what it opens. */

/** Outer and inner marks, as [opening, closing]. */
const QUOTES = {
  default: [["“", "”"], ["‘", "’"]],
  ar: [["«", "»"], ["“", "”"]],
  az: [["“", "”"], ["«", "»"]],
  de: [["„", "“"], ["‚", "‘"]],
  es: [["«", "»"], ["“", "”"]],
  fa: [["«", "»"], ["‹", "›"]],
  fr: [["«\u202f", "\u202f»"], ["“", "”"]],
  ru: [["«", "»"], ["„", "“"]],
  zh: [["“", "”"], ["‘", "’"], ["《", "》"]],
};

/** The language's pairs, the outer first. */
export function quotesOf(language) {
  return QUOTES[language] ?? QUOTES[language.split("-")[0]] ?? QUOTES.default;
}

/**
 * True when every text of the story closes the quotation marks it opens. A quotation of several paragraphs may open each
 * of them and close the last. Single marks are left alone, being apostrophes as well.
 */
export function unbalanced(text, language, next = "") {
  const many = (sign) => text.split(sign).length - 1;
  if (many('"') % 2) return true;
  const outer = quotesOf(language)[0];
  const opensNext = (sign) => next.trimStart().startsWith(sign);
  const differ = (opening, closing, sign) => {
    const more = opening - closing;
    return more !== 0 && !(more === 1 && opensNext(sign));
  };
  // German and Russian inner marks close with the sign that opens in English.
  if (many("„") > 0 || outer[0] === "„") return differ(many("„"), many("“") + many("”"), "„") || differ(many("«"), many("»"), "«") && differ(many("»"), many("«"), "»");
  if (differ(many("“"), many("”"), "“")) return true;
  for (const [opening, closing] of [["《", "》"], ["「", "」"]]) {
    if (many(opening) !== many(closing)) return true;
  }
  return differ(many("«"), many("»"), "«");
}
