// The newsroom's pages, and how somebody comes to see each: held against the router, so that none is forgotten.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = new URL("../../crates/dateline/src/newsroom/", import.meta.url).pathname;

/** Every address under `/newsroom` that answers GET, as the router has it. */
export async function getRoutes() {
  const routes = new Set();
  for (const name of await readdir(SOURCES, { recursive: true })) {
    if (!name.endsWith(".rs")) continue;
    const source = await readFile(join(SOURCES, name), "utf8");
    for (const [piece, path] of source.matchAll(/\.route\(\s*"(\/newsroom[^"]*)",(?:(?!\.route\(|;|\n\})[\s\S])*/g)) {
      if (/\bget\(/.test(piece)) routes.add(path);
    }
  }
  return [...routes].sort();
}

/** Addresses that answer GET with something that is no page: streams, files, tables, data for scripts. */
export const NO_PAGES = [
  "/newsroom/assets/{hash}/{name}",
  "/newsroom/audit.csv",
  "/newsroom/live",
  "/newsroom/me/authenticator.png",
  "/newsroom/media/{address}/{name}",
  "/newsroom/dateline",
  "/newsroom/flash/alike",
  "/newsroom/notices/count",
  "/newsroom/notices/live",
  "/newsroom/places",
  "/newsroom/reports/figures.csv",
  "/newsroom/reports/{reference}/annotation",
  "/newsroom/reports/{reference}/preview",
  "/newsroom/stories/find",
  "/newsroom/subjects",
  "/newsroom/stories/{id}/live",
  // The public's page in a frame: its own tests look at it.
  "/newsroom/stories/{id}/acts/{act}/preview",
  "/newsroom/stories/{id}/preview",
];

/**
 * Where each page is seen, by its address in the router: `signedOut` by whoever comes to the door, `halfIn` by somebody who
 * has given a password and owes a code, the rest by an administrator. `at` has the demo's addresses: a story that is being written, one that is public, one that waits for a
 * second person.
 */
export function visits(at) {
  const signedOut = {
    "/newsroom/sign-in": ["/newsroom/sign-in"],
    "/newsroom/forgotten": ["/newsroom/forgotten"],
    // The page of a letter that holds is looked at by itself, once the letter has come.
    "/newsroom/letter/{secret}": ["/newsroom/letter/unknown"],
  };
  const halfIn = { "/newsroom/sign-in/code": ["/newsroom/sign-in/code"] };
  const inside = {
    "/newsroom": ["/newsroom"],
    "/newsroom/board": ["/newsroom/board?desk=", "/newsroom/board?q=ferry"],
    "/newsroom/notices": ["/newsroom/notices"],
    "/newsroom/media": ["/newsroom/media"],
    "/newsroom/stories/new": ["/newsroom/stories/new"],
    "/newsroom/stories/{id}": [`/newsroom/stories/${at.draft}`, `/newsroom/stories/${at.public}`],
    "/newsroom/stories/{id}/revisions": [`/newsroom/stories/${at.public}/revisions`],
    "/newsroom/stories/{id}/acts/{act}": ["update", "correction", "refile", "hold", "kill", "takedown", "redact", "unpublish"]
      .map((act) => `/newsroom/stories/${at.public}/acts/${act}`).concat(`/newsroom/stories/${at.draft}/acts/release`),
    "/newsroom/stories/{id}/confirm": [`/newsroom/stories/${at.pending}/confirm`],
    "/newsroom/stories/{id}/acts": [`/newsroom/stories/${at.public}/acts`],
    "/newsroom/flash": ["/newsroom/flash"],
    "/newsroom/calendar": ["/newsroom/calendar"],
    "/newsroom/tasks": ["/newsroom/tasks"],
    "/newsroom/board/views": ["/newsroom/board/views"],
    "/newsroom/board/stories/{id}": [`/newsroom/board/stories/${at.draft}`, `/newsroom/board/stories/${at.public}`],
    "/newsroom/readers": ["/newsroom/readers"],
    "/newsroom/readers/{id}": [at.reader],
    "/newsroom/reports": ["/newsroom/reports", "/newsroom/reports?shelf=answered"],
    "/newsroom/reports/{reference}": [at.report],
    "/newsroom/reports/figures": ["/newsroom/reports/figures"],
    "/newsroom/me/notifications": ["/newsroom/me/notifications"],
    "/newsroom/roles": ["/newsroom/roles"],
    "/newsroom/settings": ["/newsroom/settings"],
    "/newsroom/settings/editions": ["/newsroom/settings/editions"],
    "/newsroom/settings/editions/{language}": ["/newsroom/settings/editions/en"],
    "/newsroom/settings/sections": ["/newsroom/settings/sections"],
    "/newsroom/settings/sections/{key}": ["/newsroom/settings/sections/politics"],
    "/newsroom/settings/sections/{key}/merge": ["/newsroom/settings/sections/politics/merge"],
    "/newsroom/settings/texts/{language}": ["/newsroom/settings/texts/ar"],
    "/newsroom/settings/places": ["/newsroom/settings/places"],
    "/newsroom/settings/places/{key}": ["/newsroom/settings/places/baku"],
    "/newsroom/me": ["/newsroom/me"],
    "/newsroom/people": ["/newsroom/people"],
    "/newsroom/desks": ["/newsroom/desks"],
    "/newsroom/audit": ["/newsroom/audit"],
    "/newsroom/{*rest}": ["/newsroom/nothing"],
  };
  return { signedOut, halfIn, inside };
}
