/** Makes a report into a file in a thread of its own, with a bound on memory and time. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { bytesFromThread, type ThreadBounds } from '../exchange/bytes-from-thread.ts';
import { renderOrder } from './render.ts';
import type { RenderOrder } from './worker.ts';

const usualBounds: ThreadBounds = { timeoutMs: 120_000, memoryMb: 1_536 };
const runsFromSources = import.meta.url.endsWith('.ts');
/** Beside the sources the worker is a source; in the bundle it is an entry of its own beside the main one. */
const workerFile = runsFromSources ? 'worker.ts' : 'reports-worker.js';

/** As the product makes a report. From sources it is made in place: dozens of threads that strip types have crashed Node 24 with a SIGSEGV. */
export async function rendered(order: RenderOrder): Promise<Result<Uint8Array>> {
  return runsFromSources ? ok(await renderOrder(order)) : renderInWorker(order);
}

/** The bytes of the file, as `renderReport` makes them. Its thread has ended when the promise settles. */
export async function renderInWorker(order: RenderOrder, bounds: Partial<ThreadBounds> = {}): Promise<Result<Uint8Array>> {
  return bytesFromThread(new URL(workerFile, import.meta.url), order, { ...usualBounds, ...bounds }, gaveUp);
}

function gaveUp(why: string) {
  return refuse('not-made', `The report ${why}. The record was not changed. Try another format, such as HTML.`);
}
