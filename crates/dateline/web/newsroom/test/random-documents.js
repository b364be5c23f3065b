// Documents made by chance from the editor's own schema, so that whatever it gains appears here by itself.

import { Fragment } from "prosemirror-model";
import { canonicalLink, PROVIDERS } from "../editor/addresses.js";
import { schema } from "../editor/schema.js";
import { words } from "./chance.js";
import { ITEMS } from "./random-bodies.js";

const ADDRESSES = [
  "https://arna.example/x", " HTTP://Arna.Example ", "//arna.example/x", "mailto:a@b.example", "/a/../b", "https://xn--e1afmkfd.example/ü?q=ə#ş",
];

/** Values of attributes, by their names; an attribute that is new must be named here. */
const ATTRIBUTES = {
  id: (chance, count) => `d${count}`,
  dir: (chance) => chance.one([null, "ltr", "rtl"]),
  lang: (chance) => chance.one([null, "ar", "zh-Hans"]),
  renders: (chance) => chance.one([null, { block: "o1", version: 2 }]),
  level: (chance) => chance.between(2, 4),
  style: (chance) => chance.one(["ordered", "unordered"]),
  start: (chance) => chance.one([null, null, 0, 7, 4294967295]),
  colspan: (chance) => chance.one([1, 1, 2, 200]),
  rowspan: (chance) => chance.one([1, 1, 2, 5]),
  colwidth: () => null,
  media: (chance) => chance.one(["p01.jpg", "0190a3c4-aaaa"]),
  alt: (chance) => chance.one([null, "", words(chance)]),
  credit: (chance) => chance.one([null, words(chance)]),
  provider: (chance) => chance.one(Object.keys(PROVIDERS)),
  item: () => "12345",
  poster: (chance) => chance.one([null, "p02.jpg"]),
  tracks: (chance) => chance.many(2, () => ({ media: "v.vtt", kind: chance.one(["captions", "subtitles", "descriptions"]), lang: "en" })),
  href: (chance) => canonicalLink(chance.one(ADDRESSES)),
};

export class RandomDocuments {
  constructor(chance) {
    this.chance = chance;
    this.count = 0;
  }

  document() {
    this.count = 0;
    return this.node(schema.nodes.doc, 0);
  }

  node(type, depth) {
    const attrs = this.attrs(type.spec.attrs);
    if (attrs.provider) attrs.item = ITEMS[attrs.provider] ?? "12345";
    if (type.isText) throw new Error("texts are made with their marks");
    const children = type.inlineContent ? this.inline(type) : this.children(type, depth);
    const node = type.create(attrs, Fragment.from(children));
    node.check();
    return node;
  }

  /** Walks the content expression, stopping where it may stop. */
  children(type, depth) {
    const found = [];
    let match = type.contentMatch;
    for (;;) {
      const full = found.length > (depth > 2 ? 1 : 4);
      if (match.edgeCount === 0 || (match.validEnd && (full || (found.length && this.chance.happens(0.3))))) return found;
      const edges = Array.from({ length: match.edgeCount }, (_, place) => match.edge(place));
      const shallow = edges.filter((edge) => edge.type.name !== "list" || depth < 9);
      if (!shallow.length) return found;
      const edge = this.chance.one(full ? [edges.find((e) => e.next !== match) ?? edges[0]] : shallow);
      found.push(this.node(edge.type, depth + 1));
      match = edge.next;
    }
  }

  inline(type) {
    return this.chance.many(5, () => {
      const marks = this.marks(type);
      const text = words(this.chance, 4);
      if (text && (this.chance.happens(0.8) || type.spec.code)) return schema.text(text, marks);
      return type.spec.code ? null : schema.node("line_break", null, null, marks);
    }).filter(Boolean);
  }

  marks(type) {
    const allowed = Object.values(schema.marks).filter((mark) => type.allowsMarkType(mark) && this.chance.happens(0.15));
    return allowed.reduce((set, mark) => mark.create(this.attrs(mark.spec.attrs, mark)).addToSet(set), []);
  }

  attrs(specs = {}, mark = null) {
    this.count += 1;
    return Object.fromEntries(Object.keys(specs).map((name) => {
      if (!ATTRIBUTES[name]) throw new Error(`the editor has a new attribute: ${name}`);
      const value = mark && name === "lang" ? "fr" : ATTRIBUTES[name](this.chance, this.count);
      return [name, value];
    }));
  }
}
