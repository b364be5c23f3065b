// Saving by itself, against a server and a line that fail in every way they can, on a clock of the test's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Autosave } from "../editor/autosave.js";
import { Chance } from "./chance.js";

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** A clock that stands until it is told to go on. */
class Clock {
  constructor() {
    this.ms = 0;
    this.timers = [];
    this.ids = 0;
  }

  now() {
    return this.ms;
  }

  later(act, ms) {
    this.timers.push({ id: (this.ids += 1), at: this.ms + ms, act });
    return this.ids;
  }

  forget(id) {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  }

  /** Lets time pass, and everything that waits for it happen in its order. */
  async pass(ms) {
    const end = this.ms + ms;
    for (;;) {
      await settle();
      const [next] = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at || one.id - other.id);
      if (!next) break;
      this.forget(next.id);
      this.ms = Math.max(this.ms, next.at);
      next.act();
    }
    this.ms = end;
    await settle();
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A story on a desk, a line to it, and somebody who writes. */
class Desk {
  constructor() {
    this.clock = new Clock();
    this.revision = 7;
    this.saved = { fields: { headline: "Old" }, body: "old" };
    this.typed = { fields: { headline: "Old", section: "politics" }, body: "old" };
    this.kept = null;
    this.told = [];
    this.sent = [];
    this.setAside = [];
    this.slow = 0;
    this.line = "good";
    this.holder = { mine: true, holder: "Me" };
    this.autosave = this.open();
  }

  open() {
    return new Autosave({
      revision: this.revision,
      read: () => structuredClone(this.typed),
      send: (payload) => this.answer(payload),
      drafts: { put: (draft) => { this.kept = structuredClone(draft); }, remove: () => { this.kept = null; }, flush: () => {} },
      tell: (told) => this.told.push(told),
      time: this.clock,
    });
  }

  async answer(payload) {
    this.sent.push({ at: this.clock.ms, ...structuredClone(payload) });
    // The server has heard; its answer takes a while.
    if (this.slow) await new Promise((resolve) => this.clock.later(resolve, this.slow));
    if (this.line === "cut") throw new TypeError("no line");
    if (typeof this.line === "number") return { status: this.line, answer: this.refusal ?? null };
    if (payload.revision !== this.revision) this.setAside.push(payload.body);
    if (payload.revision !== this.revision) return { status: 409, answer: { revision: this.revision, ...this.holder } };
    this.revision += 1;
    this.saved = { fields: { ...this.saved.fields, ...payload.fields }, body: payload.body };
    if (this.line === "answer lost") throw new TypeError("no line");
    const problems = Object.keys(payload.fields).filter((name) => name === this.unreadable).map((field) => ({ block: null, field, message: "too long" }));
    for (const { field } of problems) this.saved.fields[field] = undefined;
    return { status: 200, answer: { revision: this.revision, saved_at: "2026-06-01T08:00:00Z", problems } };
  }

  type(words) {
    this.typed.body = words;
    this.autosave.touch();
  }

  get state() {
    return this.told.at(-1)?.state;
  }
}

test("a pause of half a second saves, and only the answer says so", async () => {
  const desk = new Desk();
  desk.type("a");
  await desk.clock.pass(400);
  desk.type("ab");
  await desk.clock.pass(450);
  assert.equal(desk.sent.length, 0);
  assert.equal(desk.state, "changed");
  await desk.clock.pass(100);
  assert.deepEqual(desk.sent.map(({ revision, body, fields }) => [revision, body, fields]), [[7, "ab", {}]]);
  assert.equal(desk.state, "saved");
  assert.equal(desk.kept, null);
});

test("whoever types without a pause is saved within a second all the same", async () => {
  const desk = new Desk();
  for (let typed = 0; typed < 50; typed += 1) {
    desk.type(`word ${typed}`);
    await desk.clock.pass(100);
  }
  const gaps = desk.sent.map(({ at }, place) => at - (desk.sent[place - 1]?.at ?? 0));
  assert.ok(Math.max(...gaps) <= 1000, String(gaps));
  assert.ok(desk.sent.length >= 5);
});

test("only fields that changed are sent, and a field changed back is not lost", async () => {
  const desk = new Desk();
  desk.typed.fields.headline = "New";
  desk.type("a");
  await desk.clock.pass(600);
  desk.typed.fields.headline = "Old";
  desk.type("a");
  await desk.clock.pass(600);
  assert.deepEqual(desk.sent.map(({ fields }) => fields), [{ headline: "New" }, { headline: "Old" }]);
});

test("without a line the words are kept, tried again with growing pauses, and sent when it is back", async () => {
  const desk = new Desk();
  desk.line = "cut";
  desk.type("not lost");
  await desk.clock.pass(40_000);
  assert.equal(desk.state, "kept");
  assert.deepEqual([desk.kept.revision, desk.kept.body], [7, "not lost"]);
  const pauses = desk.sent.slice(1).map(({ at }, place) => at - desk.sent[place].at);
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 15000]);
  desk.line = "good";
  desk.autosave.retry();
  await desk.clock.pass(10);
  assert.equal(desk.saved.body, "not lost");
  assert.equal(desk.state, "saved");
  assert.equal(desk.kept, null);
});

