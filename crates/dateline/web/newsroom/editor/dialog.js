/** A question in a dialog of the page's own: opened, answered or left, and focus back where it was. */
import { element } from "./elements.js";

let count = 0;

/**
 * Opens a dialog under `title` with `content`; resolves with what `read()` gives when it is answered, with `null` when
 * it is left. Where `read()` returns an error's text in `{error}`, the dialog stays and says it.
 */
export function ask({ title, content, confirm, cancel, read, also = [] }) {
  const id = `editor-dialog-${(count += 1)}`;
  const before = document.activeElement;
  return new Promise((resolve) => {
    const fault = element("p", { class: "editor-fault", role: "alert" });
    const form = element("form", { method: "dialog" },
      element("h2", { id }, title), ...content, fault,
      element("p", { class: "editor-answers" },
        element("button", { type: "submit", class: "editor-main" }, confirm),
        ...also.map(({ text, value }) => element("button", { type: "button", onclick: () => finish(value) }, text)),
        element("button", { type: "button", onclick: () => finish(null) }, cancel)));
    const dialog = element("dialog", { class: "editor-dialog", "aria-labelledby": id }, form);
    const finish = (answer) => {
      dialog.close();
      dialog.remove();
      before?.focus?.();
      resolve(answer);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = read();
      if (answer?.error) fault.textContent = answer.error;
      else finish(answer);
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      finish(null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A field with its label above it. */
export function labelled(text, field) {
  return element("label", { class: "editor-labelled" }, element("span", {}, text), field);
}
