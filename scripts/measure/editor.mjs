// How long a key takes to be seen in the newsroom's editor, on a long story, in real Chromium: on the story's own page, with
// everything beside it, in the demo newsroom of the program that `DATELINE_PROGRAM` names.
//
// Types into a story of 5,000 words with 20 tables, at its start, middle and end and in a table, and takes from the browser
// itself how long each key took: from the key being pressed to the next frame being painted (Event Timing, in steps of 8 ms),
// and, finer, from the key's event to the frame after it. Prints a table; `--keys N` keys in all, 2,000 without it.

import { signIn, startBrowser, startNewsroom } from "../../browser/tests/newsroom.js";

const at = process.argv.indexOf("--keys");
const KEYS = at > 0 ? Number(process.argv[at + 1]) : 2000;
const WORDS = "ministers of four countries met in the capital on Monday to sign a declaration about the corridor".split(" ");

function words(count, from) {
  return Array.from({ length: count }, (_, place) => WORDS[(from + place * 7) % WORDS.length]).join(" ");
}

/** 5,000 words in paragraphs, and 20 tables of 8 rows and 5 columns among them. */
function longStory() {
  const blocks = [];
  for (let part = 0; part < 100; part += 1) {
    blocks.push({ id: `p${part}`, type: "paragraph", content: [{ text: words(25, part) }, { text: ` ${words(25, part + 3)}.`, marks: part % 4 ? undefined : ["strong"] }] });
    if (part % 5 === 0) {
      const cell = (row, column) => ({ content: [{ text: `${row}.${column}` }], ...(row === 0 && { kind: "header" }) });
      blocks.push({ id: `t${part}`, type: "table", rows: Array.from({ length: 8 }, (_, row) => Array.from({ length: 5 }, (_, column) => cell(row, column))) });
    }
  }
  return JSON.parse(JSON.stringify(blocks));
}

/** Notes for every key how long its frame took. */
function watch() {
  window.keys = { seen: [], painted: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown") window.keys.painted.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  document.addEventListener("keydown", (event) => {
    const pressed = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keys.seen.push(performance.now() - pressed);
      channel.port2.postMessage(0);
    });
  }, true);
}

function part(sorted, share) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : 0;
}

/** A new story with the long text in the hands of whoever is signed in; its address. */
async function write(page, origin) {
  await page.goto(`${origin}/newsroom/stories/new`);
  await page.locator('main [name="headline"]').fill("Four countries sign the corridor declaration");
  await page.locator('main form[action="/newsroom/stories"] button.first').click();
  await page.locator("#story-words").waitFor();
  const address = page.url();
  const status = await page.evaluate(async (blocks) => {
    const form = document.querySelector("form#story");
    const payload = { revision: Number(form.dataset.revision), fields: {}, body: { blocks } };
    const headers = { "content-type": "application/json", accept: "application/json" };
    return (await fetch(`${location.pathname}/save`, { method: "POST", headers, body: JSON.stringify(payload) })).status;
  }, longStory());
  if (status !== 200) throw new Error(`the long text was not saved: ${status}`);
  return address;
}

const newsroom = await startNewsroom();
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await signIn(page, newsroom);
  const address = await write(page, newsroom.origin);
  let saves = 0;
  page.on("response", (response) => { saves += response.url().endsWith("/save") && response.ok() ? 1 : 0; });
  const before = Date.now();
  await page.goto(address);
  await page.locator("#story-words").waitFor();
  const opened = Date.now() - before;
  await page.evaluate(watch);
  const rows = [];
  const places = [["first paragraph", "p >> nth=0"], ["in a table", "td >> nth=300"], ["middle", "> p >> nth=50"], ["last paragraph", "> p >> nth=-1"]];
  for (const [name, place] of places) {
    await page.locator(`#story-words ${place}`).click();
    await page.evaluate(() => { window.keys = { seen: [], painted: [] }; });
    const count = Math.round(KEYS / places.length);
    // 12 keys a second: faster than anybody writes for long, and saving runs meanwhile.
    await page.keyboard.type(words(Math.ceil(count / 5), 2).slice(0, count), { delay: 80 });
    await page.waitForTimeout(500);
    const { seen, painted } = await page.evaluate(() => window.keys);
    seen.sort((one, other) => one - other);
    rows.push({ name, count: seen.length, p50: part(seen, 0.5), p99: part(seen, 0.99), most: seen.at(-1), over: painted.filter((ms) => ms > 50).length });
  }
  const text = longStory().flatMap((block) => block.content ?? []).map((run) => run.text).join(" ");
  console.log(`story: ${text.split(" ").length} words, 20 tables; page to editor ${opened} ms; ${saves} saves meanwhile`);
  console.log("| where | keys | p50 ms | p99 ms | most ms | over 50 ms by Event Timing |\n|---|--:|--:|--:|--:|--:|");
  for (const row of rows) console.log(`| ${row.name} | ${row.count} | ${row.p50.toFixed(1)} | ${row.p99.toFixed(1)} | ${row.most.toFixed(1)} | ${row.over} |`);
} finally {
  await browser.close();
  await newsroom.stop();
}
