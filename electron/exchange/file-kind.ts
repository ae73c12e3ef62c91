/** What a file really is, by its first bytes and not by its name; and what to say when it is no table Gantry reads. */
import { type Refusal, refuse } from '../../shared/base/result.ts';

export type FileKind = 'text' | 'zip';

interface Foreign {
  readonly code: string;
  readonly is: string;
  readonly instead: string;
}

const saveAgain = 'Open it in the program it comes from, save the table as .xlsx or as CSV (UTF-8) and import that.';
const throughExcel = 'Open it in Excel or LibreOffice, save it as .xlsx and import that.';

const foreign = {
  empty: { code: 'empty-file', is: 'is empty', instead: 'Export it again.' },
  rtf: {
    code: 'rtf',
    is: 'is an RTF document, whatever its name says',
    instead: 'Open it in a word processor, copy the table into a spreadsheet, save that as .xlsx and import it.',
  },
  xls: { code: 'old-excel', is: 'is a workbook in the old .xls format', instead: throughExcel },
  locked: {
    code: 'password',
    is: 'is protected with a password',
    instead: 'Open it, take the password off, save it again and import that.',
  },
  pdf: { code: 'pdf', is: 'is a PDF', instead: 'Export the table itself as .xlsx or CSV and import that.' },
  html: { code: 'html', is: 'is a web page, as some systems export under the name .xls or .csv', instead: throughExcel },
  xml: { code: 'xml', is: 'is an XML file', instead: saveAgain },
  packed: { code: 'packed', is: 'is a compressed archive', instead: 'Unpack it and import the file inside.' },
  binary: { code: 'binary', is: 'holds no text', instead: saveAgain },
} as const satisfies Record<string, Foreign>;

/** The refusal for `name` because it is of a kind that is not read. */
export function notATable(name: string, kind: keyof typeof foreign): { readonly ok: false; readonly refusal: Refusal } {
  const { code, is, instead } = foreign[kind];
  return refuse(code, `${name} ${is}. Nothing was imported. ${instead}`);
}

/** The kind of `bytes`; the name of a foreign kind when they are none that is read. Whether text is really text is seen when it is decoded. */
export function fileKind(bytes: Uint8Array): FileKind | keyof typeof foreign {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'locked'
      : 'xls';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (packedStarts.some((start) => startsWith(bytes, start))) return 'packed';
  if (bytes[0] === 0x09 && (bytes[1] ?? 0xff) <= 0x08 && (bytes[2] === 0x04 || bytes[2] === 0x06 || bytes[2] === 0x08) && bytes[3] === 0)
    return 'xls';
  return beginning(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));
}

const packedStarts: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
];

function beginning(start: string): FileKind | keyof typeof foreign {
  const text = start
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (text.startsWith('%pdf-')) return 'pdf';
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype html|html|head|body|table|meta|style|div)\b/s.test(text)) return 'html';
  if (text.startsWith('<?xml')) return 'xml';
  return 'text';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
