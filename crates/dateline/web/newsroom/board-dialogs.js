// Dialogs for what is done with a card: fetched from the page that does the same without scripts, sent without leaving
// the board. What is refused is said in the dialog, with everything typed still there.

/** Opens parts of a card's menu; resolves what `act` did to a sentence where it was refused. */
export function attachDialogs(root) {
  const dialog = document.getElementById("do");
  const toast = document.querySelector("[data-toast]");
  let from = null;

  const say = (sentence) => {
    if (!toast) return;
    toast.textContent = sentence;
    toast.hidden = !sentence;
    if (sentence) setTimeout(() => { toast.hidden = true; }, 6_000);
  };

  const open = async (card, part, focus) => {
    if (!dialog) return;
    from = card.id;
    const address = `/newsroom/board/stories/${card.dataset.number}?part=${part}&bare=1`;
    const answer = await fetch(address, { headers: { accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return location.assign(`/newsroom/board/stories/${card.dataset.number}`);
    dialog.innerHTML = await answer.text();
    dialog.setAttribute("aria-labelledby", "do-title");
    dialog.showModal();
    const field = focus ? dialog.querySelector(`[data-focus="${focus}"]`) : null;
    (field ?? dialog.querySelector("[data-focus], [autofocus], textarea, .act .first"))?.focus();
  };

  dialog?.addEventListener("close", () => {
    dialog.replaceChildren();
    const card = from && document.getElementById(from);
    card?.querySelector("h3 a")?.focus({ preventScroll: true });
  });
  dialog?.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest("form")?.requestSubmit();
    }
  });
  dialog?.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.getAttribute("method") === "dialog") return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    button.disabled = true;
    const problem = await send(form.getAttribute("action"), new FormData(form));
    button.disabled = false;
    if (!problem) {
      dialog.close();
      if (!document.querySelector("[data-live], [data-live-page]")) location.reload();
      return;
    }
    const shown = dialog.querySelector("[data-problem]");
    shown.textContent = problem;
    shown.hidden = false;
  });
  root.addEventListener("click", (event) => {
    const more = event.target.closest("a.more");
    if (!more || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(more.closest(".card"), "menu");
  });

  /** Does something with a card at once. */
  const act = async (card, what, fields = {}) => {
    const problem = await send(`${card.dataset.href}/hands/${what}`, fields);
    say(problem ?? "");
    return problem;
  };
  return { open, act, say };
}

/** Sends a form; the sentence why it was refused, or nothing. */
async function send(action, fields) {
  const answer = await fetch(action, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields instanceof FormData ? [...fields] : Object.entries(fields)),
  }).catch(() => null);
  if (answer?.ok) return null;
  const told = await answer?.json().catch(() => null);
  return told?.problems?.[0]?.message ?? told?.message ?? document.querySelector("[data-line]")?.dataset.lost ?? "–";
}
