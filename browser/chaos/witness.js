// What people typed and what they were told, written down beside the program; and the judgement of what is there after.

/** A word that is one of ours, and nothing else on a page. */
const WORD = /(?<!\p{L})(?:copy|söz|قلم)\d+z/gu;
/** Beginnings of words, so that not only ASCII is kept. */
const BEGINNINGS = ["copy", "söz", "قلم"];

/** Writes down every word of a run. Words are one of a kind, so that each is found or missed by itself. */
export class Witness {
  /** `mayBeLostMs` before a crash is all that may be lost: a second, and more where a busy machine must not fail a suite. */
  constructor({ mayBeLostMs = 1000 } = {}) {
    this.mayBeLostMs = mayBeLostMs;
    this.count = 0;
    /** By story: every word typed, as `{word, window, at}`. */
    this.typed = new Map();
    /** By story: words the server said it has. */
    this.acknowledged = new Map();
    /** By story: `{revision, words}` the server said it has set aside. */
    this.aside = new Map();
    /** By window: the moment at which its browser crashed. */
    this.crashed = new Map();
    /** By story: what happened to it, a line each, for whoever must find out why a word is gone. */
    this.history = new Map();
  }

  /** Something happened to a story. */
  note(story, what) {
    put(this.history, story, `${new Date().toISOString().slice(14, 23)} ${what}`);
  }

  /** A new word, typed now in a window. */
  word(story, window) {
    this.count += 1;
    const word = `${BEGINNINGS[this.count % BEGINNINGS.length]}${this.count}z`;
    put(this.typed, story, { word, window, at: Date.now() });
    this.note(story, `${window} types ${word}`);
    return word;
  }

  /** A word that never came into the text, or was not seen there before the browser went. */
  untyped(story, word) {
    this.typed.set(story, this.typed.get(story).filter((typed) => typed.word !== word));
  }

  /** The answer to a save: 200 is an acknowledgement of all its words, 409 of words set aside. */
  answered(story, window, payload, status, answer) {
    const words = wordsIn(JSON.stringify(payload));
    this.note(story, `${window} saves on ${payload.revision}, ${status} ${JSON.stringify(answer)?.slice(0, 120)}: ${words.join(" ")}`);
    if (status === 200) words.forEach((word) => put(this.acknowledged, story, word));
    if (status === 409 && answer?.kept) put(this.aside, story, { revision: answer.kept, words });
  }

  /** A browser died without a word. */
  crash(window) {
    this.crashed.set(window, Date.now());
  }

  /** What was acknowledged in all. */
  get acknowledgements() {
    return [...this.acknowledged.values()].reduce((sum, words) => sum + new Set(words).size, 0);
  }
}

function put(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The words of a text that are ours. */
export function wordsIn(text) {
  return text.match(WORD) ?? [];
}

/**
 * Holds what a witness wrote down of a story against what is found: `copy` is the text of the working copy, `revisions` maps
 * numbers to texts, `kept` is what browsers offer. Gives the faults, each a sentence, and how
 * many milliseconds before a crash each word was typed that was lost in it.
 */
export function judge(witness, story, { copy, revisions, kept }) {
  const faults = [];
  const onServer = new Set([...wordsIn(copy), ...[...revisions.values()].flatMap(wordsIn)]);
  const anywhere = new Set([...onServer, ...wordsIn(kept)]);
  for (const word of new Set(witness.acknowledged.get(story) ?? [])) {
    if (!onServer.has(word)) faults.push(`story ${story}: ${word} was acknowledged and is nowhere`);
  }
  for (const { revision, words } of witness.aside.get(story) ?? []) {
    const text = new Set(wordsIn(revisions.get(revision) ?? ""));
    const missing = words.filter((word) => !text.has(word));
    if (missing.length) faults.push(`story ${story}: ${missing.join(" ")} should be set aside as revision ${revision}`);
  }
  const lost = [];
  for (const { word, window, at } of witness.typed.get(story) ?? []) {
    if (anywhere.has(word)) continue;
    const crash = witness.crashed.get(window);
    if (crash !== undefined && at > crash - witness.mayBeLostMs) lost.push(crash - at);
    else faults.push(`story ${story}: ${word} was typed in ${window}${crash ? ` ${crash - at} ms before its crash` : ""} and is nowhere`);
  }
  return { faults, lost };
}
