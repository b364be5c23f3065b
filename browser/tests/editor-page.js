// A page with nothing but the story form, and a server that answers it as the newsroom does: for the editor alone.

import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

const CRATE = new URL("../../crates/dateline/", import.meta.url);
const bundle = (name) => new URL(`web/newsroom/dist/${name}`, CRATE);

/** The editor's texts in a language, by key. */
export async function textsOf(language) {
  const file = await readFile(new URL(`texts/editor/${language}.ftl`, CRATE), "utf8");
  return Object.fromEntries([...file.matchAll(/^(editor_\w+) = (.*)$/gm)].map(([, key, text]) => [key, text]));
}

/** A body of a story: paragraphs of words. */
export function paragraphs(...texts) {
  return { blocks: texts.map((text, place) => ({ id: `p${place + 1}`, type: "paragraph", content: text ? [{ text }] : [] })) };
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const json = (id, value) => `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, "\\u003c")}</script>`;

async function page({ body, language, media, headline, revision }, interfaceLanguage) {
  const texts = await textsOf(interfaceLanguage);
  const dir = ["ar", "fa"].includes(interfaceLanguage) ? "rtl" : "ltr";
  return `<!doctype html><html lang="${interfaceLanguage}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Story</title>
<style>:root { color-scheme: light dark } body { max-width: 62rem; margin: 0 auto; padding: 1rem; background: light-dark(#fff, #12161b); color: light-dark(#14181f, #e9e6df); font-family: system-ui, "Noto Sans", sans-serif }
.headline input { box-sizing: border-box; width: 100%; font-size: 1.5rem; margin-block: .3rem 1rem; color: inherit; background: transparent } main > form > button { min-height: 2rem; margin-block: .5rem } select { min-height: 2rem }</style>
<link rel="stylesheet" href="/editor.css"></head><body><main><h1>Story</h1>
<form id="story" method="post" action="/newsroom/stories/1" data-save="/newsroom/stories/1/save" data-revision="${revision}" data-language="${language}" data-media="/newsroom/media">
<label class="headline">Headline<input name="headline" value="${escaped(headline)}" dir="auto"></label>
<label>Section<select name="section"><option value="">-</option><option value="politics" selected>Politics</option></select></label>
<label>Text<textarea name="body_html"></textarea></label><button>Save</button></form>
<form id="act" method="post" action="/newsroom/stories/1/submit"><input type="hidden" name="revision" value="${revision}"><button>Submit</button></form>
</main>${json("story-body", body)}${json("story-media", media)}${json("editor-texts", texts)}
<script type="module" src="/editor.js"></script></body></html>`;
}

/**
 * Starts the server; resolves with its origin, the story it holds, every save it got, and switches: `answer` is what it
 * says to a save (a function of the payload), `drop` cuts the line before (`"before"`) or after (`"after"`) it has saved.
 */
export async function startEditorPage() {
  if (!existsSync(bundle("editor.js"))) throw new Error("the editor's bundle is not built: run `npm run build` in crates/dateline/web/newsroom");
  const desk = { story: null, saves: [], uploads: [], focus: [], submits: [], drop: null, answer: null, holdUploads: null };
  const take = (payload) => {
    const { story } = desk;
    if (payload.revision !== story.revision) return [409, { revision: story.revision, ...(desk.holder ?? { mine: true, holder: "Me" }) }];
    story.revision += 1;
    story.body = payload.body;
    Object.assign(story, payload.fields);
    return [200, { revision: story.revision, saved_at: new Date().toISOString(), problems: [] }];
  };
  const answers = {
    "/newsroom/stories/1/save": async (request, response, text) => {
      const payload = JSON.parse(text);
      if (desk.drop === "before") return request.socket.destroy();
      desk.saves.push(payload);
      const [status, answer] = desk.answer?.(payload) ?? take(payload);
      if (desk.drop === "after") return request.socket.destroy();
      return send(response, status, "application/json", JSON.stringify(answer));
    },
    "/newsroom/stories/1/submit": async (request, response, text) => {
      desk.submits.push({ revision: Number(new URLSearchParams(text).get("revision")), body: structuredClone(desk.story.body) });
      send(response, 200, "text/html", "<!doctype html><title>Submitted</title>");
    },
    "/newsroom/media": async (request, response) => {
      await desk.holdUploads;
      if (desk.drop) return request.socket.destroy();
      desk.uploads.push(request.headers["content-type"]);
      const id = `m${desk.uploads.length}`;
      return send(response, 201, "application/json", JSON.stringify({ id, hash: "0", src: "/picture.svg", width: 640, height: 400, alt: "A bridge over the river", caption: "The bridge", credit: null }));
    },
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://x");
    if (request.method === "POST") {
      const text = await read(request);
      if (answers[pathname]) return answers[pathname](request, response, text);
      if (pathname.startsWith("/newsroom/media/")) {
        desk.focus.push({ media: pathname.split("/").at(-1), ...JSON.parse(text) });
        return send(response, 200, "application/json", "{}");
      }
    }
    if (pathname === "/picture.svg") return send(response, 200, "image/svg+xml", PICTURE);
    if (pathname === "/favicon.ico") return send(response, 204, "image/png", "");
    if (pathname === "/editor.js" || pathname === "/editor.css") {
      return send(response, 200, pathname.endsWith("js") ? "text/javascript" : "text/css", await readFile(bundle(pathname.slice(1))));
    }
    return send(response, 200, "text/html", await page(desk.story, searchParams.get("texts") ?? "en"));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  desk.origin = `http://127.0.0.1:${server.address().port}`;
  /** The story the page shows next. */
  desk.put = (story) => {
    Object.assign(desk, { saves: [], uploads: [], focus: [], submits: [], drop: null, answer: null, holdUploads: null, holder: null });
    desk.story = { body: paragraphs(""), language: "en", media: {}, headline: "Ministers meet", revision: 7, ...story };
  };
  desk.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  desk.put({});
  return desk;
}

async function read(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

// No style attributes: the newsroom's policy allows none, and this page keeps to it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; form-action 'self'; style-src-attr 'none'";

function send(response, status, type, body) {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": POLICY, "Cache-Control": "no-store" });
  response.end(body);
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400"><rect width="640" height="400" fill="#9bd"/><path d="M0 300h640v100H0z" fill="#576"/><path d="M80 300q240-220 480 0" fill="none" stroke="#333" stroke-width="14"/></svg>`;
