/** A plan made into the bytes of a file, in whichever format. */
import type { XmlTree } from '../../shared/domain/runbook/exchange/project/write.ts';
import { writeCsv } from './write-csv.ts';
import { writeProject } from './write-project.ts';
import { type SheetToWrite, writeWorkbook } from './write-workbook.ts';

/** Of csv only the first sheet is written. */
export type FileOrder =
  | { readonly format: 'xlsx' | 'csv'; readonly sheets: readonly SheetToWrite[]; readonly title: string }
  | { readonly format: 'project'; readonly tree: XmlTree };

export async function makeFile(order: FileOrder): Promise<Uint8Array> {
  if (order.format === 'project') return writeProject(order.tree);
  const { format, sheets, title } = order;
  if (format === 'xlsx') return writeWorkbook(sheets, title);
  return writeCsv(sheets[0]?.heads ?? [], sheets[0]?.rows ?? []);
}
