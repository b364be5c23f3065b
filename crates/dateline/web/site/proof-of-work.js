/** Works out, beside the page, what a form takes in place of letters; the letters go once it is done. */
export function attach(form) {
  const { challenge, bits } = form.dataset;
  if (!challenge || !window.Worker) return;
  const said = form.querySelector("[data-proof]");
  const worker = new Worker(new URL("./proof-worker.js", import.meta.url), { type: "module" });
  said.textContent = said.dataset.working;
  worker.addEventListener("message", ({ data }) => {
    form.elements.captcha_proof.value = data;
    const letters = form.querySelector("[data-letters]");
    if (letters && !letters.contains(document.activeElement) && !form.elements.captcha.value) {
      letters.hidden = true;
      form.elements.captcha.required = false;
    }
    said.textContent = said.dataset.done;
    worker.terminate();
  });
  worker.addEventListener("error", () => { said.textContent = ""; });
  worker.postMessage({ challenge, bits: Number(bits) });
}
