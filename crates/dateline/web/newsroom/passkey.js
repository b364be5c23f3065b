// Passkeys: made on one's account, used to sign in. `data-passkey` is `make` (a form) or `use` (a button's place);
// `data-begin` and `data-finish` are the addresses; the texts are the page's.

/** Whether this browser can take part. */
export function isAble() {
  return typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";
}

/** Shows the element where passkeys can be used, and makes its button work. */
export function attach(element) {
  const unable = document.querySelector("[data-passkey-unable]");
  if (!isAble()) {
    if (unable) unable.hidden = false;
    return;
  }
  element.hidden = false;
  const problem = element.querySelector("[role=alert]");
  const button = element.querySelector("button");
  const run = async (ask) => {
    button.disabled = true;
    problem.hidden = true;
    try {
      location.assign((await ask(element)).to);
    } catch (error) {
      // Somebody who closed the dialog of their device knows that they did.
      if (error.name !== "NotAllowedError" && error.name !== "AbortError") {
        problem.textContent = error instanceof Refused ? error.message : element.dataset.failed;
        problem.hidden = false;
      }
      button.disabled = false;
    }
  };
  if (element instanceof HTMLFormElement) {
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      run(make);
    });
  } else {
    button.addEventListener("click", () => run(use));
  }
}

class Refused extends Error {}

async function make(form) {
  const options = await send(form.dataset.begin, { password: form.elements.password.value });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  return send(form.dataset.finish, { name: form.elements.name.value, credential: credential.toJSON() });
}

async function use(place) {
  const options = await send(place.dataset.begin, {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  const next = document.querySelector("input[name=next]")?.value ?? "";
  return send(place.dataset.finish, { credential: credential.toJSON(), next });
}

async function send(address, body) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Refused(said.message);
  return said;
}

for (const element of document.querySelectorAll("[data-passkey]")) attach(element);
