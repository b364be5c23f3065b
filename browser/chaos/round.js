// One round: people write, things break, everything heals, and what is there is held against what was said.

import { found, Refused } from "./person.js";
import { FAULTS } from "./line.js";
import { allEnded, within } from "./patience.js";
import { judge } from "./witness.js";

/** How long a round goes on before everything heals, in milliseconds. */
const LASTS_MS = [1500, 3000];
/** How long a round may take from its first story to its judgement, in milliseconds. */
const LONGEST_MS = 300_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** People, their lines, a server that is killed, and what became of it all. */
export class Chaos {
  /** `open(person, story)` makes a window that is not open yet. */
  constructor({ installation, people, witness, chance, open }) {
    Object.assign(this, { installation, people, witness, chance, open });
    this.done = { rounds: 0, kills: 0, broken: 0, closed: 0, crashed: 0, taken: 0, handed: 0, windows: 0, lost: [] };
    this.stories = [];
    this.faults = [];
    this.isUp = true;
    /** How many times slower all goes than with windows that are there at once. */
    this.slower = 1;
    /** Healed lines and a server that is back: by then every window has said what it has to say. */
    this.atRestMs = 60_000;
  }

  /** A round on `count` new stories; resolves with the faults found. However it ends, nothing it began goes on. */
  async round(count) {
    const stories = [];
    try {
      const unended = () => `story ${stories.map(({ number }) => number).join(", ")}: the round`;
      return await within(LONGEST_MS, unended, this.played(stories, count));
    } finally {
      await allEnded(stories.flatMap(({ windows }) => windows.map((window) => window.end())));
    }
  }

  async played(stories, count) {
    for (let place = 0; place < count; place += 1) {
      const person = this.chance.of(this.people);
      const number = await person.newStory(`Round ${this.done.rounds + 1}`);
      this.stories.push(number);
      stories.push({ number, windows: [] });
      await this.openOn(stories.at(-1), person);
    }
    const end = Date.now() + this.slower * this.chance.between(...LASTS_MS);
    await allEnded([this.breakThings(end), ...stories.map((story) => this.live(story, end))]);
    await this.heal(stories);
    this.done.rounds += 1;
    const faults = [];
    for (const { number } of stories) faults.push(...(await this.judged(number)));
    await Promise.all(stories.flatMap(({ windows }) => windows.map((window) => window.close())));
    this.faults.push(...faults);
    return faults;
  }

  async openOn(story, person) {
    const window = this.open(person, story.number);
    try {
      await window.open();
      window.isTyping = true;
      story.windows.push(window);
      this.done.windows += 1;
    } catch (error) {
      // A page that cannot be loaded now is loaded when the line is back; refusals by the newsroom are part of the day.
      await window.close();
      if (error instanceof Refused && error.status >= 500) this.faults.push(error.message);
    }
  }

  /** The server and the lines break, one at a time or together, until the end. */
  async breakThings(end) {
    const { chance } = this;
    const breaking = [];
    const begin = (deed) => {
      // Heard of below; until then it is not forgotten, only not waited for.
      deed.catch(() => {});
      breaking.push(deed);
    };
    while (Date.now() < end) {
      await pause(this.slower * chance.between(100, 700));
      if (Date.now() >= end) break;
      if (this.isUp && chance.is(0.5)) begin(this.killServer());
      else begin(this.breakLine(chance.of(this.people)));
    }
    await allEnded(breaking);
  }

  async killServer() {
    this.isUp = false;
    this.done.kills += 1;
    await this.installation.kill();
    await this.whileDown?.();
    await pause(this.chance.between(0, 600));
    await this.installation.start();
    this.isUp = true;
  }

  async breakLine(person) {
    this.done.broken += 1;
    person.line.break(this.chance.of(FAULTS));
    await pause(this.chance.between(100, 1200));
    person.line.heal();
    if (this.chance.is(0.5)) for (const window of person.windows ?? []) window.online();
  }

  /** What people do to one story: windows come and go, and it changes hands. */
  async live(story, end) {
    const { chance } = this;
    while (Date.now() < end) {
      await pause(this.slower * chance.between(150, 600));
      const open = story.windows.filter(({ isOpen }) => isOpen);
      const what = chance.of(["crash", "close", "take", "hand", "second", "none", "none"]);
      const window = open.length ? chance.of(open) : null;
      try {
        if (!window) await this.openOn(story, chance.of(this.people));
        else if (what === "crash") await this.crash(story, window);
        else if (what === "close") await this.close(story, window);
        else if (what === "take") await this.takeOver(story, window);
        else if (what === "hand") await this.handOver(story, window, end);
        else if (what === "second" && open.length < 3) await this.openOn(story, window.person);
      } catch (error) {
        if (error instanceof Refused ? error.status >= 500 : !isOfTheLine(error)) throw error;
      }
    }
  }

  async crash(story, window) {
    this.done.crashed += 1;
    await window.crash();
    await this.openOn(story, window.person);
  }

  async close(story, window) {
    this.done.closed += 1;
    await window.close();
    if (this.chance.is(0.7)) await this.openOn(story, window.person);
  }

  async takeOver(story, window) {
    const other = this.chance.of(this.people.filter((person) => person !== window.person));
    await other.hands(story.number, "take-over");
    this.done.taken += 1;
    await this.openOn(story, other);
  }

  /** Another asks, the writer's page saves what is typed, then gives the story away. */
  async handOver(story, window, end) {
    const other = this.chance.of(this.people.filter((person) => person !== window.person));
    await other.hands(story.number, "ask");
    window.isTyping = false;
    while (!(await window.isAtRest) && Date.now() < end) await pause(20);
    await window.person.hands(story.number, "hand-over", { person: other.id });
    await window.close();
    this.done.handed += 1;
    await this.openOn(story, other);
  }

  /** Everything is mended, and everybody stops typing; windows say what they have to say. */
  async heal(stories) {
    for (const person of this.people) person.line.heal();
    const windows = stories.flatMap((story) => story.windows);
    for (const window of windows) window.isTyping = false;
    await this.rest(windows);
    for (const window of windows.filter(({ isOpen, state }) => isOpen && state === "elsewhere")) {
      if (this.chance.is(0.5)) await window.writeOn();
    }
    await this.rest(windows);
  }

  async rest(windows) {
    const latest = Date.now() + this.atRestMs;
    for (const window of windows) {
      await window.online();
      while (!(await window.isAtRest)) {
        if (Date.now() > latest) {
          this.faults.push(`story ${window.story}: ${window.name} does not come to rest: ${window.state}`);
          break;
        }
        await pause(20);
      }
    }
  }

  async judged(story) {
    const judging = this.people[0];
    const there = await found(judging, story, this.installation.origin);
    const kept = await Promise.all(this.people.map((person) => person.keptOf(story)));
    const { faults, lost } = judge(this.witness, story, { ...there, kept: kept.join(" ") });
    this.done.lost.push(...lost);
    return faults;
  }

  /** Everything that was ever written, once more: later rounds have not cost earlier ones a word. */
  async judgeAll() {
    const lost = [...this.done.lost];
    const faults = [];
    for (const story of this.stories) faults.push(...(await this.judged(story)));
    this.done.lost = lost;
    return faults;
  }
}

/** Whether it is a line that broke, and no fault of anybody's. */
function isOfTheLine(error) {
  return error instanceof TypeError && /fetch failed|terminated/.test(error.message);
}
