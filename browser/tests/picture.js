// Pictures of the tests' own.

import { deflateSync } from "node:zlib";

/** A picture of one colour as PNG. */
export function png(width, height) {
  const chunk = (type, data) => {
    const all = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(all.length + 8);
    framed.writeUInt32BE(data.length);
    all.copy(framed, 4);
    framed.writeUInt32BE(checksum(all), all.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 0x60);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  const end = chunk("IEND", Buffer.alloc(0));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), end]);
}

/** CRC-32, as PNG asks for it. */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
