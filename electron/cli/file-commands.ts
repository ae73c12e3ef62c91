/** Commands that read or write a file of the person: plans, tickets and reports. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LARGEST_FILE } from '../../shared/base/limits.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Application } from './application.ts';
import type { Answer, CommandCall } from './command.ts';
import { parsedJson } from './parsed-json.ts';

const requestOf = {
  plan: { preview: 'runbook.previewPlan', take: 'runbook.importPlan' },
  tickets: { preview: 'ticket.previewTickets', take: 'ticket.importTickets' },
} as const;

/** All or nothing. With --dry-run it only says what it would do. */
export async function importFile(
  application: Application,
  kind: 'plan' | 'tickets',
  { rest, flags }: CommandCall,
): Promise<Result<Answer>> {
  const file = readBounded(rest[0] as string);
  if (!file.ok) return file;
  const map = flags.map === undefined ? ok(undefined) : parsedJson(flags.map);
  if (!map.ok) return map;
  const input = {
    goLiveId: flags['go-live'],
    fileName: basename(rest[0] as string),
    base64: file.value.toString('base64'),
    map: map.value,
  };
  const request = requestOf[kind];
  const answer = flags['dry-run']
    ? await application.call(request.preview, input)
    : await application.call(request.take, { ...input, skipRefused: flags['skip-refused'] });
  return answer.ok ? ok({ words: null, data: answer.value }) : answer;
}

/** An edited export comes back: all its changes or none. With --dry-run it only says what it would change. */
export async function bringBack(application: Application, { rest, flags }: CommandCall): Promise<Result<Answer>> {
  const file = readBounded(rest[0] as string);
  if (!file.ok) return file;
  const input = {
    goLiveId: flags['go-live'],
    fileName: basename(rest[0] as string),
    base64: file.value.toString('base64'),
    skipsRefused: flags['skip-refused'],
  };
  const answer = await application.call(flags['dry-run'] ? 'exchange.previewFile' : 'exchange.takeFile', input);
  return answer.ok ? ok({ words: null, data: answer.value }) : answer;
}

/** The plan as a file to edit and bring back. */
export async function exportPlan(application: Application, { flags }: CommandCall): Promise<Result<Answer>> {
  const answer = await application.call('exchange.exportPlan', { goLiveId: flags['go-live'], format: flags.format });
  return answer.ok ? writeOut('plan', flags.out as string, answer.value) : answer;
}

export async function makeReport(application: Application, { rest, flags }: CommandCall): Promise<Result<Answer>> {
  const answer = await application.call('report.make', {
    goLiveId: flags['go-live'],
    kind: rest[0],
    format: flags.format,
    gate: flags.gate,
  });
  if (!answer.ok) return answer;
  return writeOut('report', flags.out as string, answer.value);
}

function writeOut(what: string, out: string, answer: unknown): Result<Answer> {
  const { base64 } = answer as { base64: string };
  const bytes = Buffer.from(base64, 'base64');
  try {
    writeFileSync(out, bytes);
  } catch (error) {
    return refuse('not-written', `The ${what} could not be written: ${(error as Error).message}. The record was not changed.`);
  }
  return ok({
    words: `${what[0]?.toUpperCase()}${what.slice(1)} written to ${out}, ${bytes.length} bytes.`,
    data: { file: out, bytes: bytes.length },
  });
}

function readBounded(file: string): Result<Buffer> {
  try {
    if (statSync(file).size > LARGEST_FILE)
      return refuse('file-too-large', `${file} is larger than 25 MB. Nothing was imported. Export only the sheet you need.`);
    return ok(readFileSync(file));
  } catch (error) {
    return refuse('no-file', `${file} cannot be read: ${(error as Error).message}. Nothing was imported.`);
  }
}
