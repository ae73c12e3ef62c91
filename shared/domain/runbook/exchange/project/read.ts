/** The tree of an MS Project file as the sheet an exported plan is read from, so that both come in the same way. */
import { ok, type Result, refuse } from '../../../../base/result.ts';
import type { Sheet, SheetRow } from '../../../../base/sheet/sheet.ts';
import { linkText } from '../link-texts.ts';
import { ID_HEAD, readMark } from '../mark.ts';
import { durationText, escaped, plainText } from '../texts.ts';
import { constraints, LAG_UNIT_MS, linkTypes, NO_START, type OwnField, ownFields, readLengthText } from './format.ts';

/** An element of a file that nobody vouches for: anything may be missing or be something else. */
export type XmlNode = { readonly [element: string]: unknown };

const DEEPEST = 64;
const MOST_TASKS = 50_000;
const heads = [
  'Source id',
  'Ref',
  'Title',
  'Detail',
  'Kind',
  'Group',
  'Phase',
  'Stream',
  'Owners',
  'Start',
  'Duration',
  'Timing',
  'Predecessors',
  'Address',
];

/** `name` is only used in words. */
export function projectSheet(project: XmlNode, name: string): Result<Sheet> {
  const all = nodes(project, 'Tasks', 'Task');
  const tasks = all.filter((task) => text(task, 'IsNull') !== '1' && text(task, 'UID') !== '0' && text(task, 'Name') !== '');
  if (tasks.length === 0)
    return refuse('no-tasks', `${name} is a project without tasks. Nothing was changed. Export the project again with its tasks.`);
  if (tasks.length > MOST_TASKS)
    return refuse('too-many-rows', `${name} has more than 50,000 tasks. Nothing was changed. Export only the tasks you need.`);
  const read = tasks.map((task) => readTask(task));
  const isOurs = read.some(({ own }) => own.id !== '');
  const words = new Map(read.map(({ uid, own }) => [uid, own.ref || `UID ${uid}`]));
  const owners = ownersByTask(project);
  const open: ReadTask[] = [];
  const others = new Set<string>();
  const rows = read.map((task, at): SheetRow => {
    while (open.length > 0 && (open.at(-1) as ReadTask).level >= task.level) open.pop();
    const parent = open.at(-1);
    open.push(task);
    if (open.length > DEEPEST) open.shift();
    if (!knownConstraints.has(task.constraint)) others.add(words.get(task.uid) as string);
    const { timing, start } = timesOf(task);
    const cells = [
      task.own.id,
      task.own.id === '' ? `project ${task.uid}` : '',
      words.get(task.uid) as string,
      task.title,
      task.notes,
      kindOf(task),
      parent ? (words.get(parent.uid) as string) : '',
      task.own.phase,
      task.own.stream,
      (owners.get(task.uid) ?? []).join('; '),
      start,
      task.isSummary ? '' : task.duration,
      timing,
      task.links.map(({ uid, kind, lagMs }) => linkText({ ref: words.get(uid) ?? `UID ${uid}`, kind, lagMs })).join('; '),
      task.address,
    ];
    return { number: at + 1, cells: cells.map((cell) => (typeof cell === 'string' ? escaped(plainText(cell)) : cell)) };
  });
  const mark = text(project, 'Subject');
  return ok({
    format: 'project',
    encoding: '',
    sheetName: '',
    headerRow: 0,
    columns: [isOurs && readMark(mark) !== 'none' ? mark : ID_HEAD, ...heads],
    rows,
    warnings:
      others.size === 0
        ? []
        : [
            `${others.size} tasks have constraints such as a latest start or as late as possible; they are read as start no earlier: ${[...others].slice(0, 8).join(', ')}.`,
          ],
  });
}

interface ReadTask {
  readonly uid: string;
  readonly title: string;
  readonly level: number;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly isManual: boolean;
  readonly constraint: string;
  /** As the clock shows it, `2026-11-21 22:00`. */
  readonly clock: string;
  readonly duration: string | number;
  readonly notes: string;
  readonly address: string;
  readonly links: readonly { readonly uid: string; readonly kind: (typeof linkTypes)[number]; readonly lagMs: number }[];
  readonly own: Readonly<Record<OwnField, string>>;
}

const knownConstraints: ReadonlySet<string> = new Set(['', ...Object.values(constraints)]);

