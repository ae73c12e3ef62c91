/** Plans of any size: as rows, as a record that holds them, and as the files people bring. */
import { startHost } from '../../electron/app/host.ts';
import { newId } from '../../electron/record/new-id.ts';
import { openRecord } from '../../electron/record/open.ts';
import { insert } from '../../shared/base/change.ts';
import { type GoLive, goLive as goLives } from '../../shared/domain/go-live/schema.ts';
import { type Link, link as links, type Task, task as tasks } from '../../shared/domain/runbook/schema.ts';
import { aGoLive, aTask } from '../support/builders.ts';
import { workbookParts, zipOf } from '../support/sheets.ts';

const MINUTE = 60_000;
const STREAMS = ['Platform', 'Data', 'Network', 'Application', 'Training', 'Comms'];

export interface LargePlan {
  readonly goLive: GoLive;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
}

/** `size` tasks in six streams around now; with `linked` each follows the one before it in its stream. */
export function largePlan(size: number, { linked = true } = {}): LargePlan {
  const now = Date.now();
  const id = newId(now);
  const goLive = aGoLive({ id, goLiveId: id, ref: 'GL-001', stage: 'cutover', tZeroAt: now, startedAt: now, isSample: false });
  const made = Array.from({ length: size }, (_, at) =>
    aTask({
      id: newId(now),
      goLiveId: id,
      ref: `T-${String(at + 1).padStart(3, '0')}`,
      title: `Move and check part ${at + 1}`,
      stream: STREAMS[at % STREAMS.length] as string,
      position: at,
      startOffset: Math.floor(at / STREAMS.length) * 5 * MINUTE,
      durationMs: 5 * MINUTE,
    }),
  );
  const tied = made.slice(0, linked ? -STREAMS.length : 0).map((task, at) => ({
    id: newId(now),
    goLiveId: id,
    fromId: task.id,
    toId: (made[at + STREAMS.length] as Task).id,
    kind: 'FS' as const,
    lagMs: 0,
  }));
  return { goLive, tasks: made, links: linked ? tied : [] };
}

/** The application over a new record at `file` that holds `plan`. */
export function hostWith(file: string, { goLive, tasks: made, links: tied }: LargePlan) {
  const opened = openRecord(file, Date.now());
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const changes = [insert(goLives, goLive), ...made.map((row) => insert(tasks, row)), ...tied.map((row) => insert(links, row))];
  const now = Date.now();
  opened.value.commit({
    goLiveId: goLive.id,
    at: now,
    occurredAt: now,
    actor: 'Bench',
    action: 'plan.import',
    note: '',
    undoes: null,
    changes,
  });
  return startHost(opened.value);
}

const HEAD = ['Task ID', 'Title', 'Predecessors', 'Duration', 'Stream', 'Owner', 'Status', 'Comments'];

function planCells(size: number): readonly (readonly string[])[] {
  const line = (at: number) => [
    String(at),
    `Move and check part ${at}`,
    at > 6 ? `${at - 6}FS` : '',
    '5m',
    STREAMS[at % 6] as string,
    `Person ${at % 40}`,
    '1-Planned',
    'As rehearsed',
  ];
  return [HEAD, ...Array.from({ length: size }, (_, at) => line(at + 1))];
}

export function planCsv(size: number): Uint8Array {
  return new TextEncoder().encode(
    planCells(size)
      .map((cells) => cells.join(','))
      .join('\n'),
  );
}

export function planXlsx(size: number): Uint8Array {
  const rows = planCells(size).map((cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`);
  return zipOf(workbookParts(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`));
}
