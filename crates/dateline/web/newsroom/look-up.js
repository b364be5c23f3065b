// Suggestions below a field while somebody types: looked up from the server or taken from a list of the page, chosen with the
// mouse or with arrows and Enter. The field is a combobox as assistive technology knows it.

let count = 0;

/** Where each kind is looked up, and what of an answer is shown: `{value, name, note, lang, dir, more}`. */
const KINDS = {
  places: ({ places }) => places.map((place) => ({ value: place.name, name: place.name, note: place.country, more: place })),
  subjects: ({ subjects }) => subjects.map(({ uri, name, broader }) => ({ value: `${uri} ${name}`, name, note: broader ?? uri })),
  stories: ({ stories }) => stories.map(({ number, headline, note, language, dir }) => ({ value: String(number), name: headline, note: `${number} · ${note}`, lang: language, dir })),
};
const ADDRESSES = { places: "/newsroom/places", subjects: "/newsroom/subjects", stories: "/newsroom/stories/find" };

/** Answers for what was typed; `people` are those of the page's own list. */
export async function lookUp(kind, typed, language, signal) {
  if (kind === "people") return fromList(typed);
  const query = new URLSearchParams({ q: typed, language });
  const answer = await fetch(`${ADDRESSES[kind]}?${query}`, { headers: { Accept: "application/json" }, credentials: "same-origin", signal });
  return answer.ok ? KINDS[kind](await answer.json()) : [];
}

function fromList(typed) {
  const wanted = typed.toLocaleLowerCase();
  const names = [...document.querySelectorAll("#people option")].map((option) => option.value);
  return names.filter((name) => name.toLocaleLowerCase().includes(wanted)).slice(0, 8).map((name) => ({ value: name, name, note: "" }));
}

/** Puts suggestions below `input`; `choose` hears what was chosen. Resolves nothing by itself: what is typed stays. */
export function suggest(input, { kind, language, choose }) {
  const id = `look-up-${(count += 1)}`;
  const list = document.createElement("ul");
  Object.assign(list, { id, className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? input.getAttribute("aria-label") ?? "");
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", "false"], ["autocomplete", "off"]]) input.setAttribute(name, value);
  let [offered, at, timer, asking] = [[], -1, 0, null];

  const show = (found) => {
    [offered, at] = [found, -1];
    list.replaceChildren(...found.map((one, place) => option(one, `${id}-${place}`)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
    input.removeAttribute("aria-activedescendant");
  };
  const take = (place) => {
    const chosen = offered[place];
    show([]);
    if (chosen) choose(chosen);
  };
  const point = (place) => {
    at = (place + offered.length) % offered.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (!typed) return show([]);
    try {
      const found = await lookUp(kind, typed, language, asking.signal);
      if (document.activeElement === input && input.value.trim() === typed) show(found);
    } catch {
      // Without a line nothing is offered; what is typed stays.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") point(at + 1);
    else if (event.key === "ArrowUp") point(at - 1);
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asking?.abort();
    setTimeout(() => show([]), 150);
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => take([...list.children].indexOf(target.closest("[role=option]"))));
}

function option({ name, note, lang, dir }, id) {
  const item = document.createElement("li");
  Object.assign(item, { id, lang: lang ?? "", dir: dir ?? "auto" });
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.append(name);
  if (note) {
    const beside = document.createElement("small");
    beside.textContent = ` ${note}`;
    item.append(beside);
  }
  return item;
}
