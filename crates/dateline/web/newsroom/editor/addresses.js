/** Addresses a body may hold, in the one form in which story_body writes them: its `link.rs` and `embed.rs`, once more. */

const MAX_BYTES = 4096;
const bytes = (text) => new TextEncoder().encode(text).length;
const digits = (text) => /^[0-9]+$/.test(text);

/** The link as it is kept, or `null` for what is refused: only http, https, mailto, and paths of the site itself. */
export function canonicalLink(raw) {
  const bare = raw.replace(/^[\0- ]+|[\0- ]+$/g, "");
  if (!bare || bytes(bare) > MAX_BYTES) return null;
  const written = /^[/\\]/.test(bare) ? canonicalPath(bare) : canonicalUrl(bare);
  return written !== null && bytes(written) <= MAX_BYTES ? written : null;
}

/** True for what may name a file of the agency's: a name, a path, or an http(s) address. */
export function isMedia(raw) {
  const bare = raw.trim();
  if (!bare || bytes(bare) > MAX_BYTES) return false;
  if (!/^[/\\]/.test(bare) && !/^[^/?#]*:/.test(bare)) return true;
  return canonicalLink(bare) === bare && !bare.startsWith("mailto:");
}

/** What somebody typed as an address; a host alone is meant as https, something with an @ as mail. */
export function linkFromTyped(typed) {
  const bare = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(bare)) return canonicalLink(`mailto:${bare}`);
  if (/^[^\s/:@.]+(\.[^\s/:@.]+)+(:\d+)?([/?#].*)?$/.test(bare)) return canonicalLink(`https://${bare}`);
  return canonicalLink(bare);
}

function parse(raw, base) {
  try {
    return new URL(raw, base);
  } catch {
    return null;
  }
}

function canonicalPath(bare) {
  const url = /^[/\\]{3}/.test(bare.replace(/[\t\n\r]/g, "")) ? null : parse(bare, "https://own.invalid/");
  if (!url) return null;
  if (url.hostname === "own.invalid") {
    if (!bare.startsWith("/") || !url.href.startsWith("https://own.invalid/")) return null;
    const path = url.href.slice("https://own.invalid".length);
    return path.startsWith("//") ? null : path;
  }
  return url.hostname ? url.href : null;
}

function canonicalUrl(bare) {
  const url = parse(bare);
  if (!url) return null;
  if (url.protocol === "http:" || url.protocol === "https:") return url.hostname ? url.href : null;
  return url.protocol === "mailto:" && url.pathname ? url.href : null;
}

/** Providers whose pages can be shown, with the address that stands before an item. */
export const PROVIDERS = {
  youtube: { name: "YouTube", prefix: "https://www.youtube.com/watch?v=" },
  vimeo: { name: "Vimeo", prefix: "https://vimeo.com/" },
  dailymotion: { name: "Dailymotion", prefix: "https://www.dailymotion.com/video/" },
  rutube: { name: "Rutube", prefix: "https://rutube.ru/video/" },
  x: { name: "X", prefix: "https://x.com/i/status/" },
  instagram: { name: "Instagram", prefix: "https://www.instagram.com/" },
  tiktok: { name: "TikTok", prefix: "https://www.tiktok.com/embed/v2/" },
  facebook: { name: "Facebook", prefix: "https://www.facebook.com/watch/?v=" },
  telegram: { name: "Telegram", prefix: "https://t.me/" },
  spotify: { name: "Spotify", prefix: "https://open.spotify.com/" },
};

/** The page at the provider's. */
export function embedAddress({ provider, item }) {
  return PROVIDERS[provider].prefix + item;
}

/** Provider and item of a page, player or short address; `null` for any other. */
export function embedFromAddress(raw) {
  const bare = raw.trim();
  if (bytes(bare) > MAX_BYTES) return null;
  const url = parse(bare.startsWith("//") ? `https:${bare}` : bare);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  const found = recognise(url);
  return found && isItem(found.item) ? found : null;
}

function isItem(item) {
  return item.length <= 100 && /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?$/.test(item);
}

function recognise(url) {
  const host = url.hostname.replace(/^(www|m|mobile)\./, "");
  const path = url.pathname.split("/").filter(Boolean);
  const asked = (key) => url.searchParams.get(key);
  const found = (provider, item) => (item === null || item === undefined ? null : { provider, item });
  const numbered = (provider, item) => (item && digits(item) ? { provider, item } : null);
  const [first, second, third] = path;
  switch (host) {
    case "youtube.com":
    case "youtube-nocookie.com":
      if (path.length === 2 && ["embed", "shorts", "live", "v"].includes(first)) {
        return second === "videoseries" ? null : found("youtube", second);
      }
      return host === "youtube.com" && path.length === 1 && first === "watch" ? found("youtube", asked("v")) : null;
    case "youtu.be":
      return path.length === 1 ? found("youtube", first) : null;
    case "player.vimeo.com":
      return path.length === 2 && first === "video" ? numbered("vimeo", second) : null;
    case "vimeo.com":
      return path.length === 1 ? numbered("vimeo", first) : null;
    case "dailymotion.com":
      if (path.length === 3 && first === "embed" && second === "video") return found("dailymotion", third);
      return path.length === 2 && first === "video" ? found("dailymotion", second) : null;
    case "dai.ly":
      return path.length === 1 ? found("dailymotion", first) : null;
    case "geo.dailymotion.com":
      return path.length === 1 && first === "player.html" ? found("dailymotion", asked("video")) : null;
    case "rutube.ru":
      if (path.length === 3 && ((first === "play" && second === "embed") || (first === "video" && second === "embed"))) {
        return found("rutube", third);
      }
      return path.length === 2 && first === "video" ? found("rutube", second) : null;
    case "twitter.com":
    case "x.com":
      return second === "status" ? numbered("x", third) : null;
    case "platform.twitter.com":
      return path.join("/") === "embed/Tweet.html" ? found("x", asked("id")) : null;
    case "instagram.com":
      return ["p", "reel", "tv"].includes(first) && second ? found("instagram", `${first}/${second}`) : null;
    case "tiktok.com":
      if (path.length === 3 && (second === "video" || (first === "embed" && second === "v2"))) return numbered("tiktok", third);
      return path.length === 2 && first === "embed" ? numbered("tiktok", second) : null;
    case "facebook.com":
      return facebook(path, asked);
    case "t.me":
      return path.length === 2 && digits(second) ? found("telegram", `${first}/${second}`) : null;
    case "open.spotify.com":
      return spotify(first === "embed" ? path.slice(1) : path);
    default:
      return null;
  }
}

function facebook(path, asked) {
  if (path.length === 1 && path[0] === "watch") {
    return digits(asked("v") ?? "") ? { provider: "facebook", item: asked("v") } : null;
  }
  if (path[0] === "plugins" && path[1] === "video.php" && path.length === 2) {
    const page = parse(asked("href") ?? "");
    return page && !page.pathname.startsWith("/plugins/") ? recognise(page) : null;
  }
  const last = path.at(-1);
  return path.length >= 3 && path[1] === "videos" && digits(last) ? { provider: "facebook", item: last } : null;
}

function spotify(path) {
  const forms = ["episode", "track", "album", "playlist", "show"];
  return path.length === 2 && forms.includes(path[0]) ? { provider: "spotify", item: path.join("/") } : null;
}
