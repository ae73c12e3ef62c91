/** A record in a folder of its own, and the smallest rows to put into it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { type OpenRecord, openRecord } from '../../electron/record/open.ts';
import type { Change } from '../../shared/base/change.ts';
import { insert, update } from '../../shared/base/change.ts';
import { type GoLive, goLive as goLives } from '../../shared/domain/go-live/schema.ts';
import { type Task, task as tasks } from '../../shared/domain/runbook/schema.ts';
import * as builders from './builders.ts';

/** The tests' present; before the clock of any machine that runs them, because acts may not lie in its future. */
export const NOW = Date.UTC(2025, 10, 21, 22, 0);
const { HOUR } = builders;

/** A folder that is removed when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openTestRecord(file = join(testFolder(), 'record.gantry')): OpenRecord {
  const opened = openRecord(file, NOW);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.value;
}

/** Of an id of its own, with T-0 at `NOW`. */
export function aGoLive(fields: Partial<GoLive> = {}): GoLive {
  const id = fields.id ?? newId(NOW);
  const times = { tZeroAt: NOW, windowStart: NOW - 2 * HOUR, windowEnd: NOW + 6 * HOUR };
  return builders.aGoLive({ id, goLiveId: id, ...times, ...fields });
}

/** Of an id of its own, half an hour from T-0 on. */
export function aTask(goLiveId: string, fields: Partial<Task> = {}): Task {
  const plan = { stream: 'Data', startOffset: 0, durationMs: HOUR / 2 };
  return builders.aTask({ id: newId(NOW), goLiveId, ref: 'T-001', title: 'Final delta extract', ...plan, ...fields });
}

export const insertGoLive = (row: GoLive): Change => insert(goLives, row);
export const insertTask = (row: Task): Change => insert(tasks, row);
export const editTask = (row: Task, fields: Partial<Task>): readonly Change[] => update(tasks, row, fields);

/** Commits one act as a person would. */
export function commit(record: OpenRecord, goLiveId: string, action: string, changes: readonly Change[], at = NOW) {
  return record.commit({ goLiveId, at, occurredAt: at, actor: 'M. Okoro', action, note: '', undoes: null, changes });
}
