/**
 * Words the server does not have yet, in the browser's own store (IndexedDB): by story and by window, so that two
 * windows never overwrite each other's. They go when the server has them or when their writer says so.
 */

const DATABASE = "dateline-newsroom";
const STORE = "drafts";

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: ["story", "window"] });
      store.createIndex("story", "story");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class LocalDrafts {
  /** `story` names the story, `fault` hears when the browser keeps nothing. */
  constructor(story, fault = () => {}) {
    this.story = story;
    this.window = crypto.randomUUID?.() ?? String(Math.random());
    this.fault = fault;
    this.database = null;
    this.last = Promise.resolve();
  }

  /** One after another, so that what was put last is what stands. */
  then(step) {
    const next = this.last.then(async () => {
      this.database ??= await opened();
      return step(this.database.transaction(STORE, "readwrite", { durability: "strict" }).objectStore(STORE));
    });
    this.last = next.catch(() => {});
    return next;
  }

  /** Keeps `{revision, at, fields, body}` in the place of what this window kept before. */
  put(draft) {
    const record = { ...draft, story: this.story, window: this.window };
    return this.then((store) => done(store.put(record))).catch(this.fault);
  }

  /** The server has everything. */
  remove(window = this.window) {
    return this.then((store) => done(store.delete([this.story, window]))).catch(this.fault);
  }

  /** What other windows, or this one before a crash, left of the story; the newest first. */
  async left() {
    try {
      const all = await this.then((store) => done(store.index("story").getAll(this.story)));
      return all.filter((draft) => draft.window !== this.window).sort((one, other) => other.at - one.at);
    } catch (error) {
      this.fault(error);
      return [];
    }
  }
}
