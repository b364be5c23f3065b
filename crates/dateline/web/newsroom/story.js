// Who holds a story, and what others do to it, shown while it is open. The editor listens to the same events on the
// element: `story:holder`, `story:saved`, `story:asked`, `story:taken`.

/** Follows a story. */
export function attach(story) {
  const line = story.querySelector("[data-holder]");
  const form = story.querySelector("form#story");
  const stream = new EventSource(story.dataset.live);
  const said = (key, name) => (line.getAttribute(`data-text-${key}`) ?? "").replace("{name}", name ?? "");
  const tell = (name, detail) => story.dispatchEvent(new CustomEvent(`story:${name}`, { detail, bubbles: true }));
  stream.addEventListener("holder", (event) => {
    const now = JSON.parse(event.data);
    line.textContent = now.holder ? said("held", now.holder) : said("free");
    if (now.asked_by) line.textContent += ` · ${said("asked", now.asked_by)}`;
    tell("holder", now);
  });
  stream.addEventListener("saved", (event) => {
    const now = JSON.parse(event.data);
    // One's own saves are heard too; the editor keeps the form's revision.
    if (Number(form.dataset.revision) < now.revision) tell("saved", now);
  });
  stream.addEventListener("asked", (event) => {
    const asked = JSON.parse(event.data);
    line.textContent = `${line.textContent.split(" · ")[0]} · ${said("asked", asked.by)}`;
    tell("asked", asked);
  });
  stream.addEventListener("taken", (event) => {
    const now = JSON.parse(event.data);
    line.textContent = said("taken", now.holder);
    line.setAttribute("role", "alert");
    tell("taken", now);
  });
}

const story = document.querySelector(".story[data-live]");
if (story) attach(story);