test("a save whose answer was lost is followed up, not taken for somebody else's", async () => {
  const desk = new Desk();
  desk.line = "answer lost";
  desk.type("first");
  await desk.clock.pass(600);
  desk.line = "good";
  desk.type("first and second");
  await desk.clock.pass(3000);
  assert.equal(desk.saved.body, "first and second");
  assert.equal(desk.state, "saved");
});

test("a server that fails is asked again, one that has signed us out too", async () => {
  for (const [status, state] of [[500, "kept"], [503, "kept"], [401, "signed_out"], [403, "signed_out"]]) {
    const desk = new Desk();
    desk.line = status;
    desk.type("words");
    await desk.clock.pass(700);
    assert.equal(desk.state, state, String(status));
    assert.equal(desk.kept.body, "words");
    desk.line = "good";
    await desk.clock.pass(1100);
    assert.equal(desk.saved.body, "words");
  }
});

test("what the server refuses stays here, with the reasons, until it is changed", async () => {
  const desk = new Desk();
  desk.line = 422;
  desk.refusal = { problems: [{ block: "b1", field: null, message: "too long" }] };
  desk.type("bad");
  await desk.clock.pass(60_000);
  assert.equal(desk.sent.length, 1);
  assert.deepEqual(desk.told.at(-1), { state: "refused", problems: desk.refusal.problems, message: undefined });
  assert.equal(desk.kept.body, "bad");
  desk.line = "good";
  desk.type("good");
  await desk.clock.pass(600);
  assert.equal(desk.saved.body, "good");
});

test("a field that could not be read is kept and told of until it can, though the rest is saved", async () => {
  const desk = new Desk();
  desk.unreadable = "headline";
  desk.typed.fields.headline = "Far too long";
  desk.type("words");
  await desk.clock.pass(600);
  assert.deepEqual([desk.state, desk.saved.body, desk.saved.fields.headline], ["saved", "words", undefined]);
  assert.deepEqual([desk.kept?.fields, desk.kept?.body], [{ headline: "Far too long" }, "words"]);
  desk.type("more words");
  await desk.clock.pass(600);
  assert.equal(desk.told.at(-1).problems.length, 1, "it is still so");
  assert.equal(desk.kept.body, "more words");
  desk.unreadable = null;
  desk.typed.fields.headline = "Fine";
  desk.autosave.touch();
  await desk.clock.pass(600);
  assert.deepEqual([desk.saved.fields.headline, desk.kept], ["Fine", null]);
});

test("a story that was taken over is written no more, and what was typed stays kept and is set aside", async () => {
  const desk = new Desk();
  desk.revision = 9;
  desk.holder = { mine: false, holder: "Leyla" };
  desk.type("mine");
  await desk.clock.pass(600);
  assert.equal(desk.state, "taken");
  assert.equal(desk.told.at(-1).holder, "Leyla");
  desk.type("mine, more");
  await desk.clock.pass(5000);
  assert.equal(desk.saved.body, "old");
  assert.equal(desk.kept.body, "mine, more");
  assert.deepEqual(desk.setAside, ["mine", "mine, more"]);
  assert.equal(desk.state, "taken");
});

test("words typed before the answer says that the story was taken are set aside too, however the line is", async () => {
  for (const fault of ["cut", 503, 401, "answer lost"]) {
    const desk = new Desk();
    desk.revision = 9;
    desk.holder = { mine: false, holder: "Leyla" };
    desk.slow = 300;
    desk.type("before");
    await desk.clock.pass(600);
    desk.type("before, and while it is asked");
    await desk.clock.pass(250);
    assert.equal(desk.state, "taken");
    desk.line = fault;
    await desk.clock.pass(5000);
    desk.line = "good";
    desk.autosave.retry();
    await desk.clock.pass(400);
    assert.deepEqual(desk.setAside.at(-1), "before, and while it is asked", String(fault));
    assert.equal(desk.state, "taken", "nothing else is said meanwhile");
    const { length } = desk.sent;
    desk.autosave.leave();
    await desk.clock.pass(100_000);
    assert.equal(desk.sent.length, length, "once it is there it is sent no more");
    assert.equal(desk.kept.body, "before, and while it is asked");
  }
});

