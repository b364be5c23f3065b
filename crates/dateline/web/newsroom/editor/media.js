/**
 * Pictures, films and recordings as the server knows them.
 *
 * What a page's story uses stands in its `<script type="application/json" id="story-media">`: by reference, `{src, width,
 * height, alt, caption, credit, focal}`. New files go to `address` as a form with the field `file`.
 */

/** An upload the server did not take; `message` is its own words where it gave some. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class Media {
  constructor(address, known = {}) {
    this.address = address;
    this.known = new Map(Object.entries(known));
    this.listeners = new Set();
  }

  /** Reads what a page says of its story's media. */
  static of(page, address) {
    const found = page.getElementById("story-media");
    return new Media(address, found ? JSON.parse(found.textContent) : {});
  }

  /** What is known of a reference: at least an empty object; an address is its own picture. */
  of(reference) {
    return this.known.get(reference) ?? (/^(https?:|\/)/.test(reference) ? { src: reference } : {});
  }

  /** Sends a file; `progress` hears from 0 to 1. Resolves with what the server knows of it then. */
  upload(file, progress, signal) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const form = new FormData();
      form.append("file", file, file.name || "picture");
      request.open("POST", this.address);
      request.responseType = "json";
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
      request.addEventListener("load", () => {
        const answer = request.response;
        if (request.status < 200 || request.status > 299 || !answer?.id) {
          reject(new Refused(request.status, answer?.message ?? answer?.error?.message ?? ""));
          return;
        }
        this.known.set(String(answer.id), answer);
        resolve(answer);
      });
      request.addEventListener("error", () => reject(new Refused(0, "")));
      request.addEventListener("abort", () => reject(new Refused(0, "")));
      signal?.addEventListener("abort", () => request.abort());
      request.send(form);
    });
  }

  /** Remembers what the server knows of a picture, for whoever shows it. */
  learn(picture) {
    this.known.set(String(picture.id), picture);
    this.listeners.forEach((listener) => listener(String(picture.id)));
  }

  /** Pictures that are here already, by words of their name, caption and credit; the newest first. */
  async search(words) {
    const answer = await fetch(`${this.address}?${new URLSearchParams({ q: words })}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Refused(answer.status, "");
    return (await answer.json()).media;
  }

  /** Where the eye should rest: shares of width and height from the top left, 0 to 1. */
  async focus(reference, [x, y]) {
    const answer = await fetch(`${this.address}/${encodeURIComponent(reference)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ focal: [x, y] }),
    });
    if (!answer.ok) throw new Refused(answer.status, "");
    this.known.set(reference, { ...this.of(reference), focal: [x, y] });
    this.listeners.forEach((listener) => listener(reference));
  }
}
