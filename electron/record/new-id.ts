/** Makes the ids of rows and entries: UUIDv7 (RFC 9562), so that they sort in the order they were made. */
import { randomBytes } from 'node:crypto';

/** Counts the ids of one millisecond (RFC 9562, 6.2, method 1): one act makes many, and its rows must keep their order. */
let last = { at: -1, count: 0 };

/** An id that sorts after those made before it for the same millisecond `at`, UTC ms, and by `at` among the others. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  // 26 bits of count around the version and variant bits; it starts below the middle, so it cannot run over.
  last = { at, count: at === last.at ? last.count + 1 : bytes.readUInt32BE(6) >>> 7 };
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | (last.count >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (last.count & 0x3fff), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
