// From the first key to the reader, and all that may follow: several people in browsers of their own, in three languages,
// at two widths. Written once; what is typed and who types it is told by language.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Colleague, until } from "./newsdesk.js";
import { startBrowser, startNewsroom } from "./newsroom.js";

const COPY = {
  en: {
    desk: "politics", reporter: "lea.morin", editor: "tomas.reyk", other: "fr",
    headline: "Thirty-five schools open", first: "The ministry opened 35 schools in the north on Monday. ", mended: "Officials confirmed it.",
    alt: "A school behind trees", update: "Parents welcomed it.", wrong: "35", right: "53", embargoed: "Budget to be presented", flash: "Minister resigns", reason: "The ministry withdrew its statement.",
  },
  az: {
    desk: "languages", reporter: "omar.vidal", editor: "aylin.karsa", other: "de",
    headline: "Otuz beş məktəb açılıb", first: "Nazirlik bazar ertəsi şimalda 35 məktəb açıb. ", mended: "Məlumatı rəsmilər təsdiqləyib.",
    alt: "Ağacların arxasında məktəb", update: "Valideynlər bunu alqışlayıb.", wrong: "35", right: "53", embargoed: "Büdcə təqdim ediləcək", flash: "Nazir istefa verib", reason: "Nazirlik açıqlamasını geri götürüb.",
  },
  ar: {
    desk: "arabic", reporter: "hana.sol", editor: "layla.adil", other: "fa",
    headline: "افتتاح خمس وثلاثين مدرسة", first: "افتتحت الوزارة 35 مدرسة في الشمال يوم الاثنين. ", mended: "وأكد المسؤولون ذلك.",
    alt: "مدرسة خلف الأشجار", update: "ورحب أولياء الأمور بذلك.", wrong: "35", right: "53", embargoed: "عرض الميزانية", flash: "استقالة الوزير", reason: "سحبت الوزارة بيانها.",
  },
};

let newsroom, browser;

before(async () => {
  [newsroom, browser] = await Promise.all([startNewsroom(), startBrowser()]);
});

after(async () => {
  await browser?.close();
  await newsroom?.stop();
});

/** What the public gets at an address. */
async function read(path) {
  const answer = await fetch(newsroom.origin + path, { redirect: "follow" });
  return { status: answer.status, text: await answer.text(), url: new URL(answer.url).pathname };
}

for (const [language, copy] of Object.entries(COPY)) {
  for (const width of [1440, 390]) {
    test(`a story goes its way in ${language} at ${width} px`, async (t) => {
      const cast = (address, more = {}) => Colleague.at(browser, newsroom, address, { language, width, ...more });
      const [reporter, editor, chief, second] = await Promise.all([
        cast(copy.reporter), cast(copy.editor), cast("petra.moss"), cast("viktor.ahn", { isOnPhone: true }),
      ]);
      const everybody = [reporter, editor, chief, second];
      const journey = { language, width, ...copy, headline: `${copy.headline} ${width}`, reporterAtWork: reporter, editorAtWork: editor, chief, second };
      if (process.env.SHOTS) t.after(() => Promise.all(everybody.map((one, i) => one.page.screenshot({ path: `/tmp/show/j${i}.png` }).catch(() => {}))));
      const number = await writtenTogether(journey);
      await released(journey, number);
      await updatedAndCorrected(journey, number);
      await heldAndLifted(journey, number);
      await underEmbargo(journey);
      await flashed(journey);
      await killedInTwoLanguages(journey, number);
      await Promise.all(everybody.map((one) => one.leave()));
    });
  }
}

/** One writes with a picture, the other sees it live, asks for it, gets it, and mends it. */
async function writtenTogether({ language, desk, width, headline, first, mended, alt, reporterAtWork: reporter, editorAtWork: editor }) {
  await editor.go("/newsroom/board?desk=");
  await editor.page.evaluate(() => { globalThis.isStillHere = true; });
  const number = await reporter.newStory({ headline, language, section: "politics", desk });
  await editor.page.locator(".card", { hasText: headline }).waitFor({ state: "attached" });
  assert.equal(await editor.page.evaluate(() => globalThis.isStillHere), true, "the card came without a reload");
  await reporter.type(first);
  await reporter.addPicture(width < 600 ? "dialog" : "drop", "school.png", alt);
  await reporter.fits();
  await reporter.hand("submit");
  await reporter.words.waitFor();
  await editor.openStory(number);
  await editor.hand("ask");
  await reporter.page.locator("[data-holder]", { hasText: await nameOf(editor) }).waitFor();
  const handing = reporter.page.locator('form[action$="/hands/hand-over"]');
  if (!(await handing.isVisible())) await reporter.page.reload();
  await handing.locator('select[name="person"]').selectOption({ label: await nameOf(editor) });
  await reporter.hand("hand-over");
  await editor.openStory(number);
  assert.match(await editor.words.innerText(), new RegExp(first.trim()));
  await editor.type(mended);
  await editor.saved();
  return number;
}

