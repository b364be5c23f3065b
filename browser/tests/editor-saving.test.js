// The newsroom's editor in real Chromium: what becomes of what is typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, crash, desk, en, lines, open, page, paragraphs, provenInRust, saved, state, toEnd, words } from "./editor-hands.js";

test("what is typed is saved by itself, and said so only after the answer", async () => {
  await open({ body: paragraphs("First words") });
  let answer;
  desk.answer = (payload) => { answer ??= payload; return null; };
  await toEnd();
  await page.keyboard.type(", and more");
  await state("changed");
  assert.equal(desk.saves.length, 0);
  await saved();
  assert.equal(answer.revision, 7);
  assert.deepEqual(answer.fields, {});
  assert.deepEqual(desk.story.body.blocks, [{ id: "p1", type: "paragraph", content: [{ text: "First words, and more" }] }]);
  assert.match(await page.locator(".editor-state").innerText(), /^Saved \d/);
  assert.equal(await page.locator('#act input[name="revision"]').inputValue(), String(desk.story.revision));
});

test("fields of the form are saved as they change, and nothing but what changed", async () => {
  await open({ body: paragraphs("Words") });
  await page.fill('input[name="headline"]', "Another headline");
  await saved();
  assert.deepEqual(desk.saves.at(-1).fields, { headline: "Another headline" });
  await page.selectOption('select[name="section"]', "");
  await state("changed");
  await saved();
  assert.deepEqual(desk.saves.at(-1).fields, { section: "" });
  await page.locator(".editor-problems", { hasText: en.editor_check_section }).waitFor();
});

test("undo goes back across what was saved", async () => {
  await open({ body: paragraphs("One") });
  await toEnd();
  await page.keyboard.type(" two");
  await saved();
  await page.waitForTimeout(700);
  await page.keyboard.type(" three");
  await state("changed");
  await saved();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One"]);
  await page.keyboard.press("Control+Shift+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One two"]);
});

test("without a line the words are kept in the browser, and sent when it is back", async () => {
  await open({ body: paragraphs("Safe") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and sound");
  await state("kept");
  desk.drop = null;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await saved();
  assert.deepEqual(lines(), ["paragraph: Safe and sound"]);
});

test("a save whose answer got lost is followed up", async () => {
  await open({ body: paragraphs("One") }, { expectFaults: true });
  desk.drop = "after";
  await toEnd();
  await page.keyboard.type(" two");
  await state("kept");
  desk.drop = null;
  await page.keyboard.type(" three");
  await saved();
  assert.deepEqual(lines(), ["paragraph: One two three"]);
});

test("after a crash of the browser what was not saved is offered, and comes back", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and never sent");
  await page.fill('input[name="headline"]', "Unsaved headline");
  await page.waitForTimeout(800);
  await crash();
  desk.drop = null;
  await open(null);
  const bar = page.locator(".editor-bar");
  await bar.waitFor();
  assert.match(await bar.innerText(), /was not saved/);
  assert.equal(desk.saves.length, 0);
  await bar.getByRole("button", { name: en.editor_restore }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and never sent"]);
  assert.equal(desk.story.headline, "Unsaved headline");
  await open(null);
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".editor-bar").count(), 0);
});

test("undo goes back across what was restored", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and never sent");
  await page.waitForTimeout(800);
  await crash();
  desk.drop = null;
  await open(null);
  await page.locator(".editor-bar").getByRole("button", { name: en.editor_restore }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and never sent"]);
  await page.keyboard.press("Control+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun"]);
  await page.keyboard.press("Control+Shift+z");
  await state("changed");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and never sent"]);
});

test("a story that was taken over goes on in the same window, and its past is still there", async () => {
  await open({ body: paragraphs("One") });
  page.removeAllListeners("console");
  await toEnd();
  await page.keyboard.type(" two");
  await saved();
  desk.story.revision += 5;
  await page.keyboard.type(" three");
  await state("elsewhere");
  await page.locator(".editor-bar").getByRole("button", { name: en.editor_write_on }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: One two three"]);
  assert.equal(desk.saves.at(-1).keep, true, "what stood there is kept");
  await words().click();
  await page.keyboard.press("Control+z");
  await state("changed");
  await saved();
  assert.notDeepEqual(lines(), ["paragraph: One two three"]);
});

test("what is offered and not wanted goes away for good", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" x");
  await state("kept");
  await crash();
  desk.drop = null;
  for (const expected of [1, 0]) {
    await open(null);
    if (expected) await page.getByRole("button", { name: en.editor_discard }).click();
    else await page.waitForTimeout(300);
    assert.equal(await page.locator(".editor-bar").count(), 0);
  }
  assert.deepEqual(lines(), ["paragraph: Begun"]);
});

test("a story that was taken over is written no more, and says by whom", async () => {
  await open({ body: paragraphs("Mine") });
  desk.story.revision = 20;
  desk.holder = { mine: false, holder: "Leyla Əliyeva" };
  page.removeAllListeners("console");
  await toEnd();
  await page.keyboard.type(" too");
  await state("taken");
  assert.match(await page.locator(".editor-bar").innerText(), /Leyla Əliyeva has taken over/);
  await page.keyboard.type("nothing");
  assert.equal(await words().innerText(), "Mine too");
});

