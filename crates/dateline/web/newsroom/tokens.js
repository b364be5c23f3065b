// A field that holds several things, shown one by one: each can be taken away, new ones are typed or looked up. The field
// itself stays what is sent; whatever puts a value into it says `tokens:read` to have it shown.

import { suggest } from "./look-up.js";

const COMMAS = /[,،、，]/;

/** Turns a field marked `data-tokens` into tokens; `names` says what stands for numbers. */
export function attach(field, { language, names, texts }) {
  const kind = field.dataset.tokens;
  const isLines = field.tagName === "TEXTAREA";
  const most = Number(field.dataset.most ?? 200);
  const box = document.createElement("div");
  box.className = "tokens";
  const list = document.createElement("ul");
  list.dir = "auto";
  const input = document.createElement("input");
  Object.assign(input, { type: "text", dir: "auto", autocomplete: "off", disabled: field.matches(":disabled") });
  input.dataset.unsaved = "";
  const label = document.querySelector(`label[for="${field.id}"]`);
  input.setAttribute("aria-label", label?.textContent ?? field.name);
  box.append(list, input);
  field.after(box);
  field.classList.add("unseen");
  field.tabIndex = -1;
  field.setAttribute("aria-hidden", "true");
  // Whoever jumps to the field comes to where it is written.
  field.addEventListener("focus", () => input.focus());

  const read = () => field.value.split(isLines ? /\r?\n/ : COMMAS).map((entry) => entry.trim()).filter(Boolean);
  const write = (entries) => {
    field.value = entries.join(isLines ? "\n" : ", ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  };
  const shown = (entry) => {
    if (kind === "stories") return names[entry] ? `${names[entry]} (${entry})` : entry;
    return kind === "subjects" ? entry.slice(entry.indexOf(" ") + 1) || entry : entry;
  };
  const show = () => {
    const entries = read();
    list.hidden = !entries.length;
    list.replaceChildren(...entries.map((entry, place) => token(shown(entry), entry, () => {
      write(entries.filter((_, index) => index !== place));
      input.focus();
    }, texts.remove, input.disabled)));
    box.dataset.full = String(entries.length >= most);
  };
  const add = (entry) => {
    const entries = read().filter((other) => other !== entry);
    write([...entries, entry].slice(-most));
    input.value = "";
  };
  const typed = () => {
    const entry = input.value.trim();
    if (!entry) return;
    if (kind === "stories") {
      const number = entry.match(/(?:^|[-/])(\d+)\/?(?:[?#].*)?$/)?.[1];
      if (number) add(number);
    } else if (kind !== "subjects" || /^\S+:\S+/.test(entry)) {
      (isLines ? [entry] : entry.split(COMMAS).map((one) => one.trim()).filter(Boolean)).forEach(add);
    }
  };

  if (kind) {
    suggest(input, {
      kind, language, choose: ({ value, name }) => {
        if (kind === "stories") names[value] = name;
        add(value);
      },
    });
  }
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Enter" || (!isLines && COMMAS.test(event.key) && event.key.length === 1)) {
      event.preventDefault();
      typed();
    } else if (event.key === "Backspace" && !input.value) {
      write(read().slice(0, -1));
    }
  });
  input.addEventListener("change", () => setTimeout(() => document.activeElement !== input && typed(), 160));
  field.addEventListener("tokens:read", show);
  show();
}

function token(text, value, remove, removeText, isDisabled) {
  const item = document.createElement("li");
  const words = document.createElement("bdi");
  words.textContent = text;
  item.title = value;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: "×", disabled: isDisabled });
  button.setAttribute("aria-label", `${removeText}: ${text}`);
  button.addEventListener("click", remove);
  item.append(words, button);
  return item;
}
