/**
 * Blocks of story_body as JSON ⇄ a document of `schema.js`, losing nothing either way.
 *
 * Reading is strict: a kind or key this editor does not know throws, so that a story it cannot hold is never
 * opened and saved back with less. Empty paragraphs at the end are where writing goes on; they are not written, so an
 * empty body is one empty paragraph.
 */
import { embedAddress } from "./addresses.js";
import { schema, STYLES } from "./schema.js";

const MAX_SPAN = 100;

/** A block or key that this editor does not know. */
export class UnknownBlock extends Error {}

/** The document of `{"blocks": […]}`. */
export function documentOf(body) {
  const blocks = body.blocks.map(readBlock);
  return schema.node("doc", null, blocks.length ? blocks : [schema.node("paragraph")]);
}

const written = new WeakMap();

/** `{"blocks": […]}` of a document. What a block says is worked out once for as long as it stays as it is. */
export function bodyOf(doc) {
  let last = doc.childCount;
  while (last && saysNothing(doc.child(last - 1))) last -= 1;
  return { blocks: doc.children.slice(0, last).map(blockOf) };
}

function saysNothing(node) {
  const { dir, lang, renders } = node.attrs;
  return node.type.name === "paragraph" && node.content.size === 0 && !dir && !lang && !renders;
}

/** One block of a document. */
export function blockOf(node) {
  let block = written.get(node);
  if (!block) {
    block = writeBlock(node);
    written.set(node, block);
  }
  return block;
}

/** Refuses keys beyond those a reader took. */
function fields(object, known) {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) throw new UnknownBlock(`${object.type ?? "part"}: ${key}`);
  }
  return object;
}

const OF_ALL = ["id", "type", "dir", "lang", "renders"];

function readBlock(block) {
  const reader = READERS[block.type];
  if (!reader) throw new UnknownBlock(String(block.type));
  fields(block, [...OF_ALL, ...reader.keys]);
  if (block.renders) fields(block.renders, ["block", "version"]);
  const outside = { id: block.id ?? null, dir: block.dir ?? null, lang: block.lang ?? null, renders: block.renders ?? null };
  return reader.read(block, outside);
}

const PICTURE_KEYS = ["media", "alt", "caption", "credit"];

const READERS = {
  paragraph: { keys: ["content"], read: (block, outside) => schema.node("paragraph", outside, inline(block.content)) },
  heading: {
    keys: ["level", "content"],
    read: (block, outside) => schema.node("heading", { ...outside, level: block.level }, inline(block.content)),
  },
  list: { keys: ["style", "start", "items"], read: readList },
  quotation: {
    keys: ["paragraphs", "cite"],
    read: (block, outside) => schema.node("quotation", outside, [
      ...atLeastOne(block.paragraphs, []).map((content) => schema.node("paragraph", null, inline(content))),
      schema.node("cite", null, inline(block.cite)),
    ]),
  },
  table: { keys: ["caption", "rows"], read: readTable },
  preformatted: {
    keys: ["text"],
    read: (block, outside) => schema.node("preformatted", outside, block.text ? [schema.text(block.text)] : []),
  },
  picture: { keys: PICTURE_KEYS, read: (block, outside) => shown("picture", outside, block, ["media", "alt", "credit"]) },
  gallery: {
    keys: ["pictures", "caption"],
    read: (block, outside) => schema.node("gallery", outside, [
      ...block.pictures.map((picture) => shown("gallery_picture", null, fields(picture, PICTURE_KEYS), ["media", "alt", "credit"])),
      schema.node("gallery_caption", null, inline(block.caption)),
    ]),
  },
  embed: { keys: ["provider", "item", "url", "caption"], read: readEmbed },
  rule: { keys: [], read: (_, outside) => schema.node("rule", outside) },
  video: { keys: ["media", "poster", "tracks", "caption", "credit"], read: readVideo },
  audio: { keys: ["media", "caption", "credit"], read: (block, outside) => shown("audio", outside, block, ["media", "credit"]) },
};

function atLeastOne(list, otherwise) {
  return list.length ? list : [otherwise];
}

function shown(type, outside, source, names) {
  const own = Object.fromEntries(names.map((name) => [name, source[name] ?? null]));
  return schema.node(type, { ...outside, ...own }, inline(source.caption));
}

function readEmbed(block, outside) {
  if (!block.provider || !block.item) throw new UnknownBlock("embed without provider and item");
  const embed = { provider: block.provider, item: block.item };
  if (block.url && block.url !== embedAddress(embed)) throw new UnknownBlock(`embed: ${block.url}`);
  return shown("embed", outside, block, ["provider", "item"]);
}

function readVideo(block, outside) {
  const tracks = block.tracks ?? [];
  tracks.forEach((track) => fields(track, ["media", "kind", "lang", "label"]));
  return schema.node("video", { ...outside, media: block.media, poster: block.poster ?? null, tracks, credit: block.credit ?? null }, inline(block.caption));
}

function readList(list, outside) {
  const items = atLeastOne(list.items, { content: [] }).map((item) => {
    fields(item, ["content", "list"]);
    const inner = item.list ? [readList(fields(item.list, ["style", "start", "items"]), null)] : [];
    return schema.node("item", null, [schema.node("paragraph", null, inline(item.content)), ...inner]);
  });
  return schema.node("list", { ...outside, style: list.style, start: list.start ?? null }, items);
}

