/** Reads a file in a thread of its own, with a bound on memory and time, and gives the application its turn in between. */
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Sheet, SheetRow } from '../../shared/base/sheet/sheet.ts';
import { type Limits, planLimits } from './limits.ts';
import type { ReadAnswer, ReadOrder } from './worker.ts';

export interface WorkerBounds {
  /** Milliseconds after which reading is given up. */
  readonly timeoutMs: number;
  /** Megabytes of memory beyond which reading is given up. */
  readonly memoryMb: number;
}

const usualBounds: WorkerBounds = { timeoutMs: 30_000, memoryMb: 1_024 };
/** Beside the sources the worker is a source; in the bundle it is an entry of its own beside the main one. */
const workerFile = import.meta.url.endsWith('.ts') ? 'worker.ts' : 'exchange-worker.js';

/** As `readSheet`. A file that takes too long or too much memory is refused, and its thread has ended when the promise settles. */
export async function readSheetInWorker(
  bytes: Uint8Array,
  name: string,
  limits: Limits = planLimits,
  bounds: Partial<WorkerBounds> = {},
): Promise<Result<Sheet>> {
  const { timeoutMs, memoryMb } = { ...usualBounds, ...bounds };
  const order: ReadOrder = { bytes, name, limits };
  const worker = new Worker(new URL(workerFile, import.meta.url), {
    workerData: order,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  try {
    return await answerOf(worker, name, timeoutMs);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, name: string, timeoutMs: number): Promise<Result<Sheet>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(gaveUp(name, `took longer than ${Math.ceil(timeoutMs / 1000)} s to read`)), timeoutMs);
    const settle = (result: Result<Sheet>) => {
      clearTimeout(timer);
      resolve(result);
    };
    let head: Omit<Sheet, 'rows'> | null = null;
    const rows: SheetRow[] = [];
    worker.on('message', (answer: ReadAnswer) => {
      if ('head' in answer) {
        if (answer.head.ok) head = answer.head.value;
        else settle(answer.head);
        return;
      }
      for (const row of answer.rows) rows.push(row);
      if (answer.isLast && head) settle(ok({ ...head, rows }));
      else setImmediate(() => worker.postMessage('next'));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(gaveUp(name, isMemory ? 'needs too much memory to read' : `could not be read (${error.message.slice(0, 200)})`));
    });
    worker.on('exit', () => settle(gaveUp(name, 'could not be read to its end')));
  });
}

function gaveUp(name: string, why: string) {
  return refuse('not-read', `${name.slice(0, 120)} ${why}. Nothing was imported. Export only the rows and columns you need, as CSV.`);
}