async function nameOf(colleague) {
  return (await colleague.page.locator(".mine summary").innerText()).trim();
}

/** Cleared and released with keys; everywhere at once. */
async function released({ language, headline, mended, alt, editorAtWork: editor }, number) {
  await editor.releaseByKeyboard(number);
  const story = await read(`/${language}/${number}`);
  assert.equal(story.status, 200);
  for (const words of [headline, mended, alt]) assert.ok(story.text.includes(words), `${words} is on the public page`);
  const section = story.url.split("/")[2];
  for (const list of [`/${language}`, `/${language}/${section}`, `/${language}/feed.xml`, `/${language}/atom.xml`, `/${language}/feed.json`]) {
    assert.ok((await read(list)).text.includes(headline), `${list} shows it`);
  }
}

/** Written on by the reporter, cleared by the editor: an update, then a correction whose note is drafted. */
async function updatedAndCorrected({ language, update, wrong, right, reporterAtWork: reporter, editorAtWork: editor, chief }, number) {
  await letGo(editor, number);
  await rewrite(reporter, number, (page) => page.keyboard.type(` ${update}`));
  await clear(editor, number);
  await editor.act(number, "update", { editor_note: update });
  assert.ok((await read(`/${language}/${number}`)).text.includes(update));
  await rewrite(reporter, number, (page) => retype(page, wrong, right));
  await clear(editor, number);
  await editor.go(`/newsroom/stories/${number}/acts/correction`);
  const drafted = await editor.page.locator('[name="editor_note"]').inputValue();
  assert.ok(drafted.includes(wrong) && drafted.includes(right), `the note is drafted: ${drafted}`);
  await editor.fits();
  await editor.act(number, "correction", { public_note: `${wrong} → ${right}` });
  const story = await read(`/${language}/${number}`);
  assert.ok(story.text.includes(`${wrong} → ${right}`), "readers see the note");
  assert.ok((await read(`/${language}/corrections`)).text.includes(`${wrong} → ${right}`));
  await letGo(chief, number);
}

/** Leaves a story to whoever comes, where it is held. */
async function letGo(colleague, number) {
  await colleague.openStory(number);
  if (await colleague.page.locator('form[action$="/hands/let-go"]').count()) await colleague.hand("let-go");
}

/** Opens a story, writes, hands it in, and lets it go. */
async function rewrite(colleague, number, write) {
  await colleague.openStory(number);
  await colleague.toEnd();
  await write(colleague.page);
  await colleague.saved();
  await colleague.hand("submit");
  await letGo(colleague, number);
}

/** Opens whatever a field is folded away in. */
async function unfolded(page, selector) {
  await page.locator(selector).evaluate((field) => {
    for (let place = field.closest("details"); place; place = place.parentElement.closest("details")) place.open = true;
  });
}

async function clear(colleague, number) {
  await colleague.openStory(number);
  await colleague.hand("approve");
}

/** Puts other words in the place of some, through the editor's own search. */
async function retype(page, wrong, right) {
  await page.locator("#story-words").evaluate((root, wrong) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(wrong);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + wrong.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
    throw new Error(`${wrong} is not in the text`);
  }, wrong);
  await page.keyboard.type(right);
}

async function heldAndLifted({ language, reason, chief }, number) {
  await chief.act(number, "hold", { editor_note: reason });
  assert.equal((await read(`/${language}/${number}`)).status, 404);
  await chief.act(number, "lift");
  assert.equal((await read(`/${language}/${number}`)).status, 200);
}