test("a page that is left while a save is on its way sends all it has beside it", async () => {
  const desk = new Desk();
  desk.slow = 300;
  desk.type("first");
  await desk.clock.pass(600);
  desk.type("first and last");
  desk.autosave.leave();
  assert.deepEqual(desk.sent.map(({ body }) => body), ["first", "first and last"]);
  assert.equal(desk.kept.body, "first and last");
});

test("who writes on here while words are set aside is saved", async () => {
  const desk = new Desk();
  desk.revision = 8;
  desk.slow = 300;
  desk.type("here");
  await desk.clock.pass(600);
  desk.type("here, more");
  await desk.clock.pass(250);
  assert.equal(desk.state, "elsewhere");
  desk.autosave.resume(8);
  await desk.clock.pass(2000);
  assert.equal(desk.saved.body, "here, more");
  assert.equal(desk.state, "saved");
});

test("told that the story was taken, what is not saved is sent once more to be set aside", async () => {
  const desk = new Desk();
  desk.type("not saved yet");
  desk.revision = 9;
  desk.holder = { mine: false, holder: "Leyla" };
  desk.autosave.taken("Leyla");
  await desk.clock.pass(10);
  assert.deepEqual(desk.sent.map(({ body }) => body), ["not saved yet"]);
  assert.equal(desk.state, "taken");
  const quiet = new Desk();
  quiet.autosave.taken("Leyla");
  await quiet.clock.pass(1000);
  assert.deepEqual([quiet.sent.length, quiet.state], [0, "taken"]);
});

test("two windows of one person do not overwrite each other unasked", async () => {
  const desk = new Desk();
  desk.revision = 8;
  desk.type("from here");
  await desk.clock.pass(600);
  assert.equal(desk.state, "elsewhere");
  assert.equal(desk.saved.body, "old");
  desk.autosave.resume(8);
  await desk.clock.pass(10);
  assert.equal(desk.saved.body, "from here");
  desk.type("and on");
  await desk.clock.pass(600);
  assert.deepEqual(desk.sent.map(({ keep }) => keep), [undefined, true, undefined]);
});

test("words that follow a lost answer ask that what stands there be kept, for another window may have been faster", async () => {
  const desk = new Desk();
  desk.line = "answer lost";
  desk.type("from here");
  await desk.clock.pass(600);
  desk.revision += 1;
  desk.saved.body = "from the other window";
  desk.line = "good";
  await desk.clock.pass(2000);
  assert.equal(desk.state, "saved");
  assert.deepEqual(desk.sent.map(({ revision, keep }) => [revision, keep]), [[7, undefined], [7, undefined], [9, true]]);
});

test("whoever waits for the save hears when everything is there, or that it will not be", async () => {
  const desk = new Desk();
  desk.type("a");
  let heard = "";
  desk.autosave.settle().then(() => { heard = desk.saved.body; });
  await desk.clock.pass(10);
  assert.equal(heard, "a");
  desk.line = 422;
  desk.type("b");
  await assert.rejects(Promise.all([desk.autosave.settle(), desk.clock.pass(10)]));
  await desk.autosave.settle().catch(() => {});
});

test("two hundred rounds of failing lines and crashes lose nothing that was typed a second before", async () => {
  const chance = new Chance(SEED);
  for (let round = 0; round < 200; round += 1) {
    const desk = new Desk();
    const typed = [{ at: -Infinity, words: "old" }];
    for (let step = 0; step < 30; step += 1) {
      desk.line = chance.one(["good", "good", "cut", "answer lost", 500, 503, 401]);
      const words = `${round}.${step}`;
      desk.type(words);
      typed.push({ at: desk.clock.ms, words });
      await desk.clock.pass(chance.between(20, 1500));
      if (chance.happens(0.1)) {
        // The browser is gone: what is left is what the server and the browser's store have.
        const safe = desk.kept?.body ?? desk.saved.body;
        const newest = typed.findLast(({ at }) => at <= desk.clock.ms - 1000).words;
        const order = (one) => typed.findIndex((entry) => entry.words === one);
        assert.ok(order(safe) >= order(newest), `SEED=${SEED} round ${round}: ${safe} is older than ${newest}`);
        assert.ok(desk.state !== "saved" || desk.saved.body === words, `SEED=${SEED} round ${round}: saved was said too early`);
        desk.clock.timers = [];
        desk.typed.body = safe;
        desk.autosave = desk.open();
        desk.told = [{ state: "saved" }];
        if (safe !== desk.saved.body) desk.autosave.touch();
      }
    }
    desk.line = "good";
    await desk.clock.pass(120_000);
    assert.equal(desk.state, "saved", `SEED=${SEED} round ${round}`);
    assert.equal(desk.saved.body, desk.typed.body, `SEED=${SEED} round ${round}`);
  }
});
