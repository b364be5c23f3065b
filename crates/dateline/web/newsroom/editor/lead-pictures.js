/** The pictures beside the text: chosen from those that are here, sent by dialog or by drag, and where the eye rests in them. */
import { element } from "./elements.js";
import { chooseFocus } from "./focus-dialog.js";
import { choosePictures } from "./library-dialog.js";
import { filesOf } from "./pictures.js";

/** Takes the place of the field for a picture's id in the part of the form marked `data-pictures`. */
export function leadPictures(form, media, texts) {
  const part = form.querySelector("[data-pictures]");
  if (!part || part.closest("[disabled]")) return;
  const field = form.elements.namedItem("media_add");
  const label = field.closest("label");
  const button = element("button", { type: "button", onclick: () => choose() }, texts.get("pictures_add"));
  label.hidden = true;
  label.after(button);
  const told = () => field.dispatchEvent(new Event("input", { bubbles: true }));
  const add = (picture) => {
    let place = 0;
    while (form.elements.namedItem(`media_${place}`)) place += 1;
    label.before(row(place, picture, texts));
    told();
  };
  const choose = async () => (await choosePictures(media, texts, { title: texts.get("pictures_add"), many: true }))?.forEach(add);
  part.querySelectorAll(".medium").forEach((medium) => {
    const reference = medium.querySelector('input[type="hidden"]').value;
    medium.append(focusButton(media, reference, texts));
  });
  part.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  part.addEventListener("drop", (event) => {
    const files = filesOf(event.dataTransfer);
    if (!files.length) return;
    event.preventDefault();
    files.forEach((file) => send(file));
  });
  const send = (file) => {
    const bar = element("progress", { max: 1, value: 0, "aria-label": texts.get("uploading", { name: file.name }) });
    label.before(bar);
    media.upload(file, (share) => { bar.value = share; }).then((picture) => {
      bar.remove();
      add(picture);
    }, (refusal) => bar.replaceWith(element("p", { class: "problem", role: "alert" }, refusal.message || texts.get(refusal.status ? "upload_refused" : "upload_failed"))));
  };

  function row(place, picture, words) {
    const name = `media_${place}`;
    const text = (key) => element("label", {}, words.get(key), element("textarea", { name: `${name}_${key}`, rows: 2, dir: "auto" }, picture[key] ?? ""));
    return element("div", { class: "medium" },
      element("input", { type: "hidden", name, value: picture.id }),
      element("img", { src: picture.src, alt: "" }),
      element("p", { dir: "auto" }, picture.name ?? ""),
      text("alt"), text("caption"), text("credit"),
      element("label", { class: "check" }, element("input", { type: "checkbox", name: `${name}_remove`, value: "1" }), " ", words.get("remove")),
      focusButton(media, picture.id, words));
  }
}

function focusButton(media, reference, texts) {
  return element("button", { type: "button", onclick: () => chooseFocus(media, reference, texts) }, texts.get("focus"));
}
