// A story while it is open: who holds it, what others do to it, and its text for those who look on. The editor listens to
// the same events on the element: `story:holder`, `story:saved`, `story:asked`, `story:taken`.

/** Follows a story. */
export function attach(story) {
  const form = story.querySelector("form#story");
  const stream = new EventSource(story.dataset.live);
  const tell = (name, detail) => story.dispatchEvent(new CustomEvent(`story:${name}`, { detail, bubbles: true }));
  const heard = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  const isWriting = story.classList.contains("writing");
  const line = () => story.querySelector("[data-holder]");
  const said = (key, name) => (line().getAttribute(`data-text-${key}`) ?? "").replace("{name}", name ?? "");
  let shown = null;

  heard("holder", (now) => {
    line().textContent = now.holder ? said("held", now.holder) : said("free");
    if (now.asked_by) line().textContent += ` · ${said("asked", now.asked_by)}`;
    tell("holder", now);
    const before = shown;
    shown = now;
    if (isWriting && now.holder && !now.mine) return overtaken(now);
    // What the first event says the page was made with.
    if (before && !isWriting && now.mine && !isTyping(story)) return location.reload();
    if (before) later(() => refresh(story, isWriting));
  });
  heard("saved", (now) => {
    // One's own saves are heard too; the editor keeps the form's revision.
    if (Number(form.dataset.revision) >= now.revision) return;
    tell("saved", now);
    if (!isWriting) later(() => refresh(story, isWriting));
  });
  heard("asked", (asked) => {
    line().textContent = `${line().textContent.split(" · ")[0]} · ${said("asked", asked.by)}`;
    tell("asked", asked);
    later(() => refresh(story, isWriting));
  });
  heard("taken", (now) => {
    line().textContent = said("taken", now.holder);
    line().setAttribute("role", "alert");
    tell("taken", now);
  });

  /** Somebody else began to write: a text nobody touched here is looked at from now on. */
  const overtaken = (now) => {
    if ("touched" in form.dataset || isTyping(story)) tell("taken", now);
    else location.reload();
  };
  let timer = 0;
  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, 100);
  };
}

/** True while words stand in a form that a reload would lose. */
function isTyping(story) {
  return [...story.querySelectorAll(".beside textarea, .storybar input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
}

/** What is seen of the story as the server has it now: the bar, who asks, and for those who look on its text and fields. */
async function refresh(story, isWriting) {
  let page;
  try {
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return;
  }
  const parts = isWriting ? ["[data-asks]"] : ["[data-asks]", "[data-copy]", "[data-fields]"];
  if (!story.querySelector(".storybar :focus-within, .storybar details[open]")) parts.push("#storybar");
  for (const part of parts) {
    const [here, there] = [story.querySelector(part), page.querySelector(part)];
    if (!here || !there || here.innerHTML === there.innerHTML) continue;
    if (part !== "[data-fields]") here.replaceChildren(...there.childNodes);
    else keepOpen(here, there);
  }
  if (!isWriting) story.querySelector("form#story").dataset.revision = page.querySelector("form#story")?.dataset.revision ?? "0";
}

/** Groups that were opened stay open. */
function keepOpen(here, there) {
  const open = [...here.querySelectorAll("details")].map((group) => group.open);
  here.replaceChildren(...there.childNodes);
  here.querySelectorAll("details").forEach((group, place) => { group.open = open[place] ?? group.open; });
}

const story = document.querySelector(".story[data-live]");
if (story) attach(story);
// A menu closes when one goes elsewhere.
document.addEventListener("click", ({ target }) => {
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => menu.contains(target) || menu.removeAttribute("open"));
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details[data-menu][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
