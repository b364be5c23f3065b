/** Signs that keyboards lack, in groups: those of the story's language first. */
import { element } from "./elements.js";
import { quotesOf } from "./quotes.js";

/** Signs that are not seen, with the text that names them. */
const UNSEEN = [
  ["\u00a0", "char_no_break"], ["\u202f", "char_narrow_no_break"], ["\u2009", "char_thin"], ["\u200c", "char_half_space"],
  ["\u00ad", "char_soft_hyphen"], ["\u200e", "char_left_to_right"], ["\u200f", "char_right_to_left"],
];
const SIGNS = "–—…·•°′″×÷−±≈≤≥½¼¾№§¶©®™†‡→←€£¥₼₽₺₴₸₾﷼₹¢‰";
const LETTERS = { az: "əğıöüçşƏĞİÖÜÇŞ", de: "äöüßÄÖÜẞ", fr: "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ", es: "áéíñóúü¿¡ÁÉÍÑÓÚÜ", fa: "پچژگکیۀ‌", ar: "ءأإآؤئىة" };

/** The groups for a language: `[{name, signs: [{sign, text}]}]`, `text` naming what is not seen. */
export function signsFor(language) {
  const base = language.split("-")[0];
  const quotes = [...new Set([...quotesOf(language).flat(), "’", "“", "”", "„", "‘", "‚", "«", "»", "‹", "›"].map((sign) => sign.trim()))];
  const group = (name, signs) => ({ name, signs: signs.map((sign) => ({ sign })) });
  return [
    group("chars_quotes", quotes),
    { name: "chars_unseen", signs: UNSEEN.map(([sign, text]) => ({ sign, text })) },
    group("chars_signs", [...SIGNS]),
    ...(LETTERS[base] ? [group("chars_letters", [...LETTERS[base]].filter((sign) => sign !== "\u200c"))] : []),
  ];
}

/** Opens the palette; `chosen(sign)` hears what was taken. */
export function openCharacters(language, texts, chosen) {
  const before = document.activeElement;
  const dialog = element("dialog", { class: "editor-dialog editor-characters", "aria-labelledby": "editor-characters" });
  const close = () => {
    dialog.close();
    dialog.remove();
    before?.focus?.();
  };
  const button = ({ sign, text }) => element("button", {
    type: "button", class: text ? "editor-named" : null, "data-sign": sign,
    onclick: () => {
      close();
      chosen(sign);
    },
  }, text ? texts.get(text) : sign);
  const groups = signsFor(language).map(({ name, signs }) => element("section", {},
    element("h3", {}, texts.get(name)), element("p", { dir: "ltr" }, ...signs.map(button))));
  dialog.append(element("h2", { id: "editor-characters" }, texts.get("characters")), ...groups,
    element("p", { class: "editor-answers" }, element("button", { type: "button", onclick: close }, texts.get("close"))));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
