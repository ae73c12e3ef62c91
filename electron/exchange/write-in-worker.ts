/** Makes a plan into a file in a thread of its own, with a bound on memory and time. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { bytesFromThread } from './bytes-from-thread.ts';
import { type FileOrder, makeFile } from './make-file.ts';

const TIMEOUT_MS = 60_000;
const MEMORY_MB = 1_024;
const runsFromSources = import.meta.url.endsWith('.ts');
const workerFile = runsFromSources ? 'write-worker.ts' : 'exchange-writer.js';

/** As the product makes a file. From sources it is made in place: dozens of threads that strip types have crashed Node 24. */
export async function written(order: FileOrder): Promise<Result<Uint8Array>> {
  return runsFromSources ? ok(await makeFile(order)) : writeInWorker(order);
}

/** The bytes of the file, as `makeFile` makes them. Its thread has ended when the promise settles. */
export async function writeInWorker(order: FileOrder, timeoutMs = TIMEOUT_MS): Promise<Result<Uint8Array>> {
  return bytesFromThread(new URL(workerFile, import.meta.url), order, { timeoutMs, memoryMb: MEMORY_MB }, gaveUp);
}

function gaveUp(why: string) {
  return refuse('not-made', `The file ${why}. The record was not changed. Export a single stream, or CSV instead.`);
}
