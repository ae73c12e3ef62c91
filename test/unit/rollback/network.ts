/** Random runbooks for the tests of rolling back, and a slow, obvious way to work a rollback. */
import fc from 'fast-check';
import { rollbackKinds, rollbackPlaces } from '../../../shared/domain/playbook/answers.ts';
import { type Link, taskStatuses } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aPlaybookCopy, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

export const windowEnd = T_ZERO + 6 * HOUR;

export function aLink(number: number, fromId: string, toId: string, given: Partial<Link> = {}): Link {
  return { id: idOf(800_000 + number), goLiveId, fromId, toId, kind: 'FS', lagMs: 0, ...given };
}

const status = fc.constantFrom(...taskStatuses);

/** A playbook with up to three ways back of any kind, some of them of the same. */
const playbooks = fc
  .record({
    ways: fc.array(
      fc.record({
        kind: fc.constantFrom(...rollbackKinds),
        steps: fc.array(fc.record({ place: fc.constantFrom(...rollbackPlaces), minutes: fc.integer({ min: 0, max: 40 }) }), {
          maxLength: 4,
        }),
      }),
      { maxLength: 3 },
    ),
    consistencyMinutes: fc.integer({ min: 0, max: 45 }),
  })
  .map(({ ways, consistencyMinutes }) =>
    aPlaybookCopy({
      rollbacks: ways.map(({ kind, steps }, at) => ({
        key: `way-${at}`,
        title: `Way ${at}`,
        kind,
        steps: steps.map((step, place) => ({ title: `Step ${place}`, ...step })),
      })),
      wayBack: { consistencyMinutes },
    }),
  );

/**
 * Up to 12 tasks in any state, linked forward in any way; some inside groups that are linked themselves. Half of them follow a playbook
 * with ways back.
 */
export const runbooks: fc.Arbitrary<Rows> = fc
  .tuple(
    fc.option(playbooks),
    fc
      .array(
        fc.record({
          status,
          begun: fc.boolean(),
          undo: fc.option(fc.integer({ min: 0, max: 90 })),
          start: fc.option(fc.integer({ min: -120, max: 300 })),
          length: fc.integer({ min: 0, max: 60 }),
          inGroup: fc.constantFrom(null, null, 0, 1),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .chain((drafts) =>
        fc.record({
          drafts: fc.constant(drafts),
          pairs: fc.array(
            fc.record({
              from: fc.nat(drafts.length + 1),
              to: fc.nat(drafts.length + 1),
              kind: fc.constantFrom<Link['kind']>('FS', 'SS', 'FF', 'SF'),
            }),
            { maxLength: 18 },
          ),
        }),
      )
      .map(({ drafts, pairs }) => {
        const groups = [0, 1].map((at) => aTask({ id: idOf(1_000 + at), ref: `T-90${at}`, kind: 'group', position: 100 + at }));
        const tasks = drafts.map((draft, at) => {
          const isDone = !['planned', 'skipped'].includes(draft.status);
          const began = isDone && (draft.begun || ['in progress', 'finished', 'finished by workaround'].includes(draft.status));
          return aTask({
            id: idOf(2_000 + at),
            ref: `T-${String(at + 1).padStart(3, '0')}`,
            position: at,
            status: draft.status,
            actualStart: began ? T_ZERO - HOUR : null,
            actualEnd: ['finished', 'finished by workaround', 'skipped', 'rolled back', 'failed'].includes(draft.status) ? T_ZERO : null,
            undoMs: draft.undo === null ? null : draft.undo * MINUTE,
            startOffset: draft.start === null ? null : draft.start * MINUTE,
            durationMs: draft.length * MINUTE,
            parentId: draft.inGroup === null ? null : idOf(1_000 + draft.inGroup),
          });
        });
        const ends = [...tasks, ...groups];
        const link = pairs.flatMap(({ from, to, kind }, at) => {
          const [a, b] = [ends[Math.min(from, to)], ends[Math.max(from, to)]];
          return a && b && a !== b && a.parentId !== b.id && b.parentId !== a.id ? [aLink(at, a.id, b.id, { kind })] : [];
        });
        return { task: [...tasks, ...groups], link };
      }),
  )
  .map(([copy, plan]) => rowsWith({ ...plan, playbookCopy: copy === null ? [] : [copy] }));

/**
 * Works the rollback tasks of `rows` minute by minute from `from` on, as people would: each as soon as all it waits for is over.
 * Answers when the last one is over, UTC ms.
 */
export function workedFrom(rows: Rows, from: number): number {
  const own = [...rows.task.values()].filter(({ kind }) => kind === 'rollback');
  const over = new Map<string, number>();
  const running = new Map<string, number>();
  let at = from;
  for (;;) {
    let isMoving = true;
    while (isMoving) {
      isMoving = false;
      for (const task of own) {
        const started = running.get(task.id);
        if (started !== undefined && !over.has(task.id) && started + task.durationMs <= at) {
          over.set(task.id, at);
          isMoving = true;
        }
        const waits = [...rows.link.values()].filter(({ toId }) => toId === task.id);
        if (started === undefined && waits.every(({ fromId }) => over.has(fromId))) {
          running.set(task.id, at);
          isMoving = true;
        }
      }
    }
    if (over.size === own.length) return at;
    if (at > from + 1_000 * HOUR) throw new Error('the rollback never ends');
    at += MINUTE;
  }
}
