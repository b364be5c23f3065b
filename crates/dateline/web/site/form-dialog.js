import { attach } from "./proof-of-work.js";

/** Opens the form of an address over the page. What it answers is shown in its place, and a fault keeps what was typed.
 *  `prepare` is given the form before anybody sees it, and says what is looked at first. */
export async function open(address, prepare = () => null) {
  const page = await read(await fetch(address, { headers: { accept: "text/html" } }));
  const dialog = document.createElement("dialog");
  dialog.className = "over";
  const shut = document.createElement("button");
  shut.type = "button";
  shut.className = "shut";
  shut.textContent = "✕";
  shut.setAttribute("aria-label", page.close);
  shut.addEventListener("click", () => dialog.close());
  const title = document.createElement("h2");
  title.textContent = page.title;
  title.id = "form-over";
  dialog.setAttribute("aria-labelledby", title.id);
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("aria-live", "assertive");
  dialog.append(shut, title, page.part, said);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  const first = prepare(page.part);
  dialog.showModal();
  first?.focus();
  listen(dialog, said);
}

async function read(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("#feedback, #report");
  if (!part) throw new Error("no form there");
  return { part: document.importNode(part, true), title: page.querySelector("h1").textContent, close: part.dataset.close ?? "" };
}

function listen(dialog, said) {
  const form = dialog.querySelector("form");
  if (!form) return;
  attach(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll("button");
    const able = (can) => buttons.forEach((button) => { button.disabled = !can; });
    able(false);
    said.textContent = "";
    try {
      const { part } = await read(await fetch(form.action, { method: "POST", body: fields }));
      form.replaceWith(part);
      listen(dialog, said);
      said.textContent = [...part.querySelectorAll(".fault:not([hidden])")].map((fault) => fault.textContent).join(" ");
      part.tabIndex = -1;
      (part.querySelector("[aria-invalid], .wrong input") ?? part).focus();
    } catch {
      able(true);
      said.textContent = form.dataset.failed;
      form.querySelector("[data-proof]").textContent = form.dataset.failed;
    }
  });
}
