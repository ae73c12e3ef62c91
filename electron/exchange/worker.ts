/** The thread that reads a file, so that a large or hostile one can neither hold up nor bring down the application. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../shared/base/result.ts';
import type { Sheet, SheetRow } from '../../shared/base/sheet/sheet.ts';
import type { Limits } from './limits.ts';
import { readSheet } from './read-sheet.ts';

export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: Limits;
}

/** First the sheet without its rows or the refusal, then rows in portions, each sent when the one before was taken. */
export type ReadAnswer = { readonly head: Result<Omit<Sheet, 'rows'>> } | { readonly rows: readonly SheetRow[]; readonly isLast: boolean };

const PORTION = 2_000;

async function readAndSend({ bytes, name, limits }: ReadOrder): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('The file reader runs in a worker thread only.');
  const send = (answer: ReadAnswer) => port.postMessage(answer);
  const read = await readSheet(bytes, name, limits);
  if (!read.ok) {
    send({ head: read });
    return;
  }
  const { rows, ...head } = read.value;
  send({ head: { ok: true, value: head } });
  for (let at = 0; at < rows.length; at += PORTION) {
    send({ rows: rows.slice(at, at + PORTION), isLast: at + PORTION >= rows.length });
    await once(port, 'message');
  }
}

await readAndSend(workerData as ReadOrder);
