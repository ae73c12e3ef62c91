/** The plan as the tree of an MS Project file. Times are clock times of the go-live's zone, as MS Project has no zones. */
import { wallTime } from '../../../../base/zoned-time.ts';
import type { GoLive } from '../../../go-live/schema.ts';
import type { Rows } from '../../../tables.ts';
import { networkOf } from '../../network.ts';
import type { Schedule } from '../../schedule.ts';
import type { Task } from '../../schema.ts';
import { isClosed } from '../../task-state.ts';
import { markText } from '../mark.ts';
import { peopleTexts } from '../people-texts.ts';
import { plannedTasks } from '../plan-table.ts';
import { planView } from '../plan-view.ts';
import { plainText } from '../texts.ts';
import { calendarsOf } from './calendars.ts';
import { constraints, LAG_UNIT_MS, lengthText, linkTypes, NAMESPACE, NO_START, type OwnField, ownFields } from './format.ts';

/** Elements in the order of the schema; a list is an element that repeats. */
export interface XmlTree {
  readonly [element: string]: string | XmlTree | readonly XmlTree[];
}

/** `seq`: the newest entry of the record. `stream`: only its tasks, or all when null. */
export function projectTree(
  rows: Rows,
  goLive: GoLive,
  schedule: Pick<Schedule, 'times'>,
  seq: number,
  stream: string | null,
  now: number,
): XmlTree {
  const tasks = inOutline(plannedTasks(rows, stream));
  const uids = new Map(tasks.map(({ task }, at) => [task.id, String(at + 1)]));
  const clock = (at: number) => clockIn(at, goLive.zone);
  const people = peopleTexts(rows);
  const view = planView(rows, { tZeroAt: goLive.tZeroAt, zone: goLive.zone, order: 'day first' });
  const calendars = calendarsOf(rows);
  const persons = [...new Set(tasks.flatMap(({ task }) => task.ownerIds))];
  const resources = new Map(persons.map((id, at) => [id, String(at + 1)]));
  const network = networkOf(rows);
  const taskTree = ({ task, level, isSummary, number }: Outlined): XmlTree => {
    const times = schedule.times.get(task.id);
    const start = task.startOffset === null ? (times?.plannedStart ?? times?.start ?? goLive.tZeroAt) : goLive.tZeroAt + task.startOffset;
    const own: Readonly<Record<OwnField, string>> = {
      id: task.id,
      ref: task.ref,
      stream: String(view.cell(task, 'stream')),
      phase: String(view.cell(task, 'phase')),
      kind: (task.kind === 'task' && task.durationMs > 0) || task.kind === 'milestone' ? '' : task.kind,
      start: startText(task, start, String(view.cell(task, 'clock')), goLive.zone),
      timing: task.startOffset === null ? task.timing : '',
    };
    const constraint = constraintOf(task);
    return {
      UID: uids.get(task.id) as string,
      ID: uids.get(task.id) as string,
      Name: plainText(task.title),
      Manual: '0',
      OutlineNumber: number,
      OutlineLevel: String(level),
      Start: clock(start),
      Finish: clock(times?.plannedEnd ?? start + task.durationMs),
      Duration: lengthText(task.durationMs),
      DurationFormat: '5',
      Milestone: task.kind === 'milestone' ? '1' : '0',
      Summary: isSummary ? '1' : '0',
      PercentComplete: String(percent(task, now)),
      ...(task.actualStart !== null && { ActualStart: clock(task.actualStart) }),
      ...(task.actualEnd !== null && { ActualFinish: clock(task.actualEnd) }),
      ConstraintType: constraint,
      CalendarUID: calendars.uidOf(task.stream),
      ...(constraint !== constraints.asSoonAsPossible && { ConstraintDate: clock(start) }),
      ...(task.address !== '' && { HyperlinkAddress: plainText(task.address) }),
      ...(task.detail !== '' && { Notes: plainText(task.detail) }),
      PredecessorLink: (network.into.get(task.id) ?? []).flatMap(({ fromId, kind, lagMs }) => {
        const uid = uids.get(fromId);
        const lag = String(Math.round(lagMs / LAG_UNIT_MS));
        return uid === undefined ? [] : [{ PredecessorUID: uid, Type: String(linkTypes.indexOf(kind)), LinkLag: lag, LagFormat: '3' }];
      }),
      ExtendedAttribute: (Object.keys(ownFields) as OwnField[]).flatMap((name) =>
        own[name] === '' ? [] : [{ FieldID: ownFields[name][0], Value: own[name] }],
      ),
    };
  };
  const trees = tasks.map(taskTree);
  return {
    '@xmlns': NAMESPACE,
    SaveVersion: '14',
    Name: plainText(`${goLive.ref} ${goLive.name}`),
    Title: plainText(goLive.name),
    Subject: markText({ goLive: goLive.ref, seq, tZeroAt: goLive.tZeroAt, isWhole: stream === null }),
    ScheduleFromStart: '1',
    StartDate: trees.reduce((first, { Start }) => (String(Start) < first ? String(Start) : first), clock(goLive.tZeroAt)),
    CalendarUID: '1',
    MinutesPerDay: '1440',
    MinutesPerWeek: '10080',
    DaysPerMonth: '30',
    DurationFormat: '5',
    ExtendedAttributes: {
      ExtendedAttribute: Object.values(ownFields).map(([FieldID, FieldName, Alias]) => ({ FieldID, FieldName, Alias })),
    },
    Calendars: { Calendar: calendars.trees },
    Tasks: { Task: trees },
    Resources: {
      Resource: persons.map((id) => ({
        UID: resources.get(id) as string,
        ID: resources.get(id) as string,
        Name: resourceName(people.write([id])),
        Type: '1',
        IsNull: '0',
      })),
    },
    Assignments: {
      Assignment: tasks
        .flatMap(({ task }) =>
          task.ownerIds.map((id) => ({ TaskUID: uids.get(task.id) as string, ResourceUID: resources.get(id) as string })),
        )
        .map((pair, at) => ({ UID: String(at + 1), ...pair, Units: '1' })),
    },
  };
}

