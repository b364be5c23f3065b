// Chance that can be had again: everything follows from a seed.

/** Numbers from a seed (mulberry32). */
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`. */
  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one(list) {
    return list[this.between(0, list.length - 1)];
  }

  happens(share) {
    return this.next() < share;
  }

  many(most, make, least = 0) {
    return Array.from({ length: this.between(least, most) }, () => make());
  }
}

const WORDS = [
  "news", "Ann Lee", " ", "  ", "\n", "é", "e\u0301", "\u0301", "<b>&amp;\"'", "*_[x](y)`#|", "议会", "خبر", "می\u200cشود", "\u00a0",
  "\u202f", "İğdır", "1.", "- ", "\t", "\r\n", "\u0007", "\ufffe", "\u{1fffe}", "\ud800", "😀", "\u2028", "\u200f", "",
];

/** Words as people and programs make them, the impossible ones too. */
export function words(chance, most = 6) {
  return chance.many(most, () => chance.one(WORDS)).join("");
}

/** Words that can stand in a body as they are. */
export function cleanWords(chance, most = 6) {
  return words(chance, most).replace(/[\t\r\u0007\ufffe\ud800-\udfff]|\u{1fffe}/gu, "");
}
