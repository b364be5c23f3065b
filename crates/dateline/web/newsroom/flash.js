// A flash, one key away from every page of the newsroom. F8 opens the dialog; nothing leaves it by one press: the first
// arms, another one a moment later sends. Whatever is typed in between disarms.

/** A second press sooner than this is the first one's echo. */
const ECHO = 350;

/** An armed flash that nobody sends is disarmed after this long. */
const ARMED = 15_000;

/** While somebody types, this long a pause asks for headlines that say nearly the same. */
const PAUSE = 250;

/** Makes a form of a flash ask twice, warn of near duplicates, and open the first lead. */
export function attach(form) {
  const send = form.querySelector("[data-send]");
  const sure = form.querySelector("[data-sure]");
  const first = send.textContent;
  let armed = 0, timer = 0, sent = false;
  const disarm = () => {
    clearTimeout(timer);
    armed = 0;
    sure.hidden = true;
    send.textContent = first;
  };
  const arm = () => {
    if (!complete(form)) return;
    armed = performance.now();
    send.textContent = send.dataset.textNow ?? first;
    sure.hidden = false;
    timer = setTimeout(disarm, ARMED);
  };
  const press = async () => {
    if (sent) return;
    if (!armed) return arm();
    if (performance.now() - armed < ECHO || !complete(form)) return;
    sent = true;
    send.disabled = true;
    const failed = await release(form);
    if (!failed) return;
    sent = false;
    send.disabled = false;
    disarm();
    sure.textContent = failed;
    sure.hidden = false;
  };
  if (send.name === "sure") return; // shown once more by the server: its button sends
  form.addEventListener("submit", (event) => { event.preventDefault(); press(); });
  form.addEventListener("input", (event) => { disarm(); warn(form, event.target); });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter alone, in a headline, is the slip that is guarded against; a key held down is one press.
    const meant = (event.ctrlKey || event.metaKey) && !event.repeat;
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) event.preventDefault();
    if (meant) press();
  });
}

function chosen(form) {
  return [...form.querySelectorAll('[name="language"]:checked')].map((box) => form.elements[`headline_${box.value}`]);
}

/** Whether every chosen language has a headline; what lacks is shown and focused. */
function complete(form) {
  const headlines = chosen(form);
  if (!headlines.length) return form.querySelector('[name="language"]').focus();
  const empty = headlines.find((headline) => !headline.value.trim());
  for (const headline of headlines) headline.toggleAttribute("aria-invalid", headline === empty);
  empty?.focus();
  return !empty;
}

async function release(form) {
  const body = new URLSearchParams(new FormData(form));
  body.set("sure", "1");
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  const said = await answer?.json().catch(() => null);
  if (!answer?.ok) return said?.message ?? form.dataset.textFailed;
  form.dispatchEvent(new CustomEvent("flash:sent", { bubbles: true }));
  location.assign(said.open);
  return null;
}

const waiting = new WeakMap();

function warn(form, headline) {
  const language = headline.dataset?.language;
  if (!language) return;
  clearTimeout(waiting.get(headline));
  waiting.set(headline, setTimeout(() => look(form, headline, language), PAUSE));
}

async function look(form, headline, language) {
  const shown = form.querySelector(`[data-alike-of="${CSS.escape(language)}"]`);
  const said = headline.value.trim();
  const query = new URLSearchParams({ language, headline: said });
  const answer = said ? await fetch(`${form.dataset.alike}?${query}`).catch(() => null) : null;
  if (said !== headline.value.trim()) return;
  const found = answer?.ok ? await answer.json() : [];
  shown.hidden = !found.length;
  shown.querySelector("ul").replaceChildren(...found.map(line(language)));
}

const line = (language) => ({ headline, href, at }) => {
  const item = document.createElement("li"), link = document.createElement("a");
  const words = document.createElement("bdi"), time = document.createElement("time");
  Object.assign(link, { href, target: "_blank", rel: "noopener" });
  words.lang = language;
  words.textContent = headline;
  time.dateTime = at.iso;
  time.textContent = at.short;
  link.append(words);
  item.append(link, " ", time);
  return item;
};

let dialog = null;

async function open(href) {
  if (dialog?.open) return;
  if (document.querySelector("form[data-flash-form]")) return document.querySelector("form[data-flash-form] [data-language]").focus();
  const answer = await fetch(href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const form = page?.querySelector("form[data-flash-form]");
  if (!form) return location.assign(href);
  dialog?.remove();
  dialog = document.createElement("dialog");
  dialog.className = "flash-dialog";
  dialog.setAttribute("aria-labelledby", "flash-title");
  const head = form.querySelector("#flash-title");
  const title = document.createElement("h2");
  title.id = head.id;
  title.textContent = head.textContent;
  head.replaceWith(title);
  dialog.append(document.adoptNode(form));
  document.body.append(dialog);
  attach(form);
  form.querySelector("[data-close]").addEventListener("click", (event) => { event.preventDefault(); dialog.close(); });
  dialog.showModal();
  chosen(form)[0]?.focus();
}

const link = document.querySelector("[data-flash]");
if (link) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.href);
  });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.href);
  });
}
const form = document.querySelector("main form[data-flash-form]");
if (form) attach(form);
