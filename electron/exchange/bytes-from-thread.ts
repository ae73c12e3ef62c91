/** Has a thread of its own make a file, with a bound on memory and time. */
import { Worker } from 'node:worker_threads';
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';

export interface ThreadBounds {
  /** Milliseconds after which it is given up. */
  readonly timeoutMs: number;
  /** Megabytes of memory beyond which it is given up. */
  readonly memoryMb: number;
}

/**
 * The bytes the worker at `url` answers to `order`. Where it fails, `gaveUp` puts the reason, such as "took longer than 60 s", into a
 * sentence. The thread has ended when the promise settles.
 */
export async function bytesFromThread(
  url: URL,
  order: unknown,
  { timeoutMs, memoryMb }: ThreadBounds,
  gaveUp: (why: string) => { readonly ok: false; readonly refusal: Refusal },
): Promise<Result<Uint8Array>> {
  const worker = new Worker(url, { workerData: order, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const result = await new Promise<Result<Uint8Array>>((resolve) => {
    const timer = setTimeout(() => settle(gaveUp(`took longer than ${Math.ceil(timeoutMs / 1000)} s`)), timeoutMs);
    const settle = (answer: Result<Uint8Array>) => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.on('message', (bytes: Uint8Array) => settle(ok(bytes)));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(gaveUp(isMemory ? 'needs too much memory' : `could not be made (${error.message.slice(0, 200)})`));
    });
    worker.on('exit', () => settle(gaveUp('was not made to its end')));
  });
  if (!result.ok) await worker.terminate();
  await ended; // a thread that has answered ends by itself; ending it by force meanwhile has crashed the whole process
  return result;
}
