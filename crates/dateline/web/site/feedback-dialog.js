import { attach } from "./proof-of-work.js";

/** Opens the form of an address over the page. What it answers is shown in its place, and a fault keeps what was typed. */
export async function open(address) {
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
  title.id = "feedback-over";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(shut, title, page.part);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  listen(dialog);
}

async function read(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("#feedback");
  if (!part) throw new Error("no form there");
  return { part: document.importNode(part, true), title: page.querySelector("h1").textContent, close: part.dataset.close ?? "" };
}

function listen(dialog) {
  const form = dialog.querySelector("form");
  if (!form) return;
  attach(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const buttons = form.querySelectorAll("button");
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const { part } = await read(await fetch(form.action, { method: "POST", body: fields }));
      form.replaceWith(part);
      listen(dialog);
      part.querySelector("[aria-invalid]")?.focus();
    } catch {
      buttons.forEach((button) => { button.disabled = false; });
      form.querySelector("[data-proof]").textContent = form.dataset.failed;
    }
  });
}
