/** Choosing where the eye should rest in a picture, by a click on it or with two sliders. */
import { ask, labelled } from "./dialog.js";
import { element } from "./elements.js";

/** Asks, and tells the server. */
export async function chooseFocus(media, reference, texts) {
  const known = media.of(reference);
  if (!known.src) return;
  const [x, y] = known.focal ?? [0.5, 0.5];
  const slider = (name, value) => element("input", { type: "range", name, min: 0, max: 100, step: 1, value: Math.round(value * 100), oninput: () => mark() });
  const across = slider("x", x);
  const down = slider("y", y);
  const point = element("span", { class: "editor-focus-point", "aria-hidden": "true" });
  const image = element("img", { src: known.src, alt: known.alt ?? "", onclick: (event) => aim(event) });
  const mark = () => {
    point.style.left = `${across.value}%`;
    point.style.top = `${down.value}%`;
  };
  const aim = (event) => {
    const box = image.getBoundingClientRect();
    across.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    down.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    mark();
  };
  mark();
  const answer = await ask({
    title: texts.get("focus"),
    content: [
      element("p", {}, texts.get("focus_hint")),
      element("div", { class: "editor-focus", dir: "ltr" }, image, point),
      labelled(texts.get("focus_across"), across),
      labelled(texts.get("focus_down"), down),
    ],
    confirm: texts.get("confirm"),
    cancel: texts.get("cancel"),
    read: () => [across.value / 100, down.value / 100],
  });
  if (!answer) return;
  try {
    await media.focus(reference, answer);
  } catch {
    await ask({
      title: texts.get("focus"), content: [element("p", {}, texts.get("focus_failed"))],
      confirm: texts.get("confirm"), cancel: texts.get("cancel"), read: () => true,
    });
  }
}
