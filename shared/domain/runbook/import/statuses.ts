/** The words plans use for where a task stands and what kind of task it is. */
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import type { Task, TaskStatus } from '../schema.ts';

const statusWords: Readonly<Record<TaskStatus, readonly string[]>> = {
  planned: [
    ...['planned', 'not started', 'not yet started', 'unstarted', 'open', 'new', 'to do', 'todo', 'pending', 'scheduled', 'ready'],
    ...['not ready', 'ready to start', 'upcoming', 'future task', 'waiting', 'draft', 'backlog', 'assigned'],
    ...['geplant', 'offen', 'nicht begonnen', 'bereit', 'planovano', 'nezahajeno', 'pripraveno'],
  ],
  'in progress': [
    ...[
      'in progress',
      'inprogress',
      'progress',
      'started',
      'active',
      'running',
      'ongoing',
      'wip',
      'work in progress',
      'executing',
      'underway',
    ],
    ...['in execution', 'in arbeit', 'in bearbeitung', 'laufend', 'begonnen', 'probiha', 'rozpracovano', 'zahajeno'],
  ],
  blocked: ['blocked', 'on hold', 'hold', 'stuck', 'impeded', 'stopped', 'paused', 'blockiert', 'angehalten', 'blokovano', 'pozastaveno'],
  finished: [
    ...['finished', 'complete', 'completed', 'done', 'closed', 'success', 'successful', 'succeeded', 'passed', 'ok', 'executed', 'fixed'],
    ...['erledigt', 'fertig', 'abgeschlossen', 'beendet', 'hotovo', 'dokonceno', 'splneno'],
  ],
  'finished by workaround': [
    ...['finished by workaround', 'workaround', 'completed with workaround', 'complete with workaround', 'done with workaround'],
    ...['completed by workaround', 'complete workaround', 'completed workaround'],
  ],
  failed: [
    'failed',
    'failure',
    'fail',
    'error',
    'unsuccessful',
    'completed failed',
    'fehlgeschlagen',
    'gescheitert',
    'selhalo',
    'neuspesne',
  ],
  skipped: [
    ...['skipped', 'skip', 'cancelled', 'canceled', 'cancel', 'n a', 'na', 'not applicable', 'not required', 'not needed', 'omitted'],
    ...['removed', 'dropped', 'obsolete', 'out of scope', 'descoped', 'entfallt', 'abgebrochen', 'ubersprungen', 'zruseno', 'preskoceno'],
  ],
  'rolled back': ['rolled back', 'rolledback', 'rollback', 'reverted', 'backed out', 'zuruckgerollt', 'vraceno'],
};

const kindWords: Readonly<Record<Task['kind'], readonly string[]>> = {
  group: ['group', 'summary', 'phase', 'heading', 'gruppe', 'skupina'],
  hold: ['hold', 'built in hold', 'pause', 'wait', 'halt'],
  rollback: [],
  task: ['task', 'activity', 'step', 'normal', 'standard', 'work', 'no', 'n', 'false', 'vorgang', 'aufgabe', 'ukol', 'nein', 'ne'],
  milestone: ['milestone', 'ms', 'gate', 'checkpoint', 'yes', 'y', 'true', 'x', 'meilenstein', 'milnik', 'ja', 'ano'],
  communication: [
    'communication',
    'communications',
    'comms',
    'comm',
    'email',
    'e mail',
    'mail',
    'notification',
    'announcement',
    'call',
    'meeting',
  ],
  'health check': [
    'health check',
    'healthcheck',
    'check',
    'validation',
    'verification',
    'smoke test',
    'test',
    'sanity check',
    'monitoring',
  ],
};

const statusOf = byWord(statusWords);
const kindOf = byWord(kindWords);

/** The status words such as `4-Complete` name; null when they are none of those known. */
export function readStatus(text: string): TaskStatus | null {
  return statusOf.get(plainWords(text)) ?? null;
}

/** The kind a cell names; null when it is none of the known words. */
export function readKind(cell: Cell | undefined): Task['kind'] | null {
  return kindOf.get(plainWords(cellText(cell))) ?? null;
}

/** The status a share of finished work means; null when the cell is no share. `isFraction`: 1 is all of it, else 100 is. */
export function statusOfPercent(cell: Cell | undefined, isFraction: boolean): TaskStatus | null {
  const share = percentOf(cell);
  if (share === null) return null;
  const percent = isFraction && typeof cell === 'number' ? share * 100 : share;
  return percent <= 0 ? 'planned' : percent >= 100 ? 'finished' : 'in progress';
}

/** True when a column of shares is written as numbers from 0 to 1, the way spreadsheets hold percentages. */
export function holdsFractions(cells: Iterable<Cell | undefined>): boolean {
  const numbers = [...cells].filter((cell) => typeof cell === 'number');
  return numbers.length > 0 && numbers.every((number) => number <= 1);
}

function percentOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  const match = typeof cell === 'string' ? /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(cell) : null;
  return match ? Number((match[1] ?? '').replace(',', '.')) : null;
}

function byWord<Value extends string>(words: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> {
  const pairs = (Object.entries(words) as [Value, readonly string[]][]).flatMap(([value, names]) =>
    names.map((name) => [name, value] as const),
  );
  return new Map(pairs);
}

/** Words only, without the digit that orders them in a drop-down list (`1-Planned`, `4. Complete`). */
function plainWords(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*\d+\s*[-–.:)\s]\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