function readTable(block, outside) {
  const cell = (source) => {
    fields(source, ["content", "kind", "colspan", "rowspan"]);
    const type = (source.kind ?? "data") === "header" ? "header_cell" : "cell";
    return schema.node(type, { colspan: source.colspan ?? 1, rowspan: source.rowspan ?? 1 }, inline(source.content));
  };
  const rows = atLeastOne(block.rows, []).map((row) => schema.node("row", null, row.map(cell)));
  return schema.node("table", outside, [
    schema.node("table_caption", null, inline(block.caption)),
    schema.node("grid", null, rows),
  ]);
}

function inline(runs = []) {
  return runs.flatMap((run) => {
    fields(run, ["text", "marks", "link", "lang"]);
    const marks = marksOf(run);
    const parts = run.text.split("\n").map((line) => (line ? [schema.text(line, marks)] : []));
    return parts.flatMap((part, place) => (place ? [schema.node("line_break", null, null, marks), ...part] : part));
  });
}

function marksOf(run) {
  const marks = (run.marks ?? []).map((name) => {
    if (!STYLES.includes(name)) throw new UnknownBlock(`mark: ${name}`);
    return schema.mark(name);
  });
  if (run.link) marks.push(schema.mark("link", { href: run.link }));
  if (run.lang) marks.push(schema.mark("language", { lang: run.lang }));
  return marks;
}

// ── writing ──

/** What no line of words holds: control characters but the line break, non-characters, halves of characters. */
function clean(text, tab = " ") {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(/\r\n?/g, "\n").replace(/\t/g, tab).replace(/(?![\n\t])[\p{Cc}\p{NChar}]/gu, "");
}

function writeBlock(node) {
  const { id, dir, lang, renders } = node.attrs;
  const outside = { id, type: node.type.name, ...given({ dir, lang, renders }) };
  return { ...outside, ...WRITERS[node.type.name](node) };
}

/** The keys that have a value. */
function given(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}

const words = (text) => (text === null ? null : clean(text));
const caption = (node) => (contentOf(node).length ? contentOf(node) : null);

const WRITERS = {
  paragraph: (node) => ({ content: contentOf(node) }),
  heading: (node) => ({ level: node.attrs.level, content: contentOf(node) }),
  list: writeList,
  quotation: (node) => ({
    paragraphs: node.children.filter((child) => child.type.name === "paragraph").map(contentOf),
    ...given({ cite: caption(node.lastChild) }),
  }),
  table: writeTable,
  preformatted: (node) => ({ text: clean(node.textContent, "\t") }),
  picture: writePicture,
  gallery: (node) => ({
    pictures: node.children.slice(0, -1).map(writePicture),
    ...given({ caption: caption(node.lastChild) }),
  }),
  embed: (node) => {
    const { provider, item } = node.attrs;
    return { provider, item, url: embedAddress({ provider, item }), ...given({ caption: caption(node) }) };
  },
  rule: () => ({}),
  video: (node) => {
    const { media, poster, tracks, credit } = node.attrs;
    return { media, ...given({ poster, tracks: tracks.length ? tracks : null, caption: caption(node), credit: words(credit) }) };
  },
  audio: (node) => ({ media: node.attrs.media, ...given({ caption: caption(node), credit: words(node.attrs.credit) }) }),
};

function writePicture(node) {
  const { media, alt, credit } = node.attrs;
  return { media, ...given({ alt: words(alt), caption: caption(node), credit: words(credit) }) };
}

function writeList(node) {
  const items = node.children.map((item) => {
    const list = item.childCount > 1 ? writeList(item.lastChild) : null;
    return { content: contentOf(item.firstChild), ...given({ list }) };
  });
  return { style: node.attrs.style, ...given({ start: node.attrs.start }), items };
}

function writeTable(node) {
  const [title, grid] = node.children;
  const rows = grid.children.map((row) => row.children.map(writeCell));
  const head = headRows(rows);
  rows.forEach((row, index) => {
    const left = index < head ? head - index : rows.length - index;
    row.forEach((cell) => {
      const rowspan = Math.min(cell.rowspan ?? 1, left);
      if (rowspan > 1) cell.rowspan = rowspan;
      else delete cell.rowspan;
    });
  });
  return { ...given({ caption: caption(title) }), rows };
}

function writeCell(node) {
  const kind = node.type.name === "header_cell" ? "header" : null;
  const span = (wanted) => (wanted > 1 ? Math.min(wanted, MAX_SPAN) : null);
  return { content: contentOf(node), ...given({ kind, colspan: span(node.attrs.colspan), rowspan: span(node.attrs.rowspan) }) };
}

/** Leading rows of header cells only, unless all rows are; no cell reaches out of them. */
function headRows(rows) {
  const isBody = (row) => row.length === 0 || row.some((cell) => cell.kind !== "header");
  const head = rows.findIndex(isBody);
  return head < 0 ? 0 : head;
}

/** The runs of a line of words, neighbours of one style joined. */
function contentOf(node) {
  const runs = [];
  node.forEach((child) => {
    const text = clean(child.isText ? child.text : "\n");
    if (!text) return;
    const run = { text, ...styleOf(child.marks) };
    const last = runs.at(-1);
    if (last && sameStyle(last, run)) last.text += text;
    else runs.push(run);
  });
  return runs;
}

function styleOf(marks) {
  const style = {};
  const names = STYLES.filter((name) => marks.some((mark) => mark.type.name === name));
  if (names.length) style.marks = names;
  for (const mark of marks) {
    if (mark.type.name === "link") style.link = mark.attrs.href;
    if (mark.type.name === "language") style.lang = mark.attrs.lang;
  }
  return style;
}

function sameStyle(one, other) {
  return one.link === other.link && one.lang === other.lang && String(one.marks ?? "") === String(other.marks ?? "");
}
