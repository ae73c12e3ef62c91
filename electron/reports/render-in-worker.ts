/** Makes a report into a file in a thread of its own, with a bound on memory and time. */
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { renderOrder } from './render.ts';
import type { RenderOrder } from './worker.ts';

export interface RenderBounds {
  /** Milliseconds after which it is given up. */
  readonly timeoutMs: number;
  /** Megabytes of memory beyond which it is given up. */
  readonly memoryMb: number;
}

const usualBounds: RenderBounds = { timeoutMs: 120_000, memoryMb: 1_536 };
const runsFromSources = import.meta.url.endsWith('.ts');
/** Beside the sources the worker is a source; in the bundle it is an entry of its own beside the main one. */
const workerFile = runsFromSources ? 'worker.ts' : 'reports-worker.js';

/** As the product makes a report. From sources it is made in place: dozens of threads that strip types have crashed Node 24 with a SIGSEGV. */
export async function rendered(order: RenderOrder): Promise<Result<Uint8Array>> {
  return runsFromSources ? ok(await renderOrder(order)) : renderInWorker(order);
}

/** The bytes of the file, as `renderReport` makes them. Its thread has ended when the promise settles. */
export async function renderInWorker(order: RenderOrder, bounds: Partial<RenderBounds> = {}): Promise<Result<Uint8Array>> {
  const { timeoutMs, memoryMb } = { ...usualBounds, ...bounds };
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: order,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const result = await bytesOf(worker, timeoutMs);
  if (!result.ok) await worker.terminate();
  await ended; // a thread that has answered ends by itself; ending it by force meanwhile has crashed the whole process
  return result;
}

function bytesOf(worker: Worker, timeoutMs: number): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(gaveUp(`took longer than ${Math.ceil(timeoutMs / 1000)} s`)), timeoutMs);
    const settle = (result: Result<Uint8Array>) => {
      clearTimeout(timer);
      resolve(result);
    };
    worker.on('message', (bytes: Uint8Array) => settle(ok(bytes)));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(gaveUp(isMemory ? 'needs too much memory' : `could not be made (${error.message.slice(0, 200)})`));
    });
    worker.on('exit', () => settle(gaveUp('was not made to its end')));
  });
}

function gaveUp(why: string) {
  return refuse('not-made', `The report ${why}. The record was not changed. Try another format, such as HTML.`);
}
