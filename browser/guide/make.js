// Takes the pictures of docs/newsroom.md: `npm run guide`.

import { mkdir } from "node:fs/promises";
import { startBrowser, startNewsroom } from "../tests/newsroom.js";
import { playScenes } from "./play.js";

const FOLDER = new URL("../../docs/images/newsroom/", import.meta.url).pathname;

const newsroom = await startNewsroom();
const browser = await startBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  await playScenes(browser, newsroom, async ({ name, part }, page) => {
    if (!part) return;
    const path = `${FOLDER}${name}.png`;
    await (part === "page" ? page.screenshot({ path }) : page.locator(part).first().screenshot({ path }));
    console.log(path);
  });
} finally {
  await browser.close();
  await newsroom.stop();
}
