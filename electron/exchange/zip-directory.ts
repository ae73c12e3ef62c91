/** The directory of a zip file, read without unpacking anything: what is inside and how large it would become. */

export interface ZipPart {
  readonly path: string;
  /** Bytes the part says it unpacks to. hucre stops unpacking there, so a part that lies is refused, not inflated. */
  readonly size: number;
}

const END_SIGNATURE = 0x06054b50;
const PART_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const PART_LENGTH = 46;
const MOST_PARTS = 20_000;
const IN_EXTRA_FIELD = 0xffffffff;
const SIZE_FOLLOWS_DATA = 0x8;
const DEFLATED = 8;
/** An empty part takes two bytes when deflated. */
const EMPTY_DEFLATED = 2;

/** Null when the directory is damaged, or hides the size of a part as only a hand-made file does. */
export function zipDirectory(bytes: Uint8Array): readonly ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) return null;
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + PART_LENGTH > bytes.length || view.getUint32(at, true) !== PART_SIGNATURE) return null;
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + PART_LENGTH, at + PART_LENGTH + nameLength));
    const method = view.getUint16(at + 10, true);
    const hidesSize =
      (method === DEFLATED && size === 0 && packed > EMPTY_DEFLATED) || (sizeFollows(view, at) && packed === 0 && !path.endsWith('/'));
    if (hidesSize || packed === IN_EXTRA_FIELD || size === IN_EXTRA_FIELD) return null;
    parts.push({ path, size: method === DEFLATED ? size : Math.max(size, packed) });
    at += PART_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function sizeFollows(view: DataView, at: number): boolean {
  return (view.getUint16(at + 8, true) & SIZE_FOLLOWS_DATA) !== 0;
}

/** The last end record in the file, which is the one hucre takes. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}
