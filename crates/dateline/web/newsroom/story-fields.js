// What scripts add to the fields of a story: tokens, places looked up, and the dateline as it will be printed.

import { suggest } from "./look-up.js";
import { attach as attachTokens } from "./tokens.js";

/** Attaches to a story's form. */
export function attach(form) {
  const { language } = form.dataset;
  const names = JSON.parse(document.getElementById("story-names")?.textContent ?? "{}");
  const texts = { remove: form.dataset.textRemove ?? "×" };
  form.querySelectorAll("[data-tokens]").forEach((field) => attachTokens(field, { language, names, texts }));
  const field = (name) => form.elements.namedItem(name);
  const put = (name, value) => {
    if (!field(name) || !value) return;
    field(name).value = value;
    field(name).dispatchEvent(new Event("input", { bubbles: true }));
  };
  const place = form.querySelector('[data-look-up="places"]');
  if (place && !place.matches(":disabled")) {
    suggest(place, { kind: "places", language, choose: ({ value, more }) => {
      put("dateline_place", value);
      put("dateline_country", more.country);
    } });
  }
  attachDateline(form, field);
  const headline = form.querySelector("[data-line]");
  headline?.addEventListener("input", () => {
    if (/[\r\n]/.test(headline.value)) headline.value = headline.value.replace(/\s*[\r\n]+\s*/g, " ");
  });
  headline?.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault());
  const zone = form.querySelector("[data-zone]");
  field("embargo_zone")?.addEventListener("input", ({ target }) => { zone.textContent = target.value || target.placeholder; });
}

/** The line above the text follows its fields. */
function attachDateline(form, field) {
  const line = form.querySelector("[data-dateline]");
  const parts = ["place", "country", "date", "source"];
  let timer = 0;
  let asked = 0;
  const ask = async () => {
    const turn = (asked += 1);
    const query = new URLSearchParams({ language: form.dataset.language });
    parts.forEach((part) => query.set(part, field(`dateline_${part}`)?.value ?? ""));
    try {
      const answer = await fetch(`${line.dataset.dateline}?${query}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (answer.ok && turn === asked) line.textContent = (await answer.json()).text;
    } catch {
      // Without a line the dateline stays as it was.
    }
  };
  form.addEventListener("input", ({ target }) => {
    if (!line || !target.name?.startsWith("dateline_")) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
}

const form = document.getElementById("story");
if (form) attach(form);