test("what is typed until the window hears that the story was taken is set aside as well", async () => {
  await open({ body: paragraphs("Mine") });
  desk.story.revision = 20;
  desk.holder = { mine: false, holder: "Leyla Əliyeva" };
  page.removeAllListeners("console");
  let answer;
  await page.route("**/save", async (route) => {
    const response = await route.fetch();
    if (!answer) await new Promise((resolve) => { answer = resolve; });
    await route.fulfill({ response });
  });
  await toEnd();
  await page.keyboard.type(" too");
  await until(() => answer);
  await page.keyboard.type(", and this");
  answer();
  await state("taken");
  await until(() => desk.saves.length === 2);
  assert.deepEqual(desk.saves.map(({ body }) => lines(body)), [["paragraph: Mine too"], ["paragraph: Mine too, and this"]]);
  assert.deepEqual(lines(), ["paragraph: Mine"]);
  assert.equal(await page.locator('input[name="headline"]').getAttribute("readonly"), "", "nothing is typed beside the text either");
});

test("what one window restores takes nothing away that its owner has kept since", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  const first = page;
  await first.route("**/save", (route) => route.abort());
  await toEnd();
  await first.keyboard.type(" early");
  await state("kept");
  const second = await open(null, { expectFaults: true });
  const offered = second.locator("[data-left]");
  await offered.waitFor();
  await first.bringToFront();
  await first.keyboard.type(" late");
  await keptIs(first, "Begun early late");
  await second.bringToFront();
  await offered.getByRole("button", { name: en.editor_restore }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun early"]);
  const third = await open(null);
  await third.locator("[data-left]").waitFor();
  await keptIs(third, "Begun early late");
});

test("what is typed before something is restored is offered later", async () => {
  await open({ body: paragraphs("Begun") }, { expectFaults: true });
  desk.drop = "before";
  await toEnd();
  await page.keyboard.type(" and lost");
  await state("kept");
  await crash();
  await open(null, { expectFaults: true });
  await page.locator("[data-left]").waitFor();
  await toEnd();
  await page.keyboard.type(" and other words");
  await page.locator("[data-left]").getByRole("button", { name: en.editor_restore }).click();
  desk.drop = null;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and lost"]);
  await open(null);
  await page.locator("[data-left]").getByRole("button", { name: en.editor_restore }).click();
  await saved();
  assert.deepEqual(lines(), ["paragraph: Begun and other words"]);
});

/** Waits until something is so. */
async function until(isSo) {
  for (let tries = 0; !isSo(); tries += 1) {
    assert.ok(tries < 500, `never: ${isSo}`);
    await page.waitForTimeout(20);
  }
}

/** Waits until the browser keeps this text. */
async function keptIs(page, text) {
  await page.waitForFunction((text) => new Promise((resolve, reject) => {
    const request = indexedDB.open("dateline-newsroom");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const all = request.result.transaction("drafts").objectStore("drafts").getAll();
      all.onsuccess = () => {
        request.result.close();
        resolve(all.result.some(({ body }) => JSON.stringify(body).includes(text)));
      };
    };
  }), text, { polling: 100 });
}

test("what the server refuses is said at its place", async () => {
  await open({ body: paragraphs("Fine", "Not fine") });
  page.removeAllListeners("console");
  desk.answer = () => [422, { problems: [{ block: "p2", field: null, message: "This link leads nowhere" }, { block: null, field: "headline", message: "Too long" }] }];
  await toEnd();
  await page.keyboard.type("!");
  await state("refused");
  await page.locator(".editor-problem", { hasText: "Not fine" }).waitFor();
  assert.equal(await page.locator('input[name="headline"]').getAttribute("aria-invalid"), "true");
  await words().locator("p").first().click();
  await page.getByRole("button", { name: "This link leads nowhere" }).click();
  await page.keyboard.type("Here: ");
  desk.answer = null;
  await saved();
  assert.deepEqual(lines(), ["paragraph: Fine", "paragraph: Here: Not fine!"]);
});

test("an act waits until every word is saved", async () => {
  await open({ body: paragraphs("Ready") });
  await toEnd();
  await page.keyboard.type(" to go");
  await page.click("#act button");
  await page.waitForURL(/submit/);
  assert.equal(desk.submits.length, 1);
  assert.equal(desk.submits[0].revision, 8);
  assert.deepEqual(lines(desk.submits[0].body), ["paragraph: Ready to go"]);
});

test("the story's own button saves, and stays", async () => {
  await open({ body: paragraphs("Ready") });
  await toEnd();
  await page.keyboard.type("!");
  await page.click("#story > button");
  await saved();
  assert.deepEqual(lines(), ["paragraph: Ready!"]);
});

test("counts follow the words, in the digits of the reader", async () => {
  await open({ body: paragraphs("One two three") });
  await page.locator(".editor-counts", { hasText: "Words: 3" }).waitFor();
  await toEnd();
  await page.keyboard.type(" four");
  await page.locator(".editor-counts", { hasText: "Words: 4 · Characters: 18 · Minutes to read: 1" }).waitFor();
  await saved();
});

test("a story that this editor cannot hold keeps its text field", async () => {
  desk.put({ body: { blocks: [{ id: "a", type: "poll", question: "?" }] } });
  await bare();
  assert.equal(await page.locator('textarea[name="body_html"]').isVisible(), true);
  assert.equal(await page.locator("#story-words").count(), 0);
});

provenInRust();
