// Plays the scenes of the guide, one after another, each as its person.

import { signIn } from "../tests/newsroom.js";
import { SCENES } from "./scenes.js";

const WIDTH = 1280;

/** Plays every scene; `see(scene, page)` looks at each when it stands. */
export async function playScenes(browser, newsroom, see) {
  const pages = new Map();
  for (const scene of SCENES) {
    const key = `${scene.who} ${scene.width ?? WIDTH}`;
    if (!pages.has(key)) pages.set(key, await enter(browser, newsroom, scene));
    const page = pages.get(key);
    await page.bringToFront();
    await scene.play(page, newsroom);
    await see(scene, page);
  }
  for (const page of pages.values()) await page.context().close();
}

async function enter(browser, newsroom, { who, width = WIDTH }) {
  const context = await browser.newContext({ locale: "en", viewport: { width, height: width < 600 ? 844 : 800 }, colorScheme: "light", reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  if (who) await signIn(page, { ...newsroom, email: `${who}@arna.example` });
  return page;
}
