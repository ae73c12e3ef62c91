/** Plans of any size: as rows, as a record that holds them, and as the files people bring. */
import { startHost } from '../../electron/app/host.ts';
import { newId } from '../../electron/record/new-id.ts';
import { openRecord } from '../../electron/record/open.ts';
import { insert } from '../../shared/base/change.ts';
import { type GoLive, goLive as goLives } from '../../shared/domain/go-live/schema.ts';
import { type Person, person as persons } from '../../shared/domain/roster/schema.ts';
import { type Link, link as links, type Task, task as tasks } from '../../shared/domain/runbook/schema.ts';
import { aGoLive, aPerson, aTask } from '../support/builders.ts';
import { workbookParts, zipOf } from '../support/sheets.ts';

const MINUTE = 60_000;
const STREAMS = ['Platform', 'Data', 'Network', 'Application', 'Training', 'Comms'];

export interface LargePlan {
  readonly goLive: GoLive;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  /** Nobody where left out. */
  readonly people?: readonly Person[];
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

/** A large plan with so many links, in which tasks follow others up to two hundred places before them. Woven the same way each time. */
export function wovenPlan(size: number, linkCount: number): LargePlan {
  const { goLive, tasks: made } = largePlan(size, { linked: false });
  const woven: Link[] = [];
  for (let at = 0, chance = 1; at < linkCount; at += 1) {
    chance = (chance * 16_807) % 2_147_483_647;
    const to = 1 + (chance % (size - 1));
    const from = Math.max(0, to - 1 - (Math.floor(chance / size) % 200));
    const id = `01930000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    woven.push({ id, goLiveId: goLive.id, fromId: copied(made[from]?.id ?? ''), toId: copied(made[to]?.id ?? ''), kind: 'FS', lagMs: 0 });
  }
  return { goLive, tasks: made, links: woven };
}

/** The same with forty people who own the tasks, and a way back of two minutes for each, so that all that follows an act has work. */
export function staffed(plan: LargePlan): LargePlan {
  const goLiveId = plan.goLive.id;
  const people = Array.from({ length: 40 }, (_, at) => aPerson({ id: newId(Date.now()), goLiveId, name: `Person ${at + 1}` }));
  const tasks = plan.tasks.map((task, at) => {
    const owner = people[at % people.length] as Person;
    return { ...task, ownerIds: [owner.id], undoTitle: 'Put it back', undoMs: 2 * MINUTE };
  });
  return { ...plan, people, tasks };
}

/** A text of its own, as rows that were read have. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** The application over a new record at `file` that holds `plan`. */
export function hostWith(file: string, { goLive, tasks: made, links: tied, people = [] }: LargePlan) {
  const opened = openRecord(file, Date.now());
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const staff = people.map((row) => insert(persons, row));
  const changes = [insert(goLives, goLive), ...staff, ...made.map((row) => insert(tasks, row)), ...tied.map((row) => insert(links, row))];
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
