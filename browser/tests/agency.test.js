// The agency page this began with, described and imported: every address and every part of its page, in its exact texts.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startAgency } from "./newsroom.js";

const folder = fileURLToPath(new URL("../../../shared/testdata/agency/", import.meta.url));
const skip = existsSync(`${folder}azertac.toml`) ? false : "the agency's description is not here";
const HEADLINE = "Azerbaijani, Russian defense ministers discuss prospects for developing military cooperation over phone";

let agency, story;
const get = (path) => fetch(agency.origin + path, { redirect: "manual" });

before(async () => {
  if (skip) return;
  agency = await startAgency(`${folder}azertac.toml`, `${folder}azertac.stories.jsonl`);
  story = (await get("/en/1537183")).headers.get("location");
});
after(() => agency?.stop());

test("every public address answers", { skip }, async () => {
  assert.match(story, /^\/en\/politics\/[a-z0-9-]+-1537183$/);
  const pages = [
    "/en", "/en/politics", story, `${story}/history`, `${story}/report`, "/en/2020/07/18", "/en/2020/07", "/en/corrections", "/en/feedback",
  ];
  for (const path of pages) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get("content-type"), /^text\/html/, path);
  }
  const machines = {
    "/en/feed.xml": /rss\+xml/, "/en/atom.xml": /atom\+xml/, "/en/feed.json": /feed\+json/,
    "/en/politics/feed.xml": /rss\+xml/, "/en/politics/atom.xml": /atom\+xml/, "/en/politics/feed.json": /feed\+json/,
    "/sitemap.xml": /xml/, "/news-sitemap.xml": /xml/, "/robots.txt": /text\/plain/, "/llms.txt": /text\/(plain|markdown)/,
    "/manifest.webmanifest": /manifest\+json/, [`${story}.md`]: /text\/markdown/, "/api/v1/openapi.json": /json/, "/healthz": /./, "/readyz": /./,
  };
  for (const [path, kind] of Object.entries(machines)) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get("content-type") ?? "", kind, path);
  }
});

test("every other way to an address leads to it", { skip }, async () => {
  const home = await get("/");
  assert.equal(home.headers.get("location"), "/en");
  assert.match(home.headers.get("vary"), /accept-language/i);
  const moved = { "/en/1537183": story, "/en/politics/x-1537183": story, "/en/sport/x-1537183": story, "/EN": "/en", "/az/x/y-1537183": story };
  for (const [path, target] of Object.entries(moved)) {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.headers.get("location")], [301, target], path);
  }
  assert.equal((await get("/en/politics/nothing-999999999")).status, 404);
});

test("the page has its parts in the exact texts", { skip }, async () => {
  const html = await (await get(story)).text();
  const text = (pattern) => html.match(pattern)?.[1]?.replace(/<[^>]*>/g, "");
  assert.equal(text(/<nav class="crumbs" aria-label="Breadcrumb">(.*?)<\/nav>/s), "HOMEPAGE / POLITICS");
  assert.deepEqual([...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map((found) => found[1]), [HEADLINE]);
  assert.ok(html.includes('<time datetime="2020-07-18T19:35:00+04:00">18.07.2020 [19:35]</time>'));
  assert.equal(text(/<p class="dateline">(.*?)<\/p>/), "Baku, July 18, AZERTAC");
  assert.equal(text(/<title>(.*?)<\/title>/), `AZERTAG.AZ :${HEADLINE}`);
  const canonical = html.match(/<link rel="canonical" href="([^"]*)"/)[1];
  assert.equal(canonical, `https://azertag.example${story}`);
  assert.ok(html.includes(`<a href="${canonical}">AZERTAG.AZ :${HEADLINE}</a>`));
  for (const words of [
    "© Content from this site must be hyperlinked when used.", "Report a mistake by marking it and pressing ctrl + enter",
    ">FEEDBACK</a>", "Other news in this section", 'href="/en/feedback"',
  ]) assert.ok(html.includes(words), words);
  const others = html.slice(html.indexOf('id="others"'));
  assert.match(others, /<time datetime="2020-07-18T10:47:00\+04:00">18\.07\.2020 \[10:47\]<\/time>/);
  assert.ok(!others.includes("-1537183"), "never the story itself");
});

test("structured data has everything Google News asks for", { skip }, async () => {
  const html = await (await get(story)).text();
  const data = JSON.parse(html.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
  const items = Array.isArray(data) ? data : data["@graph"] ?? [data];
  const article = items.find((item) => item["@type"] === "NewsArticle");
  assert.equal(article.headline, HEADLINE);
  assert.equal(article.datePublished, "2020-07-18T19:35:00+04:00");
  for (const field of ["dateModified", "author", "publisher", "mainEntityOfPage", "inLanguage", "articleSection"]) {
    assert.ok(article[field], field);
  }
  const crumbs = items.find((item) => item["@type"] === "BreadcrumbList");
  assert.deepEqual(crumbs.itemListElement.map((item) => item.position), crumbs.itemListElement.map((_, index) => index + 1));
});
