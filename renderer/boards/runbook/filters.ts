/** Which tasks the board shows: a quick choice and further conditions that all must hold. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isOpen, type TaskState } from '../../../shared/domain/runbook/task-state.ts';

export const shows = ['all', 'open', 'next', 'late', 'blocked', 'critical', 'mine'] as const;
export type Show = (typeof shows)[number];

export const showWords: Readonly<Record<Show, string>> = {
  all: 'All',
  open: 'Open',
  next: 'Next',
  late: 'Late',
  blocked: 'Blocked',
  critical: 'Critical',
  mine: 'Mine',
};

/** Tasks of this run; of all runs; only those of rehearsals; only those of the real cutover. */
export const runs = ['this', 'any', 'mock', 'live'] as const;

/** An empty text stands for any. */
export interface Filter {
  readonly show: Show;
  readonly text: string;
  readonly stream: string;
  readonly phase: string;
  /** Id of the owner. */
  readonly person: string;
  readonly state: TaskState | '';
  readonly run: (typeof runs)[number];
}

export const noFilter: Filter = { show: 'all', text: '', stream: '', phase: '', person: '', state: '', run: 'this' };

export interface Looker {
  readonly me: string | null;
  /** Whether the go-live on screen is the real one. */
  readonly isLive: boolean;
}

/** Whether a line passes every condition. A group is a heading and passes none; whoever lists groups adds those around what passed. */
export function passes(line: TaskLine, filter: Filter, looker: Looker): boolean {
  const { task, state } = line;
  if (task.kind === 'group' || !isShown(line, filter.show, looker) || !isInRuns(task.runIn, filter.run, looker)) return false;
  if (filter.stream && task.stream !== filter.stream) return false;
  if (filter.phase && task.phase !== filter.phase) return false;
  if (filter.person && !task.ownerIds.includes(filter.person)) return false;
  if (filter.state && state !== filter.state) return false;
  return hasWords(line, filter.text);
}

/**
 * The lines that pass, in their order, and how many would with each quick choice. `counts` are of tasks going forward, as everywhere:
 * those of a rollback stand in the list and are told apart in `back`. `all` is how many there are without any condition but the run.
 */
export function lookThrough(lines: readonly TaskLine[], filter: Filter, looker: Looker) {
  const conditions: Filter = { ...filter, show: 'all' };
  const shown: TaskLine[] = [];
  const counts: Record<Show, number> = { all: 0, open: 0, next: 0, late: 0, blocked: 0, critical: 0, mine: 0 };
  const ofRun: Filter = { ...noFilter, run: filter.run };
  let [all, back] = [0, 0];
  for (const line of lines) {
    const isBack = line.task.kind === 'rollback';
    if (!isBack && passes(line, ofRun, looker)) all += 1;
    if (!passes(line, conditions, looker)) continue;
    if (!isBack) for (const show of shows) if (isShown(line, show, looker)) counts[show] += 1;
    if (!isShown(line, filter.show, looker)) continue;
    shown.push(line);
    if (isBack) back += 1;
  }
  return { shown: shown as readonly TaskLine[], counts: counts as Readonly<typeof counts>, all, back };
}

/** How many conditions beside the quick choice are set. */
export function conditionsSet({ text, stream, phase, person, state, run }: Filter): number {
  return [text.trim(), stream, phase, person, state].filter(Boolean).length + (run === 'this' ? 0 : 1);
}

/** `next` is what runs or may start now. */
export function isShown({ task, state, times, isLate }: TaskLine, show: Show, { me }: Pick<Looker, 'me'>): boolean {
  if (show === 'open') return isOpen(task);
  if (show === 'next') return state === 'in progress' || state === 'ready';
  if (show === 'late') return isLate;
  if (show === 'blocked') return state === 'blocked' || state === 'failed';
  if (show === 'critical') return times.isCritical;
  if (show === 'mine') return me !== null && task.ownerIds.includes(me);
  return true;
}

function isInRuns(runIn: TaskLine['task']['runIn'], run: Filter['run'], { isLive }: Looker): boolean {
  if (run === 'any') return true;
  if (run === 'this') return runIn === 'always' || (runIn === 'live only') === isLive;
  return runIn === (run === 'mock' ? 'mock only' : 'live only');
}

/** Every word must be found somewhere in the reference, the title, the stream or the owners. */
function hasWords({ task, owners }: TaskLine, text: string): boolean {
  const words = text.trim().toLowerCase();
  if (words === '') return true;
  const said = `${task.ref} ${task.title} ${task.stream} ${owners}`.toLowerCase();
  return words.split(/\s+/).every((word) => said.includes(word));
}
