/**
 * What is looked at beside the text before release: `[{block, field, message}]`, like the server's own. The server applies
 * the same rules (`src/story/checks.rs`); `fixtures/checks.json` holds cases that both must judge alike.
 */
import { countCharacters } from "./counts.js";
import { quotesOf, unbalanced } from "./quotes.js";

/** Headlines longer than this are cut where they are shown small. */
export const HEADLINE_MOST = 110;

/** Kinds that say where they were reported. */
const DATED = ["news", "interview"];

/** A field a page does not have is `null`, and not missed. `pictures` are `{block, field, missing}`. */
export function check({ language, headline, section, isInEdition = true, dateline, kind = null, urgency = null, texts, isEmpty = false, pictures }, say) {
  const found = [];
  const note = (message, place = {}) => found.push({ block: null, field: null, ...place, message });
  const isFlash = urgency === 1;
  if (headline !== null) checkHeadline(headline, language, say, note);
  if (section === "") note(say("check_section"), { field: "section" });
  else if (!isInEdition) note(say("check_not_in_edition"), { field: "section" });
  if (dateline?.trim() === "" && !isFlash && DATED.includes(kind ?? "news")) note(say("check_dateline"), { field: "dateline_place" });
  if (isEmpty && !isFlash) note(say("check_empty"));
  for (const { missing, ...place } of pictures) note(say(`check_${missing}`), place);
  texts.forEach(({ block, text, lang }, place) => {
    if (unbalanced(text, lang ?? language, texts[place + 1]?.text)) note(say("check_quotes", { pair: pair(lang ?? language) }), { block });
  });
  return found;
}

function checkHeadline(headline, language, say, note) {
  const length = countCharacters(headline);
  if (!headline.trim()) note(say("check_headline_empty"), { field: "headline" });
  else if (length > HEADLINE_MOST) note(say("check_headline_long", { length, most: HEADLINE_MOST }), { field: "headline" });
  if (unbalanced(headline, language)) note(say("check_quotes", { pair: pair(language) }), { field: "headline" });
}

function pair(language) {
  const [opening, closing] = quotesOf(language)[0];
  return opening.trim() + closing.trim();
}

/** True for a block of story_body that readers would see something of. */
export function saysSomething(block) {
  const bare = { ...block, id: "", type: "", level: 0 };
  return ["picture", "gallery", "video", "audio", "embed", "rule"].includes(block.type) || /"text":"[^"]*[^\s"]/.test(JSON.stringify(bare));
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
