// Keys by what is printed on them where that is a Latin letter, and by where they lie on the keyboard where the layout
// types another script: j is the same key for somebody who writes Russian, Arabic or Azerbaijani.

const DIGIT = /^\p{Nd}$/u;
const SIGNS = { "؟": "?", "？": "?", "／": "/", "。": ".", "．": "." };

/** The key of an event as the list of keys names it. */
export function keyOf(event) {
  const { key, code = "", shiftKey } = event;
  if (key.length > 1) return key;
  if (key in SIGNS) return SIGNS[key];
  if (DIGIT.test(key)) return String(digit(key));
  // French and Azerbaijani rows of digits need Shift for the digit itself; the key is meant.
  if (!shiftKey && /^Digit\d$/.test(code)) return code.slice(5);
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (/^Key[A-Z]$/.test(code) && /\p{L}/u.test(key)) return code.slice(3).toLowerCase();
  // Where Slash types a letter or a stop, it still lies where Slash lies.
  if (code === "Slash" && !"/?-_".includes(key)) return shiftKey ? "?" : "/";
  if (code === "Period" && /\p{L}/u.test(key)) return ".";
  return key;
}

function digit(sign) {
  let zero = sign.codePointAt(0);
  while (DIGIT.test(String.fromCodePoint(zero - 1)) && zero > sign.codePointAt(0) - 9) zero -= 1;
  return /[0-9]/.test(sign) ? Number(sign) : sign.codePointAt(0) - zero;
}

/** Whether somebody is typing: keys mean letters then. */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Whether a key is meant for something else: a field, a dialog, or a shortcut of the browser. */
export function isElsewhere(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector("dialog[open]")) return true;
  return isTyping(event.target);
}
