/** Choosing among the pictures that are here already, by search, or sending new ones. */
import { ask, labelled } from "./dialog.js";
import { element } from "./elements.js";

const PAUSE_MS = 200;

/**
 * Asks for pictures; resolves with their records, in the order in which they were chosen, with `null` when it is left.
 * With `many` several can be chosen.
 */
export async function choosePictures(media, texts, { title, many = false }) {
  const chosen = new Map();
  const known = new Map();
  const shelf = element("ul", { class: "editor-shelf", "aria-label": texts.get("pictures_found") });
  const line = element("p", { class: "editor-note", role: "status" });
  const search = element("input", { type: "search", dir: "auto", autocomplete: "off", oninput: () => soon() });
  const file = element("input", { type: "file", accept: "image/*", multiple: many, onchange: () => [...file.files].forEach(send) });

  const pick = (picture) => {
    if (chosen.has(picture.id)) chosen.delete(picture.id);
    else {
      if (!many) chosen.clear();
      chosen.set(picture.id, picture);
    }
    mark();
  };
  const mark = () => shelf.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(chosen.has(button.dataset.media))));
  const shown = (picture) => {
    known.set(picture.id, picture);
    const name = picture.caption || picture.alt || picture.name;
    return element("li", {}, element("button", { type: "button", "data-media": picture.id, "aria-pressed": "false", onclick: () => pick(picture) },
      element("img", { src: picture.src, alt: "", loading: "lazy" }),
      element("span", { dir: "auto" }, name), element("small", { dir: "auto" }, picture.credit ?? "")));
  };
  const show = (found) => {
    const kept = [...chosen.values()].filter(({ id }) => !found.some((picture) => picture.id === id));
    shelf.replaceChildren(...[...kept, ...found].map(shown));
    mark();
    line.textContent = found.length ? "" : texts.get("pictures_none");
  };
  let timer;
  let turn = 0;
  const look = async () => {
    const own = (turn += 1);
    try {
      const found = await media.search(search.value.trim());
      if (own === turn) show(found);
    } catch {
      if (own === turn) line.textContent = texts.get("upload_failed");
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  };
  const send = async (one) => {
    const bar = element("progress", { max: 1, value: 0, "aria-label": texts.get("uploading", { name: one.name }) });
    const item = element("li", {}, bar);
    shelf.prepend(item);
    try {
      const picture = await media.upload(one, (share) => { bar.value = share; });
      item.replaceWith(shown(picture));
      if (!chosen.has(picture.id)) pick(picture);
    } catch (refusal) {
      item.replaceChildren(element("strong", { role: "alert" }, refusal.message || texts.get(refusal.status ? "upload_refused" : "upload_failed")));
    }
  };
  look();
  const answer = await ask({
    title,
    content: [labelled(texts.get("pictures_search"), search), labelled(texts.get("pictures_send"), file), line, shelf],
    confirm: texts.get("insert"),
    cancel: texts.get("cancel"),
    read: () => (chosen.size ? [...chosen.values()] : { error: texts.get("pictures_choose") }),
  });
  answer?.forEach((picture) => media.learn(picture));
  return answer;
}
