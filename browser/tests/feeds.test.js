// What machines read, held against the schemas of its formats by libxml2 and a JSON Schema validator.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { validateXML } from "xmllint-wasm";
import { startNewsroom } from "./newsroom.js";

const EDITIONS = ["ar", "az", "de", "en", "es", "fa", "fr", "ru", "zh-Hans"];
const schema = (name) => readFile(new URL(`../schemas/${name}`, import.meta.url), "utf8");

let newsroom;
before(async () => { newsroom = await startNewsroom(); });
after(async () => { await newsroom?.stop(); });

async function text(path, kind) {
  const answer = await fetch(newsroom.origin + path);
  assert.equal(answer.status, 200, path);
  if (kind) assert.match(answer.headers.get("content-type"), kind, path);
  return answer.text();
}

async function faults(contents, name) {
  const xml = { fileName: "feed.xml", contents };
  const result = await validateXML({ xml, extension: "relaxng", schema: [await schema(name)], initialMemoryPages: 1024, maxMemoryPages: 4096 });
  return result.valid ? [] : result.errors.slice(0, 5).map((error) => error.rawMessage ?? error.message);
}

/** The feeds of an edition, of one of its sections and of one of its topics. */
async function folders(edition) {
  const front = await text(`/${edition}`);
  const section = front.match(new RegExp(`href="(/${edition}/[a-z0-9_-]+)"`, "g"))
    .map((link) => link.slice(6, -1)).find((path) => !/corrections|feedback|search/.test(path));
  const feed = JSON.parse(await text(`/${edition}/feed.json`));
  for (const item of feed.items) {
    const topic = (await text(new URL(item.url).pathname)).match(/href="(\/[^"]+\/topics\/[^"./]+)"/)?.[1];
    if (topic) return [`/${edition}`, section, topic];
  }
  return [`/${edition}`, section];
}

for (const [file, name, kind] of [
  ["feed.xml", "rss.rng", /^application\/rss\+xml/],
  ["atom.xml", "atom.rng", /^application\/atom\+xml/],
]) {
  test(`every ${file} is valid by ${name}`, async () => {
    for (const edition of EDITIONS) {
      for (const folder of await folders(edition)) {
        const feed = await text(`${folder}/${file}`, kind);
        assert.deepEqual(await faults(feed, name), [], `${folder}/${file}`);
      }
    }
  });
}

test("the schemas find a fault where there is one", async () => {
  const rss = await text("/en/feed.xml");
  assert.notDeepEqual(await faults(rss.replace(/<pubDate>[^<]*/, "<pubDate>yesterday"), "rss.rng"), []);
  assert.notDeepEqual(await faults(rss.replace("<guid>", "<gid>").replace("</guid>", "</gid>"), "rss.rng"), []);
  const atom = await text("/en/atom.xml");
  assert.notDeepEqual(await faults(atom.replace(/<id>[^<]*<\/id>/, ""), "atom.rng"), []);
  assert.notDeepEqual(await faults(atom.replace(/<updated>[^<]*/, "<updated>2026-06-01"), "atom.rng"), []);
  const map = await text("/sitemap.xml");
  assert.notDeepEqual(await faults(map.replace(/<loc>[^<]*<\/loc>/, ""), "sitemap.rng"), []);
});

test("every JSON feed is valid by its schema", async () => {
  const check = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(await schema("json-feed.schema.json")));
  for (const edition of EDITIONS) {
    for (const folder of await folders(edition)) {
      const feed = JSON.parse(await text(`${folder}/feed.json`, /^application\/feed\+json/));
      check(feed);
      assert.deepEqual((check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`), [], folder);
    }
  }
  assert.equal(check({ version: "https://jsonfeed.org/version/1.1", title: "x", items: [{}] }), false);
});

test("every sitemap is valid, and the news sitemap too", async () => {
  const index = await text("/sitemap.xml");
  assert.deepEqual(await faults(index, "sitemap.rng"), []);
  const maps = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => new URL(found[1]).pathname);
  assert.ok(maps.length >= EDITIONS.length);
  for (const path of [...maps, "/news-sitemap.xml"]) {
    assert.deepEqual(await faults(await text(path), "sitemap.rng"), [], path);
  }
});

test("an enclosure is as long as the feed says", async () => {
  for (const edition of ["en", "ar"]) {
    const rss = await text(`/${edition}/feed.xml`);
    const enclosures = [...rss.matchAll(/<enclosure url="([^"]*)" length="(\d+)" type="([^"]*)"/g)];
    assert.ok(enclosures.length > 0);
    for (const [, url, length, type] of enclosures) {
      const answer = await fetch(newsroom.origin + new URL(url).pathname);
      assert.equal(answer.headers.get("content-type"), type);
      const bytes = (await answer.arrayBuffer()).byteLength;
      assert.ok(length === "0" || Number(length) === bytes, `${url}: ${length} said, ${bytes} sent`);
    }
  }
});
