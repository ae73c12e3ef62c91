/** Bytes as text: by byte order mark, else UTF-8, else UTF-16 without a mark, else the Windows code page the letters speak for. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1250' | 'Windows-1252';
}

const SAMPLE_BYTES = 65_536;

/** Null when the bytes are no text at all. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = decode(bytes);
  return decoded && isText(decoded.text) ? decoded : null;
}

function decode(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const encoding = isCentralEuropean(bytes.subarray(0, SAMPLE_BYTES)) ? 'Windows-1250' : 'Windows-1252';
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
}

/** By mark, or because every other byte of the beginning is zero, as it is for Latin letters. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 1024) & ~1;
  if (length < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const most = length * 0.35;
  if (oddZeros > most && evenZeros === 0) return 'utf-16le';
  return evenZeros > most && oddZeros === 0 ? 'utf-16be' : null;
}

/** Bytes that are letters of Czech, Polish and their neighbours in Windows-1250 but signs or rare letters in Windows-1252. */
const central = new Set([
  0x8a, 0x8d, 0x8e, 0x8f, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f, 0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbe, 0xbf, 0xcc, 0xd8, 0xd9, 0xec, 0xf2, 0xf8, 0xf9,
]);
/** Bytes that are letters of western languages in Windows-1252 but rare ones in Windows-1250. */
const western = new Set([0xc0, 0xc3, 0xc5, 0xc6, 0xca, 0xd1, 0xe0, 0xe3, 0xe5, 0xe6, 0xea, 0xf1, 0xf5]);

/** Letters that both code pages share, such as those of German, say nothing: then it is Windows-1252. */
function isCentralEuropean(bytes: Uint8Array): boolean {
  let votes = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80 || !(isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]))) continue;
    if (central.has(byte)) votes += 1;
    if (western.has(byte)) votes -= 1;
  }
  return votes > 0;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** Text has no control characters to speak of. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from anything else
  const controls = sample.match(/[\0-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]/g)?.length ?? 0;
  return controls <= sample.length * 0.002 && !sample.includes('\0');
}
