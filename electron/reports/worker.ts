/** The thread that makes a report into a file, so that the application answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Drawing } from '../../shared/domain/runbook/drawing/shapes.ts';
import { type Report, type ReportFormat, renderOrder } from './render.ts';

export type RenderOrder = { readonly report: Report; readonly format: ReportFormat } | { readonly drawings: readonly Drawing[] };

const bytes = Uint8Array.from(await renderOrder(workerData as RenderOrder)); // a buffer of its own, which can be handed over whole
parentPort?.postMessage(bytes, [bytes.buffer]);
