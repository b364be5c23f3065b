// The editor's document and story_body say the same, whichever side gains something.

import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalLink, embedAddress, embedFromAddress, linkFromTyped, PROVIDERS } from "../editor/addresses.js";
import { bodyOf, documentOf, UnknownBlock } from "../editor/blocks.js";
import { schema as ours } from "../editor/schema.js";
import { Chance } from "./chance.js";
import { RandomBodies } from "./random-bodies.js";
import { RandomDocuments } from "./random-documents.js";
import { bodySchema, readInRust } from "./rust.js";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const schema = bodySchema();

test("what the editor makes is read in Rust without loss", () => {
  const random = new RandomDocuments(new Chance(SEED));
  const docs = Array.from({ length: 600 }, () => random.document());
  const bodies = docs.map(bodyOf);
  const seen = new Set();
  docs.forEach((doc) => doc.descendants((node) => {
    seen.add(node.type.name);
    node.marks.forEach(({ type }) => seen.add(type.name));
  }));
  const all = [...Object.keys(ours.nodes), ...Object.keys(ours.marks)].filter((name) => name !== "doc");
  assert.deepEqual(all.filter((name) => !seen.has(name)), [], `SEED=${SEED}: kinds of nodes and marks that were not tried`);
  readInRust("bodies", bodies).forEach((answer, place) => {
    assert.deepEqual(answer.ok ?? answer, bodies[place], `SEED=${SEED}, body ${place}`);
  });
});

test("what Rust's schema allows is opened in the editor without loss", () => {
  const random = new RandomBodies(schema, new Chance(SEED));
  const bodies = Array.from({ length: 600 }, () => random.body());
  readInRust("bodies", bodies).forEach((answer, place) => {
    assert.ok(answer.ok, `SEED=${SEED}, body ${place}: ${answer.refused}`);
    const doc = documentOf(answer.ok);
    doc.check();
    assert.deepEqual(bodyOf(doc), answer.ok, `SEED=${SEED}, body ${place}`);
  });
});

test("every kind of block that Rust knows is opened", () => {
  const random = new RandomBodies(schema, new Chance(SEED));
  for (const kind of schema.properties.blocks.items.oneOf) {
    const block = random.block(kind);
    assert.equal(bodyOf(documentOf({ blocks: [block, { ...block, id: "other" }] })).blocks[0].type, block.type);
  }
});

test("an empty body is one empty paragraph, and nothing when it is written", () => {
  assert.deepEqual(bodyOf(documentOf({ blocks: [] })), { blocks: [] });
});

test("a kind, a key or a mark that the editor does not know is not opened", () => {
  for (const block of [
    { id: "a", type: "poll", content: [] },
    { id: "a", type: "paragraph", content: [], colour: "red" },
    { id: "a", type: "paragraph", content: [{ text: "x", marks: ["blink"] }] },
    { id: "a", type: "list", style: "ordered", items: [{ content: [], done: true }] },
    { id: "a", type: "table", rows: [[{ content: [], width: 3 }]] },
    { id: "a", type: "video", media: "v.mp4", tracks: [{ media: "v.vtt", kind: "captions", default: true }] },
  ]) {
    assert.throws(() => documentOf({ blocks: [block] }), UnknownBlock, JSON.stringify(block));
  }
});

const ADDRESSES = [
  "https://arna.example/en/1", " HTTP://Arna.Example ", "//arna.example/x", "mailto:desk@arna.example", "/en/politics?x=1#b-a1",
  "/a/../b", "/..//evil.example", "/.//evil.example", "/\\evil.example/x", "\\\\evil.example", "javascript:alert(1)",
  "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
  "relative.html", "#top", "", " ", "tel:1", "https://", "mailto:", "https://bücher.example/ü ö", "https://a.example:443/", "http://[::1]/x",
  "https://user:pass@a.example/", "https:a.example", "https:/a.example", "HTTPS:\\\\a.example\\x", "https://a.example/\n b", "ftp://a.example/",
  "blob:https://a.example/x", "https://a.example/%zz", "/%2e%2e//evil.example", "/x\u0000y", "https://ə.example/", "https://a b.example/",
  "https://" + "a".repeat(5000), "/" + "ü".repeat(1000), "vbscript:x", "//", "///x", "/\t/evil.example", "mailto:a@b.example?subject=x y",
];

