/**
 * What a story's body may hold, as ProseMirror sees it: the typed blocks of the crate story_body.
 *
 * Children of the document are the blocks; each carries `id`, `dir`, `lang` and `renders`. Paragraphs also stand inside
 * quotations and items, where those four are not written out. How blocks become a document and back: `blocks.js`.
 */
import { Schema } from "prosemirror-model";
import { canonicalLink, isMedia, PROVIDERS } from "./addresses.js";

const BLOCK = { id: { default: null }, dir: { default: null }, lang: { default: null }, renders: { default: null } };

/**
 * Attributes a block's element carries. Without a direction of its own the words of a line decide; what holds several
 * lines has the story's.
 */
function outside(node, more = {}) {
  const { id, dir, lang } = node.attrs;
  const isLine = ["paragraph", "heading", "preformatted"].includes(node.type.name);
  const given = dir ?? (isLine ? "auto" : null);
  return { ...(given && { dir: given }), ...(lang && { lang }), ...(id && { "data-block": id }), ...more };
}

/** Direction and language of a pasted block; its id stays where it was copied. */
function blockAttrs(element) {
  const dir = element.getAttribute("dir");
  return { dir: dir === "rtl" || dir === "ltr" ? dir : null, lang: language(element) };
}

function language(element) {
  const lang = element.getAttribute("lang") ?? "";
  return lang.length <= 35 && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : null;
}

function span(element, name) {
  return Math.min(Math.max(Number.parseInt(element.getAttribute(name), 10) || 1, 1), 100);
}

const cell = (tag, role) => ({
  content: "inline*",
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  tableRole: role,
  isolating: true,
  parseDOM: [{ tag, getAttrs: (element) => ({ colspan: span(element, "colspan"), rowspan: span(element, "rowspan") }) }],
  toDOM: (node) => [tag, {
    dir: "auto",
    ...(node.attrs.colspan > 1 && { colspan: node.attrs.colspan }),
    ...(node.attrs.rowspan > 1 && { rowspan: node.attrs.rowspan }),
  }, 0],
});

/** A block with words below it: picture, embed, film, recording. Its words are its caption. */
const shown = (attrs, tag, describe) => ({
  group: "block",
  content: "inline*",
  attrs: { ...BLOCK, ...attrs },
  isolating: true,
  defining: true,
  draggable: true,
  toDOM: (node) => ["figure", outside(node, describe(node.attrs)), ["figcaption", { dir: "auto" }, 0]],
  parseDOM: [{ tag, contentElement: captionOf, getAttrs: (element) => pasted(element, attrs, blockAttrs(element)) }],
});

function captionOf(element) {
  return element.querySelector("figcaption") ?? element;
}

/** Attributes as they were copied out of an editor; `false` for what no editor made. */
function pasted(element, attrs, more = {}) {
  const found = { ...more };
  for (const name of Object.keys(attrs)) {
    const raw = element.getAttribute(`data-${name}`);
    if (raw !== null && name !== "tracks") found[name] = raw;
  }
  if ("media" in attrs && !isMedia(found.media ?? "")) return false;
  if ("provider" in attrs && !(PROVIDERS[found.provider] && found.item)) return false;
  return found;
}

function data(attrs, names) {
  return Object.fromEntries(names.filter((name) => attrs[name] !== null).map((name) => [`data-${name}`, attrs[name]]));
}

const PICTURE = { media: {}, alt: { default: null }, credit: { default: null } };
const EMBED = { provider: {}, item: {} };
const VIDEO = { media: {}, poster: { default: null }, tracks: { default: [] }, credit: { default: null } };
const AUDIO = { media: {}, credit: { default: null } };

