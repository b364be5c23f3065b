// An act's page: what readers and subscribers will get follows what is typed; Ctrl+Enter does the act.

const PAUSE = 400;

/** Keeps `section#gets` as the form has it. */
export function attach(page) {
  const form = page.querySelector("form");
  const look = form.querySelector("[data-look]");
  let timer = 0, asked = 0;
  look.hidden = true;
  const show = async () => {
    const mine = (asked += 1);
    const body = new URLSearchParams(new FormData(form));
    body.set("look", "1");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("gets");
    const shown = document.getElementById("gets");
    if (!fresh || !shown) return;
    // A frame is loaded anew only where its page is another one.
    const frame = shown.querySelector("iframe"), other = fresh.querySelector("iframe");
    if (frame && other && frame.getAttribute("src") === other.getAttribute("src")) other.replaceWith(frame);
    shown.replaceChildren(...fresh.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  // A note is asked for where a lift corrects.
  const note = form.elements.editor_note;
  const corrected = form.querySelector('[name="lifting"][value="corrected"]');
  if (note && corrected) form.addEventListener("change", () => { note.required = corrected.checked; });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-submit]"));
  });
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent && event.submitter !== look) event.preventDefault();
    form.dataset.sent = "1";
  });
  // Come back to by the browser, it can be sent again.
  addEventListener("pageshow", () => delete form.dataset.sent);
  (form.querySelector("[aria-invalid]") ?? form.querySelector("textarea"))?.focus();
}

const page = document.querySelector("[data-act]");
if (page) attach(page);
