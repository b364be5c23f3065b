/**
 * What is looked at beside the text before it goes to the desk: `[{block, field, message}]`, like the server's own.
 * `story` is `{language, headline, headlineMost, fields, blocks}`; `fields` holds what the form says, by name.
 */
import { countCharacters } from "./counts.js";
import { quotesOf, unbalanced } from "./quotes.js";

/** A headline no longer than this fits a list on a telephone. */
export const HEADLINE_MOST = 100;

export function check({ language, headline, headlineMost = HEADLINE_MOST, section, dateline, texts, pictures }, say) {
  const found = [];
  const note = (message, place = {}) => found.push({ block: null, field: null, ...place, message });
  if (headline !== null) checkHeadline(headline, headlineMost, language, say, note);
  if (section === "") note(say("check_section"), { field: "section" });
  if (dateline === "") note(say("check_dateline"), { field: "dateline" });
  for (const { block, missing } of pictures) note(say(`check_${missing}`), { block });
  texts.forEach(({ block, text, lang }, place) => {
    if (unbalanced(text, lang ?? language, texts[place + 1]?.text)) note(say("check_quotes", { pair: pair(lang ?? language) }), { block });
  });
  return found;
}

function checkHeadline(headline, most, language, say, note) {
  const length = countCharacters(headline);
  if (!headline.trim()) note(say("check_headline_empty"), { field: "headline" });
  else if (length > most) note(say("check_headline_long", { length, most }), { field: "headline" });
  if (unbalanced(headline, language)) note(say("check_quotes", { pair: pair(language) }), { field: "headline" });
}

function pair(language) {
  const [opening, closing] = quotesOf(language)[0];
  return opening.trim() + closing.trim();
}

/** The texts of a document's blocks, for what is checked in words. */
export function textsOf(doc) {
  const texts = [];
  doc.forEach((block) => {
    const text = block.textBetween(0, block.content.size, "\n", "\n");
    texts.push({ block: block.attrs.id, lang: block.attrs.lang, text });
  });
  return texts;
}
