// Rounds of chaos, from the beginning to the figures.

import { Chance } from "./chance.js";
import { Installation } from "./installation.js";
import { LightWindow } from "./light-window.js";
import { Line } from "./line.js";
import { allEnded } from "./patience.js";
import { Person } from "./person.js";
import { Chaos } from "./round.js";
import { Witness } from "./witness.js";

const PEOPLE = ["ann", "ben", "cem"];

/** A newsroom with people at work in it; `Window` is what they write in. */
export async function startChaos({ seed, Window = LightWindow, makePerson = (name, line) => new Person(name, line), mayBeLostMs = 1000, slower = 1 }) {
  const chance = new Chance(seed);
  const witness = new Witness({ mayBeLostMs });
  const installation = await Installation.made(PEOPLE);
  const people = [];
  const stop = async () => {
    await allEnded(people.flatMap((person) => person.windows.map((window) => window.end())));
    await allEnded([...people.flatMap((person) => [person.leave?.(), person.line.stop()]), installation.stop()]);
  };
  try {
    await installation.start();
    for (const name of PEOPLE) {
      const person = await makePerson(name, await Line.to(installation.port));
      person.windows = [];
      people.push(person);
      await person.signIn(installation.credentials(name));
    }
    await people[0].learnIds(people);
  } catch (error) {
    await stop();
    throw error;
  }
  let count = 0;
  const open = (person, story) => {
    count += 1;
    const window = new Window(person, story, { witness, chance, name: `${person.name}-${count}` });
    person.windows.push(window);
    return window;
  };
  const chaos = new Chaos({ installation, people, witness, chance, open });
  chaos.slower = slower;
  chaos.stop = stop;
  return chaos;
}

/** What happened, in one line. */
export function figures({ done, witness }) {
  const typed = [...witness.typed.values()].reduce((sum, words) => sum + words.length, 0);
  return `${done.rounds} rounds: ${done.kills} times kill -9, ${done.broken} lines broken, ${done.crashed} browsers crashed, `
    + `${done.closed} closed, ${done.taken} times taken over, ${done.handed} handed over, ${done.windows} windows; `
    + `${typed} words typed, ${witness.acknowledgements} acknowledged, ${done.lost.length} lost in crashes, typed ${Math.max(0, ...done.lost)} ms before at most`;
}
