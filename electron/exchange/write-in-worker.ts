/** Makes a plan into a file in a thread of its own, with a bound on memory and time. */
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
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
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: order,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
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
  return refuse('not-made', `The file ${why}. The record was not changed. Export a single stream, or CSV instead.`);
}