/** Nobody outside sees it before its instant; then everybody does. */
async function underEmbargo({ language, desk, width, embargoed, first, reporterAtWork: reporter, editorAtWork: editor, chief, second, reason }) {
  const headline = `${embargoed} ${width}`;
  const number = await reporter.newStory({ headline, language, section: "politics", desk });
  await reporter.type(first);
  await reporter.saved();
  await reporter.hand("submit");
  await letGo(reporter, number);
  // From the embargo on, whoever may not know of it is not shown the story either.
  await reporter.go("/newsroom");
  await editor.openStory(number);
  const ends = Date.now() + 10_000;
  await unfolded(editor.page, '[name="embargo_at"]');
  await editor.page.locator('[name="embargo_at"]').fill(localTime(ends, await zoneOf(editor.page)));
  await editor.saved();
  await editor.hand("approve");
  await editor.act(number, "release");
  if (Date.now() < ends - 1500) {
    assert.equal((await read(`/${language}/${number}`)).status, 404);
    assert.ok(!(await read(`/${language}`)).text.includes(headline));
  }
  await until(async () => (await read(`/${language}/${number}`)).status === 200, "the embargo ends");
  await chief.act(number, "takedown", { reason });
  assert.equal((await read(`/${language}/${number}`)).status, 404, "held as soon as it is asked for");
  await confirmed(second, number);
  const gone = await read(`/${language}/${number}`);
  assert.equal(gone.status, 451);
  assert.ok(!gone.text.includes(headline));
}

/** The zone that times of an embargo are in. */
function zoneOf(page) {
  return page.locator('[name="embargo_zone"]').evaluate((field) => field.value || field.placeholder);
}

/** An instant as a field for local times takes it. */
function localTime(instant, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return parts.format(new Date(instant)).replace(" ", "T");
}

/** The second person, on a telephone, with the difference before them. */
async function confirmed(colleague, number) {
  await colleague.go("/newsroom");
  const card = colleague.page.locator(`main a[href="/newsroom/stories/${number}"]`).first();
  await card.waitFor();
  await colleague.go(`/newsroom/stories/${number}/confirm`);
  assert.ok(await colleague.page.locator(".difference").first().isVisible());
  await colleague.fits();
  await colleague.press('form[action$="/confirm"] button.first');
}

/** One key from the start page, twice the word to send, and it is out; its first lead is open. */
async function flashed({ language, desk, flash, width, editorAtWork: editor }) {
  const { page } = editor;
  const headline = `${flash} ${width}`;
  await editor.go("/newsroom");
  if (!(await page.locator("[data-flash]").count())) return;
  await page.keyboard.press("F8");
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  for (const box of await dialog.locator('[name="language"]').all()) await box.setChecked((await box.getAttribute("value")) === language);
  await dialog.locator(`[name="headline_${language}"]`).fill(headline);
  await dialog.locator('[name="section"]').selectOption("politics");
  if (await dialog.locator('[name="desk"]').count()) await dialog.locator('[name="desk"]').selectOption(desk);
  await editor.fits();
  await page.keyboard.press("Control+Enter");
  await dialog.locator("[data-sure]").waitFor();
  // A second press at once would be the echo of the first, and is not heard.
  await page.waitForTimeout(500);
  await Promise.all([page.waitForURL(/stories\/\d+/), page.keyboard.press("Control+Enter")]);
  await editor.words.waitFor();
  assert.ok((await read(`/${language}`)).text.includes(headline), "readers have it, and the first lead is open");
}

/** A translation is released, then both are withdrawn by two people. */
async function killedInTwoLanguages({ language, other, headline, reason, chief, second }, number) {
  await chief.openStory(number);
  await unfolded(chief.page, 'form[action$="/translations"]');
  await chief.page.locator('form[action$="/translations"] select[name="language"]').selectOption(other);
  await chief.press('form[action$="/translations"] button');
  await chief.words.waitFor();
  const translation = Number(chief.path.match(/(\d+)$/)[1]);
  await chief.page.locator('[name="headline"]').fill(`${headline} (${other})`);
  await chief.saved();
  await chief.hand("submit");
  await clear(second, translation);
  await second.act(translation, "release");
  assert.equal((await read(`/${other}/${translation}`)).status, 200);
  await chief.act(number, "kill", { reason, languages: "all" });
  for (const [edition, one] of [[language, number], [other, translation]]) {
    assert.equal((await read(`/${edition}/${one}`)).status, 404, "held as soon as it is asked for");
  }
  await confirmed(second, number);
  for (const [edition, one] of [[language, number], [other, translation]]) {
    const gone = await read(`/${edition}/${one}`);
    assert.equal(gone.status, 410);
    assert.ok(gone.text.includes(reason), "the tombstone says why");
  }
  assert.ok(!(await read(`/${language}`)).text.includes(headline));
}
