// What the crate story_body makes of lines the editor wrote: its example `read_lines`, built on first use.

import { execFileSync } from "node:child_process";

const root = new URL("../../../../../", import.meta.url).pathname;
const limits = { cwd: root, maxBuffer: 1 << 28, encoding: "utf8" };
let built = false;

function run(command, input = "") {
  const cargo = (verb, ...more) => [verb, "--quiet", "--locked", "-p", "story_body", "--example", "read_lines", ...more];
  if (!built) execFileSync("cargo", cargo("build"), { ...limits, stdio: ["ignore", "inherit", "inherit"] });
  built = true;
  return execFileSync("cargo", cargo("run", "--", command), { ...limits, input });
}

/** The JSON Schema of a body. */
export function bodySchema() {
  return JSON.parse(run("schema"));
}

/** One answer for each value: `{ok}` as Rust writes it, or `{refused}`. `what` is bodies, links or embeds. */
export function readInRust(what, values) {
  const lines = run(what, values.map((value) => `${JSON.stringify(value)}\n`).join("")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}
