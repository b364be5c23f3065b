// Makes the bundle: dist/editor.js and dist/editor.css, minified, with their licences beside them.
//
// esbuild and nothing around it: the server serves the files itself, so there is no use for a development server, and one
// package with no dependencies is less to trust than a chain of them. `--watch` builds again whenever a source changes.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, context } from "esbuild";

/** The most a reporter on a telephone should have to fetch before writing. */
const MAX_BROTLI_BYTES = 250_000;

const settings = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: [{ in: "editor/story-editor.js", out: "editor" }, { in: "editor/editor.css", out: "editor" }],
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: ["chrome111", "firefox121", "safari16.4"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

if (process.argv.includes("--watch")) {
  const watched = await context(settings);
  await watched.watch();
  console.log("watching editor/");
} else {
  const made = await build(settings);
  await writeLicences(made.metafile);
  let total = 0;
  for (const name of ["editor.js", "editor.css"]) {
    const bytes = await readFile(new URL(`dist/${name}`, import.meta.url));
    const packed = brotliCompressSync(bytes).length;
    total += packed;
    console.log(`dist/${name}: ${bytes.length} B, ${packed} B with Brotli`);
  }
  if (total > MAX_BROTLI_BYTES) {
    console.error(`the bundle is ${total} B with Brotli; at most ${MAX_BROTLI_BYTES}`);
    process.exitCode = 1;
  }
}

/** The licence of every package that is in the bundle, as each of them asks. */
async function writeLicences(metafile) {
  const inputs = Object.keys(metafile.inputs).map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  const texts = [];
  for (const name of [...new Set(inputs)].filter(Boolean).sort()) {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
    texts.push(`${name} ${version}\n\n${await readFile(new URL("LICENSE", folder), "utf8")}`);
  }
  await writeFile(new URL("dist/LICENCES.txt", import.meta.url), texts.join("\n\n"));
}
