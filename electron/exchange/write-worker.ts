/** The thread that makes a plan into a file, so that the application answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FileOrder, makeFile } from './make-file.ts';

const bytes = Uint8Array.from(await makeFile(workerData as FileOrder)); // a buffer of its own, which can be handed over whole
parentPort?.postMessage(bytes, [bytes.buffer]);
