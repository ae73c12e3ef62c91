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

/** The tests' present; before the clock of any machine that runs them, because acts may not lie in its future. */
export const NOW = Date.UTC(2025, 10, 21, 22, 0);
const HOUR = 3_600_000;

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

export function aGoLive(fields: Partial<GoLive> = {}): GoLive {
  const id = fields.id ?? newId(NOW);
  return {
    id,
    goLiveId: id,
    ref: 'GL-001',
    name: 'ERPNext v16, wave 1',
    system: 'ERPNext',
    release: '16.0',
    description: '',
    stage: 'planning',
    outcome: null,
    outcomeNote: '',
    variation: '',
    tZeroAt: NOW,
    tZeroMeans: 'Old system read-only',
    zone: 'Europe/Prague',
    windowStart: NOW - 2 * HOUR,
    windowEnd: NOW + 6 * HOUR,
    startedAt: null,
    liveAt: null,
    closedAt: null,
    trainingTarget: 95,
    cleanup: null,
    cleanupReason: '',
    isSample: false,
    ...goLives.added,
    ...fields,
  };
}

export function aTask(goLiveId: string, fields: Partial<Task> = {}): Task {
  return {
    id: newId(NOW),
    goLiveId,
    ref: 'T-001',
    title: 'Final delta extract',
    detail: '',
    kind: 'task',
    phase: '',
    stream: 'Data',
    position: 0,
    ownerIds: [],
    startOffset: 0,
    durationMs: HOUR / 2,
    status: 'planned',
    actualStart: null,
    actualEnd: null,
    reason: '',
    blockedAt: null,
    comments: '',
    sourceId: '',
    extra: {},
    catalogueIds: [],
    ...tasks.added,
    ...fields,
  };
}

export const insertGoLive = (row: GoLive): Change => insert(goLives, row);
export const insertTask = (row: Task): Change => insert(tasks, row);
export const editTask = (row: Task, fields: Partial<Task>): readonly Change[] => update(tasks, row, fields);

/** Commits one act as a person would. */
export function commit(record: OpenRecord, goLiveId: string, action: string, changes: readonly Change[], at = NOW) {
  return record.commit({ goLiveId, at, occurredAt: at, actor: 'M. Okoro', action, note: '', undoes: null, changes });
}
