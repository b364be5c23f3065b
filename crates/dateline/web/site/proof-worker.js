// Sixteen small searches under SHA-256 (FIPS 180-4): a message is one block, CHALLENGE:part:counter in ASCII.
const K = [];
const H = [];
for (let n = 2; K.length < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (!prime) continue;
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  if (H.length < 8) H.push(fraction(Math.sqrt(n)));
  K.push(fraction(Math.cbrt(n)));
}
const words = new Int32Array(64);
const turn = (x, by) => (x >>> by) | (x << (32 - by));

/** The first word of the hash of a text of at most 55 characters. */
function head(text) {
  words.fill(0, 0, 16);
  for (let at = 0; at < text.length; at += 1) words[at >> 2] |= text.charCodeAt(at) << (24 - 8 * (at & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[15] = text.length * 8;
  let [a, b, c, d, e, f, g, h] = H;
  for (let t = 0; t < 64; t += 1) {
    if (t >= 16) {
      const x = words[t - 15];
      const y = words[t - 2];
      words[t] = words[t - 16] + words[t - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[t] + words[t]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  return (H[0] + a) | 0;
}

onmessage = ({ data: { challenge, bits } }) => {
  const counters = [];
  for (let part = 1; part <= 16; part += 1) {
    let counter = 0;
    while (Math.clz32(head(`${challenge}:${part}:${counter}`)) < bits) counter += 1;
    counters.push(counter);
  }
  postMessage(counters.join("."));
};
