/** Commands about the record as a whole. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { copyRecord } from '../record/copy-file.ts';
import { restoreNewestBackup } from '../record/restore.ts';
import { verifyFile } from '../record/verify-file.ts';
import type { Answer } from './command.ts';

/** Verifies the file itself, read-only, so that a damaged record and one that is in use can be proven too. */
export function verify(file: string): Result<Answer> {
  if (!existsSync(file)) return refuse('no-record', `There is no record at ${file}. Name one with --record.`);
  const verified = verifyFile(file);
  if (!verified.ok) return verified;
  const { entries, rows, lastHash, faults } = verified.value;
  if (faults.length > 0) return refuse('not-proven', `${file} is not proven:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return ok({ words: `Proven: ${entries} entries, ${rows} rows, last hash ${lastHash}.`, data: { file, entries, rows, lastHash } });
}

/** Reads the file itself, so that a record in use can be copied too. */
export async function exportRecord(file: string, out: string): Promise<Result<Answer>> {
  if (!existsSync(file)) return refuse('no-record', `There is no record at ${file}. Name one with --record.`);
  if (existsSync(out)) return refuse('file-exists', `${out} exists already. Nothing was written. Name another file.`);
  try {
    await copyRecord(file, out);
  } catch (error) {
    return refuse('not-copied', `The record could not be copied: ${(error as Error).message}. The record was not changed.`);
  }
  return ok({ words: `Record written to ${out}.`, data: { file: out } });
}

/** Where a record is damaged: the newest good backup takes its place, the damaged file is kept beside it. */
export function restore(file: string, now: number): Result<Answer> {
  const restored = restoreNewestBackup(file, now);
  if (!restored.ok) return restored;
  const { from, kept } = restored.value;
  return ok({ words: `${from} is the record now. The damaged file is kept as ${kept}.`, data: restored.value });
}

/** Only into an empty place: an import never overwrites a record. Takes in what a record still in use last wrote, too. */
export async function importRecord(from: string, file: string): Promise<Result<Answer>> {
  if (existsSync(file))
    return refuse('record-exists', `There is a record at ${file} already. It was not changed. Name another place with --record.`);
  if (!existsSync(from)) return refuse('no-file', `There is no file ${from}.`);
  const verified = verify(from);
  if (!verified.ok) return verified;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await copyRecord(from, file);
  } catch (error) {
    return refuse('not-copied', `The record could not be taken in: ${(error as Error).message}. ${from} was not changed.`);
  }
  return ok({ words: `Record taken in at ${file}.`, data: { file } });
}
