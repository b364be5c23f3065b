// Samples of what the patterns of an edition write, asked for while somebody types.

/** Renews the samples of a form whenever its fields change and a quarter of a second passes. */
export function attach(form) {
  const samples = document.getElementById("samples");
  const button = form.querySelector("[data-without-script]");
  let waiting, asked = 0;
  button.hidden = true;
  const renew = async () => {
    const turn = (asked += 1);
    try {
      const answer = await fetch(form.dataset.samples, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && turn === asked) samples.innerHTML = await answer.text();
    } catch {
      button.hidden = false;
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 250);
  });
}

for (const form of document.querySelectorAll("[data-samples]")) attach(form);
