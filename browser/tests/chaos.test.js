// Whatever breaks while people write: nothing acknowledged is lost, every word is found again.
//
// A few rounds in the suite; `DATELINE_CHAOS_ROUNDS=200` for as many as somebody wants to see, `SEED` for the same choices
// again, and on PostgreSQL behind `scripts/with-postgres`. Three of four rounds have the editor's own saving without a browser
// around it, the others real Chromium with the editor itself.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { RealPerson, RealWindow } from "../chaos/real-window.js";
import { within } from "../chaos/patience.js";
import { figures, startChaos } from "../chaos/run.js";
import { judge, Witness } from "../chaos/witness.js";

const asked = process.env.DATELINE_CHAOS_ROUNDS;
const ROUNDS = Number(asked ?? 5);
const REAL_ROUNDS = Math.floor(ROUNDS / 4);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Plays rounds to their end; fails with what happened to the first story that lost something. */
async function play(chaos, { rounds, stories }, t) {
  t.diagnostic(`SEED=${SEED}`);
  try {
    for (let round = 0; round < rounds; round += 1) {
      tellOf(chaos, await chaos.round(stories).catch((error) => [error.message, error.stack]));
      if (process.env.CHAOS_LOG) console.error(figures(chaos));
    }
    tellOf(chaos, await chaos.judgeAll());
    assert.deepEqual(chaos.faults, []);
    t.diagnostic(figures(chaos));
  } finally {
    await chaos.stop();
  }
}

function tellOf({ witness }, faults) {
  if (!faults.length) return;
  const story = Number(faults[0].match(/^story (\d+)/)?.[1]);
  assert.fail([...faults.slice(0, 10), "", ...(witness.history.get(story) ?? [])].join("\n"));
}

test("nothing acknowledged is lost, whatever breaks while people write", async (t) => {
  await play(await startChaos({ seed: SEED }), { rounds: ROUNDS - REAL_ROUNDS, stories: 3 }, t);
});

test("nor with real editors in browsers that crash and are killed", async (t) => {
  const real = { seed: SEED, Window: RealWindow, makePerson: RealPerson.made, mayBeLostMs: 3000, slower: asked ? 4 : 2.5 };
  await play(await startChaos(real), { rounds: REAL_ROUNDS, stories: 2 }, t);
});

test("a server whose disk forgets what it acknowledged is found out", { skip: process.env.DATELINE_TEST_POSTGRES ? "the data are not in a folder" : false }, async (t) => {
  const chaos = await startChaos({ seed: SEED });
  const { installation } = chaos;
  chaos.atRestMs = 2000;
  const kill = installation.kill.bind(installation);
  installation.kill = async () => {
    await kill();
    await installation.forget();
  };
  try {
    await chaos.installation.putAside();
    const found = [];
    for (let round = 0; round < 5 && !found.length; round += 1) {
      await installation.putAside();
      found.push(...(await chaos.round(2).catch((error) => [error.message])));
    }
    assert.ok(found.length > 0, figures(chaos));
    t.diagnostic(found[0]);
  } finally {
    await chaos.stop();
  }
});

/** A process in which a round fails while the server is killed and not yet back; it tells which servers it began. */
const FAILS_IN_A_KILL = `
  import { startChaos } from ${JSON.stringify(new URL("../chaos/run.js", import.meta.url).href)};
  const chaos = await startChaos({ seed: 7 });
  const servers = new Set([chaos.installation.server.pid]);
  const start = chaos.installation.start.bind(chaos.installation);
  chaos.installation.start = () => start().finally(() => servers.add(chaos.installation.server.pid));
  const isDown = new Promise((resolve) => { chaos.whileDown = resolve; });
  chaos.breakThings = () => chaos.killServer();
  chaos.live = () => isDown.then(() => { throw new Error("in the midst of a kill"); });
  const failed = await chaos.round(2).then(() => "nothing failed", ({ message }) => message);
  await chaos.stop();
  process.on("exit", () => console.log(JSON.stringify({ failed, servers: [...servers] })));
`;

test("a round that fails in the midst of a kill leaves nothing behind, and its process ends", async () => {
  const player = spawn(process.execPath, ["--input-type=module", "--eval", FAILS_IN_A_KILL], { stdio: ["ignore", "pipe", "inherit"], detached: true });
  let said = "";
  player.stdout.on("data", (piece) => { said += piece; });
  const ended = new Promise((resolve) => player.once("close", resolve));
  try {
    assert.equal(await within(100_000, "the process that played the round", ended), 0);
  } finally {
    if (player.exitCode === null) process.kill(-player.pid, "SIGKILL");
  }
  const { failed, servers } = JSON.parse(said);
  assert.equal(failed, "in the midst of a kill");
  assert.equal(servers.length, 2, "the round waited for the server it had killed to come back");
  for (const server of servers) assert.throws(() => process.kill(server, 0), { code: "ESRCH" });
});

test("the judge misses no word", () => {
  const witness = new Witness();
  const [told, aside, early, late] = [1, 2, 3, 4].map(() => witness.word(7, "w"));
  witness.answered(7, "w", { body: told }, 200, {});
  witness.answered(7, "w", { body: aside }, 409, { kept: -1 });
  const there = { copy: told, revisions: new Map([[-1, aside]]), kept: `${early} ${late}` };
  const faults = (without) => judge(witness, 7, { ...there, ...without }).faults.length;
  assert.equal(faults({}), 0);
  assert.equal(faults({ copy: "", kept: `${told} ${early} ${late}` }), 1, "acknowledged, and only in a browser");
  assert.equal(faults({ revisions: new Map([[3, aside]]) }), 1, "set aside, and not a revision of its own");
  assert.equal(faults({ kept: late }), 1, "typed, and nowhere");
  witness.typed.get(7)[2].at -= 2000;
  witness.crash("w");
  assert.equal(faults({ kept: early }), 0, "the last second before a crash");
  assert.equal(faults({ kept: late }), 1, "more than a second before a crash");
});