function readTask(task: XmlNode): ReadTask {
  const constraint = text(task, 'ConstraintType');
  const isAsap = constraint === '' || constraint === constraints.asSoonAsPossible;
  const length = readLengthText(text(task, 'Duration'));
  return {
    uid: text(task, 'UID'),
    title: text(task, 'Name'),
    level: Math.min(Number(text(task, 'OutlineLevel')) || 1, 1_000),
    isSummary: text(task, 'Summary') === '1',
    isMilestone: text(task, 'Milestone') === '1',
    isManual: text(task, 'Manual') === '1',
    constraint,
    clock: clockOf((isAsap ? '' : text(task, 'ConstraintDate')) || text(task, 'Start')),
    duration: length === null ? text(task, 'Duration') : durationText(length),
    notes: text(task, 'Notes'),
    address: text(task, 'HyperlinkAddress'),
    links: nodes(task, 'PredecessorLink').map((link) => ({
      uid: text(link, 'PredecessorUID'),
      kind: linkTypes[Number(text(link, 'Type') || 1)] ?? 'FS',
      lagMs: Math.round(Number(text(link, 'LinkLag')) || 0) * LAG_UNIT_MS,
    })),
    own: ownOf(task),
  };
}

function ownOf(task: XmlNode): Readonly<Record<OwnField, string>> {
  const values = new Map(nodes(task, 'ExtendedAttribute').map((attribute) => [text(attribute, 'FieldID'), text(attribute, 'Value')]));
  const isOurs = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(values.get(ownFields.id[0]) ?? '');
  const entries = (Object.keys(ownFields) as OwnField[]).map((name) => [name, (isOurs && values.get(ownFields[name][0])) || ''] as const);
  return Object.fromEntries(entries) as Record<OwnField, string>;
}

function kindOf({ isSummary, isMilestone, own }: ReadTask): string {
  if (isSummary || own.kind === 'group') return 'group';
  if (own.kind === '' || own.kind === 'milestone') return isMilestone ? 'milestone' : 'task';
  return own.kind;
}

/** MS Project gives each task a start; one that was exported without keeps none as long as nobody gives it a constraint. */
function timesOf({ own, constraint, isManual, isSummary, clock }: ReadTask): { readonly timing: string; readonly start: string } {
  const isAsap = constraint === '' || constraint === constraints.asSoonAsPossible;
  if (isAsap && own.start === NO_START) return { timing: own.timing, start: '' };
  if (isSummary && own.id === '') return { timing: '', start: '' };
  const start = own.start.startsWith(clock) ? own.start : clock;
  if (isAsap) return { timing: isManual ? 'not before' : own.timing || 'after predecessors', start };
  return { timing: constraint === constraints.mustStartOn ? 'fixed' : 'not before', start };
}

/** `2026-11-21T22:00:00` as `2026-11-21 22:00`; what is no such time stays as it is, to be told of. */
function clockOf(written: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(written);
  if (!match) return written;
  const [, year, month, day, hour, minute, second = '00'] = match;
  return `${year}-${month}-${day} ${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}

/** Names of the people assigned to each task, by its UID. Materials and costs are no people. */
function ownersByTask(project: XmlNode): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string>();
  for (const resource of nodes(project, 'Resources', 'Resource')) {
    const name = text(resource, 'Name');
    if (name !== '' && (text(resource, 'Type') || '1') === '1') names.set(text(resource, 'UID'), personName(name));
  }
  const owners = new Map<string, string[]>();
  for (const assignment of nodes(project, 'Assignments', 'Assignment')) {
    const name = names.get(text(assignment, 'ResourceUID'));
    if (name === undefined) continue;
    const task = text(assignment, 'TaskUID');
    const known = owners.get(task);
    if (known) known.push(name);
    else owners.set(task, [name]);
  }
  return owners;
}

function personName(name: string): string {
  return name.replace(/;/g, ' ').replace(/\(([0-9a-f-]{8,36})\)$/, '[$1]');
}

/** The elements at the end of a path; none where something on it is missing. */
function nodes(from: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  let found: readonly XmlNode[] = [from];
  for (const step of path) found = found.flatMap((node) => [node[step]].flat().filter(isNode));
  return found;
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null;
}

function text(node: XmlNode, element: string): string {
  const value = [node[element]].flat()[0];
  return typeof value === 'string' ? value.trim() : '';
}