interface Outlined {
  readonly task: Task;
  readonly level: number;
  readonly isSummary: boolean;
  /** Such as `1.2.1`. */
  readonly number: string;
}

/** Every task behind the group it stands in, as an outline has it; a task whose group is not exported stands at the top. */
function inOutline(tasks: readonly Task[]): readonly Outlined[] {
  const inPlan = new Set(tasks.map(({ id }) => id));
  const children = new Map<string | null, Task[]>();
  for (const task of tasks) {
    const parent = task.parentId !== null && inPlan.has(task.parentId) ? task.parentId : null;
    const list = children.get(parent);
    if (list) list.push(task);
    else children.set(parent, [task]);
  }
  const outlined: Outlined[] = [];
  const waiting: Outlined[] = [];
  const push = (parent: string | null, level: number, before: string) => {
    const below = (children.get(parent) ?? []).map((task, at) => ({
      task,
      level,
      isSummary: children.has(task.id),
      number: `${before}${at + 1}`,
    }));
    waiting.push(...below.toReversed());
  };
  push(null, 1, '');
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    outlined.push(next);
    push(next.task.id, next.level + 1, `${next.number}.`);
  }
  return outlined;
}

function constraintOf({ startOffset, timing }: Task): string {
  if (startOffset === null || timing === 'after predecessors') return constraints.asSoonAsPossible;
  return timing === 'fixed' ? constraints.mustStartOn : constraints.startNoEarlierThan;
}

/** Share of a running task by its length; never whole before it has ended. */
function percent(task: Task, now: number): number {
  if (isClosed(task)) return task.status === 'finished' || task.status === 'finished by workaround' ? 100 : 0;
  if (task.actualStart === null || task.durationMs === 0) return 0;
  return Math.max(0, Math.min(99, Math.floor(((now - task.actualStart) / task.durationMs) * 100)));
}

/** Only where MS Project cannot hold it: a task without a start, or a clock time that the clock shows twice. */
function startText(task: Task, start: number, clock: string, zone: string): string {
  if (task.startOffset === null) return NO_START;
  return clockIn(start, zone).replace('T', ' ').startsWith(clock) ? '' : clock;
}

/** MS Project allows no square brackets in the name of a resource. */
function resourceName(name: string): string {
  return name.replaceAll('[', '(').replaceAll(']', ')');
}

function clockIn(at: number, zone: string): string {
  const { year, month, day, hour, minute, second } = wallTime(at, zone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19);
}
