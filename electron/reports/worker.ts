/** The thread that makes a report into a file, so that the application answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Report, type ReportFormat, renderReport } from './render.ts';

export interface RenderOrder {
  readonly report: Report;
  readonly format: ReportFormat;
}

const { report, format } = workerData as RenderOrder;
const bytes = Uint8Array.from(await renderReport(report, format)); // a buffer of its own, which can be handed over whole
parentPort?.postMessage(bytes, [bytes.buffer]);
