/** A cutover of 48 hours as people plan one: 1,000 tasks in eight streams and seven phases, gates between them, twelve people. */
import { newId } from '../../electron/record/new-id.ts';
import { type Change, insert } from '../../shared/base/change.ts';
import { drawsFrom } from '../../shared/domain/drill/generate.ts';
import { refText } from '../../shared/domain/refs.ts';
import { tables } from '../../shared/domain/tables.ts';
import { aGate, aGoLive, aPerson, aTask, HOUR, MINUTE } from '../support/builders.ts';

export const TASKS = 1_000;
export const SPAN_MS = 48 * HOUR;
const STREAMS = ['Platform', 'Data', 'Network', 'Application', 'Security', 'Reporting', 'Interfaces', 'Business'];
const PHASES = ['prepare', 'freeze', 'extract', 'load', 'switch', 'validate', 'stabilise'];
/** Phase → the gate before it. */
const GATES: Readonly<Record<string, string>> = {
  extract: 'Ready to stop the old system',
  switch: 'Data are complete',
  stabilise: 'Go live',
};
const NAMES = [
  'Mara Okoro',
  'Luis Costa',
  'Sana Petrov',
  'Frank Roux',
  'Nao Ito',
  'Ivo Novák',
  'Zoë Müller',
  'Ada Lind',
  'Tom Reyes',
  'Uma Patel',
  'Per Holm',
  'Kim Adeyemi',
];
const WORK = ['Stop', 'Copy', 'Check', 'Configure', 'Start', 'Compare', 'Release', 'Test', 'Move'];
const THINGS = ['interface', 'balance', 'job', 'table', 'service', 'queue', 'printer', 'role', 'archive', 'report', 'route'];
const PHASE_MS = SPAN_MS / PHASES.length;
/** Chains of tasks that run beside each other in one stream and phase. */
const CHAINS = 2;

export interface CutoverPlan {
  readonly goLiveId: string;
  readonly personIds: readonly string[];
  readonly changes: readonly Change[];
}

/** `size` tasks over the 48 hours. The same plan for the same seed, but for its ids. Its first task is planned at `startsAt`. */
export function cutoverPlan(startsAt: number, seed: number, size = TASKS): CutoverPlan {
  const draw = drawsFrom(seed);
  const goLiveId = newId();
  const tZeroAt = startsAt + 4 * PHASE_MS; // the switch
  const goLive = aGoLive({
    id: goLiveId,
    goLiveId,
    name: 'Finance cutover',
    system: 'ERP',
    release: '9.0',
    tZeroAt: Math.round(tZeroAt),
    tZeroMeans: 'Traffic goes to the new system',
    windowStart: startsAt,
    windowEnd: startsAt + SPAN_MS + 12 * HOUR,
  });
  const people = NAMES.map((name) => aPerson({ id: newId(), goLiveId, name, department: 'IT' }));
  const gates = Object.entries(GATES).map(([phase, title], position) =>
    aGate({
      id: newId(),
      goLiveId,
      ref: `G-${position + 1}`,
      title,
      position,
      phase: '',
      guards: [phase],
      positions: [],
      plannedOffset: Math.round(PHASES.indexOf(phase) * PHASE_MS - 4 * PHASE_MS),
    }),
  );
  const cells = PHASES.flatMap((phase, at) => STREAMS.map((stream, line) => ({ phase, at, stream, line })));
  const tasks: ReturnType<typeof aTask>[] = [];
  const links: { fromId: string; toId: string; kind: 'FS' | 'SS' | 'FF'; lagMs: number }[] = [];
  const lastOf = new Map<string, string[]>();
  cells.forEach(({ phase, at, stream, line }, cell) => {
    const count = Math.floor(((cell + 1) * size) / cells.length) - Math.floor((cell * size) / cells.length);
    const ends: string[] = [];
    const perChain = Math.ceil(count / CHAINS);
    const each = (PHASE_MS * 0.74) / perChain;
    for (let chain = 0; chain < CHAINS; chain += 1) {
      let offset = at * PHASE_MS - 4 * PHASE_MS;
      let before: string | undefined;
      for (let step = 0; step < Math.min(perChain, count - chain * perChain); step += 1) {
        const durationMs = Math.max(5, Math.round((each * (0.7 + 0.6 * draw())) / MINUTE)) * MINUTE;
        const canUndo = (phase === 'load' || phase === 'switch') && draw() < 0.3;
        const task = aTask({
          id: newId(),
          goLiveId,
          ref: refText('task', tasks.length + 1),
          title: `${WORK[Math.floor(draw() * WORK.length)]} ${stream.toLowerCase()} ${THINGS[Math.floor(draw() * THINGS.length)]} ${tasks.length + 1}`,
          phase,
          stream,
          position: tasks.length,
          ownerIds: [people[chain === 0 ? line : 8 + (line % 4)]?.id ?? ''],
          startOffset: Math.round(offset / MINUTE) * MINUTE,
          durationMs,
          timing: 'after predecessors',
          shortestMs: Math.round(durationMs * 0.7),
          longestMs: Math.round(durationMs * 1.6),
          undoTitle: canUndo ? 'Put it back' : '',
          undoMs: canUndo ? Math.round(5 + draw() * 20) * MINUTE : null,
        });
        if (before) links.push({ fromId: before, toId: task.id, kind: 'FS', lagMs: 0 });
        else for (const fromId of lastOf.get(`${at - 1} ${stream}`) ?? []) links.push({ fromId, toId: task.id, kind: 'FS', lagMs: 0 });
        const begins = offset;
        const earlier = tasks.filter((each) => each.phase === phase && each.stream !== stream && plannedEnd(each) <= begins);
        const other = earlier[Math.floor(draw() * earlier.length)];
        if (other && draw() < 0.2) links.push({ fromId: other.id, toId: task.id, kind: draw() < 0.7 ? 'FS' : 'SS', lagMs: 0 });
        tasks.push(task);
        before = task.id;
        offset += durationMs;
      }
      if (before) ends.push(before);
    }
    lastOf.set(`${at} ${stream}`, ends);
  });
  const changes = [
    insert(tables.goLive, goLive),
    ...people.map((row) => insert(tables.person, row)),
    ...gates.map((row) => insert(tables.gate, row)),
    ...tasks.map((row) => insert(tables.task, row)),
    ...links.map((row) => insert(tables.link, { id: newId(), goLiveId, ...row })),
  ];
  return { goLiveId, personIds: people.map(({ id }) => id), changes };
}

/** Counted from T-0, ms. */
function plannedEnd({ startOffset, durationMs }: { readonly startOffset: number | null; readonly durationMs: number }): number {
  return (startOffset ?? 0) + durationMs;
}
