/** Sheets and files for tests of imports: written as a person would, made of bytes where it matters. */
import { deflateRawSync } from 'node:zlib';
import type { Cell, Sheet } from '../../shared/base/sheet/sheet.ts';

/** The sheet with these columns and rows; the columns stand in row 1. */
export function aSheet(columns: readonly string[], rows: readonly (readonly Cell[])[]): Sheet {
  return {
    format: 'csv',
    encoding: 'UTF-8',
    sheetName: '',
    headerRow: 1,
    columns,
    rows: rows.map((cells, at) => ({ number: at + 2, cells })),
    warnings: [],
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array | string;
  /** `content` is deflated already; then `claims` says how large it becomes. */
  readonly isDeflated?: boolean;
  /** What the directory claims it unpacks to; the truth when absent. */
  readonly claims?: number;
}

/** A zip file, deflated, with a directory that may lie. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, isDeflated, claims } of entries) {
    const name = Buffer.from(path);
    const packed = isDeflated ? Buffer.from(content) : deflateRawSync(content);
    const size = claims ?? Buffer.byteLength(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(8, 10);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt32LE(size, 24);
    listed.writeUInt16LE(name.length, 28);
    listed.writeUInt32LE(offset, 42);
    parts.push(local, name, packed);
    directory.push(listed, name);
    offset += local.length + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listing, end]));
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook around one sheet whose XML is given, so that tests can write what no library would. */
export function workbookParts(sheetXml: string): readonly ZipEntry[] {
  return [
    { path: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      path: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { path: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ];
}
