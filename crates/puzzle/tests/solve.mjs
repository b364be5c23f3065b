// Reference solver of the proof of work in plain JavaScript: `solve(token, difficulty)` gives the solution's text.
// Run with a file of vectors it prints a solution a line. A browser does the same in a worker.

const K = [], H = [];
for (let n = 2; K.length < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
  if (!prime) continue;
  const fraction = root => ((root - Math.floor(root)) * 2 ** 32) | 0;
  if (H.length < 8) H.push(fraction(Math.sqrt(n)));
  K.push(fraction(Math.cbrt(n)));
}

/// SHA-256 (FIPS 180-4) of ASCII text, as eight signed 32-bit words.
export function sha256(text) {
  const blocks = (text.length + 8 >> 6) + 1;
  const words = new Int32Array(blocks * 16);
  for (let at = 0; at < text.length; at++) words[at >> 2] |= text.charCodeAt(at) << 24 - 8 * (at & 3);
  words[text.length >> 2] |= 0x80 << 24 - 8 * (text.length & 3);
  words[blocks * 16 - 1] = text.length * 8;
  const hash = Int32Array.from(H), w = new Int32Array(64);
  const turn = (x, by) => x >>> by | x << 32 - by;
  for (let block = 0; block < blocks; block++) {
    let [a, b, c, d, e, f, g, h] = hash;
    for (let t = 0; t < 64; t++) {
      if (t < 16) w[t] = words[block * 16 + t];
      else {
        const x = w[t - 15], y = w[t - 2];
        w[t] = w[t - 16] + w[t - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
      }
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[t] + w[t] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => hash[at] = hash[at] + word | 0);
  }
  return hash;
}

export function solve(token, difficulty) {
  const hex = word => (word >>> 0).toString(16).padStart(8, "0");
  const challenge = [...sha256(token).slice(0, 4)].map(hex).join("");
  const counters = [];
  for (let part = 1; part <= 16; part++) {
    let counter = 0;
    while (Math.clz32(sha256(`${challenge}:${part}:${counter}`)[0]) < difficulty) counter++;
    counters.push(counter);
  }
  return counters.join(".");
}

if (globalThis.process?.argv[2]) {
  const { readFileSync } = await import("node:fs");
  for (const vector of JSON.parse(readFileSync(process.argv[2], "utf8"))) console.log(solve(vector.token, vector.difficulty));
}
