// Somebody at work: a browser that keeps cookies and words the server does not have yet, over a line of their own.

/** A line that carries nothing may never say so: after this it is given up, in milliseconds. */
const LONGEST_ANSWER_MS = 30_000;

/** What a newsroom's page is asked with. */
export class Person {
  constructor(name, line) {
    Object.assign(this, { name, line, cookies: new Map() });
    /** The browser's own store: by story and window what is kept there. It outlives windows and crashes. */
    this.store = new Map();
  }

  get origin() {
    return this.line.origin;
  }

  headers(more = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { cookie, origin: this.origin, ...more };
  }

  /** Asks over the person's line; takes what cookies come. */
  async ask(path, { method = "GET", headers, body, origin = this.origin } = {}) {
    const answer = await fetch(origin + path, {
      method, headers: { ...this.headers(headers), origin }, body, redirect: "manual", signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** Sends a form; resolves with where it leads. */
  async post(path, fields = {}, origin = this.origin) {
    const answer = await this.ask(path, { method: "POST", body: new URLSearchParams(fields), origin });
    const text = await answer.text();
    if (answer.status !== 303) throw new Refused(`${this.name}: POST ${path} was answered ${answer.status}`, answer.status, text);
    return answer.headers.get("location");
  }

  async page(path, origin = this.origin) {
    const answer = await this.ask(path, { origin });
    const text = await answer.text();
    if (answer.status !== 200) throw new Refused(`${this.name}: ${path} was answered ${answer.status}`, answer.status, text);
    return text;
  }

  async signIn(credentials) {
    await this.post("/newsroom/sign-in", credentials);
  }

  /** Who stands behind a colleague's name, as the pages have them. */
  async learnIds(people) {
    const page = await this.page(`/newsroom/stories/${await this.newStory("Who is who")}`);
    for (const person of people) {
      person.id = page.match(new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>\\s*${person.name}\\s*<`))?.[1];
      if (!person.id) throw new Error(`${person.name} is not among those a story can be handed to`);
    }
  }

  /** A new story in this person's hands; resolves with its number. */
  async newStory(headline) {
    const to = await this.post("/newsroom/stories", { headline, language: "en", section: "politics", urgency: "5", desk: "newsroom" });
    return Number(to.match(/stories\/(\d+)/)[1]);
  }

  /** Claims, asks for, hands over or takes over a story. */
  hands(story, what, fields = {}) {
    return this.post(`/newsroom/stories/${story}/hands/${what}`, fields);
  }

  /** What this browser keeps of a story, by window. */
  drafts(story) {
    if (!this.store.has(story)) this.store.set(story, new Map());
    return this.store.get(story);
  }

  /** The same as a text. */
  async keptOf(story) {
    return JSON.stringify([...this.drafts(story).values()]);
  }
}

/** The newsroom said no. */
export class Refused extends Error {
  constructor(message, status, text) {
    super(message);
    Object.assign(this, { status, text });
  }
}

/** Everything of a story that somebody can find on its pages: its working copy, and each revision by its number. */
export async function found(person, story, origin) {
  const at = `/newsroom/stories/${story}`;
  const copy = await person.page(at, origin);
  const list = await person.page(`${at}/revisions`, origin);
  const keys = new Set([...list.matchAll(/(?:value="|old=|new=)r(-?\d+)\b/g)].map(([, number]) => Number(number)));
  const revisions = new Map();
  for (const key of keys) revisions.set(key, await person.page(`${at}/revisions?old=r${key}&new=r${key}`, origin));
  return { copy, revisions };
}
