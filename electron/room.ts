/** The same application without Electron, used from browsers: wiring only. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveRoom } from './cli/serve-room.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { record: { type: 'string' }, port: { type: 'string', default: '4610' }, open: { type: 'boolean', default: false } },
  strict: true,
});

process.exitCode = await serveRoom({
  record: values.record,
  port: Number(values.port),
  opensBrowser: values.open,
  webRoot: join(import.meta.dirname, '../renderer'),
});