test("a link is taken, written and refused as in Rust", () => {
  readInRust("links", ADDRESSES).forEach((answer, place) => {
    assert.equal(canonicalLink(ADDRESSES[place]), answer.ok ?? null, ADDRESSES[place]);
  });
});

test("a link the editor takes is the same link in Rust, whatever it is put together from", () => {
  const chance = new Chance(SEED);
  const pieces = ["/", "//", "\\", "https:", "http://", "mailto:", "a.example", "own.invalid", "..", ".", "?", "#", "@", ":", "%2e", "%zz", "ü", " ", "\t", "x", "[::1]", "1.2", "&", "\u202f", "\"", "<"];
  const addresses = Array.from({ length: 3000 }, () => chance.many(6, () => chance.one(pieces), 1).join(""));
  const different = readInRust("links", addresses)
    .map((answer, place) => [addresses[place], canonicalLink(addresses[place]), answer.ok])
    .filter(([, mine, theirs]) => mine !== null && mine !== theirs);
  assert.deepEqual(different, [], `SEED=${SEED}`);
});

test("an address that was typed is completed", () => {
  assert.equal(linkFromTyped("arna.example/az"), "https://arna.example/az");
  assert.equal(linkFromTyped("desk@arna.example"), "mailto:desk@arna.example");
  assert.equal(linkFromTyped("/en/12"), "/en/12");
  assert.equal(linkFromTyped("javascript:alert(1)"), null);
  assert.equal(linkFromTyped("some words"), null);
});

const PAGES = [
  "https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1", "//www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?t=3",
  "https://www.youtube.com/watch?v=dQw4w9WgXcQ&x=1", "https://www.youtube.com/shorts/abc", "https://www.youtube.com/embed/videoseries?list=1",
  "https://player.vimeo.com/video/76979871?h=1", "https://vimeo.com/76979871", "https://vimeo.com/channels", "https://dai.ly/x8",
  "https://www.dailymotion.com/embed/video/x8", "https://geo.dailymotion.com/player.html?video=x8", "https://rutube.ru/play/embed/abc/",
  "https://rutube.ru/video/abc/", "https://rutube.ru/video/embed/abc", "https://twitter.com/arna/status/12345?ref=x", "https://x.com/i/status/1/photo/1",
  "https://platform.twitter.com/embed/Tweet.html?id=9", "https://www.instagram.com/p/Cabc_1/embed/", "https://instagram.com/reel/x",
  "https://www.tiktok.com/@arna/video/99", "https://www.tiktok.com/embed/v2/99", "https://www.tiktok.com/embed/99", "https://m.facebook.com/watch?v=99",
  "https://www.facebook.com/watch/?v=99", "https://www.facebook.com/arna/videos/title/99/", "https://www.facebook.com/arna/videos/99",
  "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Farna%2Fvideos%2F99%2F",
  "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fevil.example%2F", "https://t.me/arna/15?embed=1", "https://t.me/arna",
  "https://open.spotify.com/embed/episode/4rOo", "https://open.spotify.com/track/4rOo?si=1", "https://open.spotify.com/user/x",
  "https://youtube.com.evil.example/embed/x", "https://evil.example/youtube.com/embed/x", "javascript://youtube.com/embed/x",
  "https://www.youtube.com/embed/\"onload=x", "not an address", "", "https://www.youtube.com/watch", "ftp://youtu.be/x",
];

test("a provider's page is recognised as in Rust", () => {
  readInRust("embeds", PAGES).forEach((answer, place) => {
    const found = embedFromAddress(PAGES[place]);
    assert.deepEqual(found && { ...found, url: embedAddress(found) }, answer.ok, PAGES[place]);
  });
});

test("the providers are those of Rust", () => {
  assert.deepEqual(Object.keys(PROVIDERS), schema.$defs.embed.properties.provider.enum);
});