const nodes = {
  doc: { content: "block+" },
  paragraph: {
    group: "block",
    content: "inline*",
    attrs: BLOCK,
    parseDOM: [{ tag: "p", getAttrs: blockAttrs }],
    toDOM: (node) => ["p", outside(node), 0],
  },
  heading: {
    group: "block",
    content: "inline*",
    attrs: { ...BLOCK, level: { default: 2 } },
    defining: true,
    parseDOM: [["h1", 2], ["h2", 2], ["h3", 3], ["h4", 4], ["h5", 4], ["h6", 4]].map(([tag, level]) => (
      { tag, getAttrs: (element) => ({ ...blockAttrs(element), level }) })),
    toDOM: (node) => [`h${node.attrs.level}`, outside(node), 0],
  },
  list: {
    group: "block",
    content: "item+",
    attrs: { ...BLOCK, style: { default: "unordered" }, start: { default: null } },
    parseDOM: [
      { tag: "ul", getAttrs: (element) => ({ ...blockAttrs(element), style: "unordered" }) },
      { tag: "ol", getAttrs: (element) => ({ ...blockAttrs(element), style: "ordered", start: start(element) }) },
    ],
    toDOM: (node) => (node.attrs.style === "ordered"
      ? ["ol", outside(node, node.attrs.start === null ? {} : { start: node.attrs.start }), 0]
      : ["ul", outside(node), 0]),
  },
  item: {
    content: "paragraph list?",
    defining: true,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  quotation: {
    group: "block",
    content: "paragraph+ cite",
    attrs: BLOCK,
    defining: true,
    parseDOM: [{ tag: "blockquote", getAttrs: blockAttrs }],
    toDOM: (node) => ["blockquote", outside(node), 0],
  },
  cite: {
    content: "inline*",
    isolating: true,
    parseDOM: [{ tag: "footer" }, { tag: "cite", context: "quotation/" }],
    toDOM: () => ["footer", { dir: "auto" }, 0],
  },
  table: {
    group: "block",
    content: "table_caption grid",
    attrs: BLOCK,
    isolating: true,
    parseDOM: [{ tag: "figure[data-table]", getAttrs: blockAttrs }],
    toDOM: (node) => ["figure", outside(node, { "data-table": "" }), 0],
  },
  table_caption: {
    content: "inline*",
    isolating: true,
    parseDOM: [{ tag: "figcaption", context: "table/" }],
    toDOM: () => ["figcaption", { dir: "auto" }, 0],
  },
  grid: {
    content: "row+",
    tableRole: "table",
    isolating: true,
    parseDOM: [{ tag: "table" }],
    toDOM: () => ["table", ["tbody", 0]],
  },
  row: {
    content: "(cell | header_cell)*",
    tableRole: "row",
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
  cell: cell("td", "cell"),
  header_cell: cell("th", "header_cell"),
  preformatted: {
    group: "block",
    content: "text*",
    marks: "",
    attrs: BLOCK,
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full", getAttrs: blockAttrs }],
    toDOM: (node) => ["pre", outside(node), ["code", 0]],
  },
  picture: shown(PICTURE, "figure[data-media]:not([data-kind])", (attrs) => data(attrs, ["media", "alt", "credit"])),
  gallery: {
    group: "block",
    content: "gallery_picture* gallery_caption",
    attrs: BLOCK,
    isolating: true,
    draggable: true,
    parseDOM: [{ tag: "div[data-gallery]", getAttrs: blockAttrs }],
    toDOM: (node) => ["div", outside(node, { "data-gallery": "" }), 0],
  },
  gallery_picture: {
    content: "inline*",
    attrs: PICTURE,
    isolating: true,
    parseDOM: [{ tag: "figure[data-media]", context: "gallery/", priority: 60, contentElement: captionOf, getAttrs: (element) => pasted(element, PICTURE) }],
    toDOM: (node) => ["figure", data(node.attrs, ["media", "alt", "credit"]), ["figcaption", { dir: "auto" }, 0]],
  },
  gallery_caption: {
    content: "inline*",
    isolating: true,
    parseDOM: [{ tag: "div[data-caption]", context: "gallery/" }],
    toDOM: () => ["div", { dir: "auto", "data-caption": "" }, 0],
  },
  embed: shown(EMBED, "figure[data-provider]", (attrs) => data(attrs, ["provider", "item"])),
  rule: {
    group: "block",
    attrs: BLOCK,
    parseDOM: [{ tag: "hr" }],
    toDOM: (node) => ["hr", node.attrs.id ? { "data-block": node.attrs.id } : {}],
  },
  video: shown(VIDEO, 'figure[data-kind="video"]', (attrs) => ({ "data-kind": "video", ...data(attrs, ["media", "poster", "credit"]) })),
  audio: shown(AUDIO, 'figure[data-kind="audio"]', (attrs) => ({ "data-kind": "audio", ...data(attrs, ["media", "credit"]) })),
  text: { group: "inline" },
  line_break: {
    group: "inline",
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
    leafText: () => "\n",
  },
};

function start(element) {
  const first = Number.parseInt(element.getAttribute("start"), 10);
  return Number.isInteger(first) && first >= 0 && first !== 1 && first <= 0xffffffff ? first : null;
}

const plain = (element, ...others) => ({
  parseDOM: [element, ...others].map((tag) => (typeof tag === "string" ? { tag } : tag)),
  toDOM: () => [element, 0],
});

/** Marks in the order in which story_body writes them; `link` and `language` are fields of a run of their own. */
const marks = {
  strong: plain("strong", "b"),
  emphasis: plain("em", "i"),
  underline: plain("u"),
  strike: plain("s", "strike", "del"),
  sub: plain("sub"),
  sup: plain("sup"),
  code: { ...plain("code"), code: true },
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [{
      tag: "a[href]",
      getAttrs: (element) => {
        const href = canonicalLink(element.getAttribute("href"));
        return href === null ? false : { href };
      },
    }],
    toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "nofollow noopener" }, 0],
  },
  language: {
    attrs: { lang: {} },
    parseDOM: [{ tag: "span[lang]", getAttrs: (element) => (language(element) ? { lang: language(element) } : false) }],
    toDOM: (mark) => ["span", { lang: mark.attrs.lang }, 0],
  },
};

/** Marks that are words of a run's `marks`, in writing order. */
export const STYLES = ["strong", "emphasis", "underline", "strike", "sub", "sup", "code"];

export const schema = new Schema({ nodes, marks });
