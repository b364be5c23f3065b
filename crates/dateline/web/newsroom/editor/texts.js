/** Texts of the interface, in the reader's language, from the page's `<script type="application/json" id="editor-texts">`. */
export class Texts {
  constructor(texts, language) {
    this.texts = texts;
    this.language = language;
    this.numbers = new Intl.NumberFormat(language);
  }

  /** Reads them out of a page. */
  static of(page) {
    const found = page.getElementById("editor-texts");
    return new Texts(found ? JSON.parse(found.textContent) : {}, page.documentElement.lang || "en");
  }

  /** The text `editor_KEY` with its gaps filled; a number is written as the language writes it. */
  get(key, gaps = {}) {
    const text = this.texts[`editor_${key}`] ?? key;
    return text.replace(/\{\s*\$(\w+)\s*\}/g, (whole, name) => (name in gaps ? this.written(gaps[name]) : whole));
  }

  written(value) {
    return typeof value === "number" ? this.numbers.format(value) : value;
  }
}
