import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/base/rule.ts';
import { answerConditions } from '../../../shared/domain/go-live/answer-conditions.ts';
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import { plannedTasks } from '../../../shared/domain/go-live/tasks-from-playbook.ts';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { AddTask } from '../../../shared/domain/runbook/commands.ts';
import { inOrder } from '../../../shared/domain/runbook/network.ts';
import { addTask, editTask, linkTasks } from '../../../shared/domain/runbook/plan-rules.ts';
import { blockTask, failTask, finishTask, skipTask, startTask } from '../../../shared/domain/runbook/rules.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { applyChanges, emptyRows, type Row, type Rows, tableNamed } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, HOUR, T_ZERO } from '../../support/builders.ts';
import { aChoicePlaybook } from '../../support/choices.ts';

const conditions = ['has-data', 'watched', 'code'] as const;
const answers = fc.record(Object.fromEntries(conditions.map((key) => [key, fc.constantFrom(true, false, null)])));
type Answers = Record<string, boolean | null>;

function made(given: Answers, act: ReturnType<typeof anAct>): Rows {
  const command = CreateGoLive.parse({
    name: 'Shop',
    system: 'Shop',
    playbookKey: 'choices',
    tZeroAt: T_ZERO,
    zone: 'UTC',
    windowStart: T_ZERO - HOUR,
    windowEnd: T_ZERO + HOUR,
    conditions: Object.fromEntries(Object.entries(given).filter(([, holds]) => holds !== null)),
    despite: 'For the test',
    people: [{ name: 'Ada', roles: ['lead'] }],
  });
  return applyChanges(emptyRows(), changesOf(createGoLive({ playbook: aChoicePlaybook(), taken: [] }, command, act)));
}

/** The rows after the answers; as they were when those were given already. */
function answered(rows: Rows, given: Answers, act: ReturnType<typeof anAct>): Rows {
  const verdict = answerConditions(rows, { conditions: given }, act);
  if (!verdict.ok && verdict.refusal.code !== 'nothing-changed') throw new Error(verdict.refusal.reason);
  return taken(rows, verdict);
}

function taken(rows: Rows, verdict: Verdict): Rows {
  if (!verdict.ok) return rows;
  for (const { table, set, was } of verdict.value.changes) {
    if (was === null) expect(tableNamed(table)?.row.safeParse(set).error).toBeUndefined();
  }
  return applyChanges(rows, verdict.value.changes);
}

const answersOf = (rows: Rows): Answers => Object.fromEntries((playbookOf(rows)?.conditions ?? []).map(({ key, holds }) => [key, holds]));
const inPlace = (rows: Rows) => [...rows.task.values()].sort((a, b) => a.position - b.position);

/** The plan without ids, references and the moment things were set aside. */
function planOf(rows: Rows) {
  const linkWords = ({ fromId, toId, kind, lagMs }: Row<'link'>) =>
    `${rows.task.get(fromId)?.source} ${rows.task.get(toId)?.source} ${kind} ${lagMs}`;
  return {
    tasks: inPlace(rows).map(({ id: _, ref: __, position: ___, ...task }) => task),
    links: [...rows.link.values()].map(linkWords).sort(),
    checks: [...rows.check.values()].map(({ decidedAt: _, decidedBy: __, ...check }) => check),
    tests: [...rows.test.values()],
    criteria: [...rows.criterion.values()].map(({ judgedAt: _, judgedBy: __, ...criterion }) => criterion),
    playbook: playbookOf(rows),
  };
}

/** Some work in the runbook: which act on which task. What is refused has no effect. */
const work = fc.array(fc.tuple(fc.constantFrom('start', 'finish', 'block', 'fail', 'skip', 'edit', 'add', 'link'), fc.nat(20)), {
  maxLength: 12,
});

function worked(rows: Rows, acts: readonly (readonly [string, number])[], act: ReturnType<typeof anAct>): Rows {
  return acts.reduce((now, [name, number]) => {
    const tasks = inPlace(now);
    const task = tasks[number % tasks.length] as Task;
    const other = tasks[(number * 7 + 3) % tasks.length] as Task;
    const added = {
      title: 'By hand',
      detail: '',
      kind: 'task',
      phase: '',
      stream: '',
      ownerIds: [],
      startOffset: null,
      durationMs: 0,
    } as const;
    const verdicts: Readonly<Record<string, () => Verdict>> = {
      start: () => startTask(now, { taskId: task.id, despite: 'Ready' }, act),
      finish: () => finishTask(now, { taskId: task.id, byWorkaround: number % 2 === 0, despite: 'Ready' }, act),
      block: () => blockTask(now, { taskId: task.id, reason: 'No window' }, act),
      fail: () => failTask(now, { taskId: task.id, reason: 'Disk full' }, act),
      skip: () => skipTask(now, { taskId: task.id, reason: 'Not this time' }, act),
      edit: () => editTask(now, { taskId: task.id, title: `Edited ${number}` }, act),
      add: () => addTask(now, AddTask.parse({ ...added, after: [task.id] }), act),
      link: () => linkTasks(now, { fromId: task.id, toId: other.id, kind: 'FS', lagMs: 0 }, act),
    };
    return taken(now, (verdicts[name] as () => Verdict)());
  }, rows);
}

const isWorkedOn = ({ status, title, source }: Task) => status !== 'planned' || source === '' || title.startsWith('Edited');

describe('answering anew and answering back', () => {
  test('leaves a plan nobody touched as it was', () => {
    fc.assert(
      fc.property(answers, answers, (first, then) => {
        const act = anAct();
        const rows = made(first, act);
        expect(planOf(answered(answered(rows, then, act), first, act))).toEqual(planOf(rows));
      }),
      { numRuns: 300 },
    );
  });

  test('gives the plan that the answers make from the start', () => {
    fc.assert(
      fc.property(answers, answers, (first, then) => {
        const act = anAct();
        const changed = planOf(answered(made(first, act), then, act));
        const fresh = planOf(made(then, act));
        expect(changed.tasks.map(({ source }) => source)).toEqual(fresh.tasks.map(({ source }) => source));
        expect(changed.links).toEqual(fresh.links);
        expect(changed.playbook).toEqual(fresh.playbook);
        expect(changed.checks.map(({ status, reason }) => [status, reason])).toEqual(
          fresh.checks.map(({ status, reason }) => [status, reason]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('never removes a task that was worked on, keeps its actual times, and brings it back as it was', () => {
    fc.assert(
      fc.property(answers, work, answers, (first, acts, then) => {
        const act = anAct();
        const rows = worked(made(first, act), acts, act);
        const changed = answered(rows, then, act);
        const back = answered(changed, first, act);
        for (const task of [...rows.task.values()].filter(isWorkedOn)) {
          const kept = changed.task.get(task.id);
          expect(kept, task.title).toBeDefined();
          expect(kept?.actualStart).toBe(task.actualStart);
          if (task.actualEnd !== null) expect(kept?.actualEnd).toBe(task.actualEnd);
          const { position: _, ...as } = back.task.get(task.id) as Task;
          const { position: __, ...was } = task;
          const isFreed = task.status === 'blocked' && as.status !== 'blocked';
          expect(as).toEqual(
            isFreed ? { ...was, status: task.actualStart === null ? 'planned' : 'in progress', reason: '', blockedAt: null } : was,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no circle, no link to a task that is gone, no two tasks at one place, and every task that applies', () => {
    fc.assert(
      fc.property(answers, work, fc.array(answers, { minLength: 1, maxLength: 3 }), (first, acts, later) => {
        const act = anAct();
        const rows = later.reduce((now, each) => answered(now, each, act), worked(made(first, act), acts, act));
        expect(inOrder(rows)).toHaveLength(rows.task.size);
        for (const { fromId, toId } of rows.link.values()) expect(rows.task.has(fromId) && rows.task.has(toId)).toBe(true);
        expect(new Set(inPlace(rows).map(({ position }) => position)).size).toBe(rows.task.size);
        const there = new Set([...rows.task.values()].map(({ source }) => source));
        const playbook = playbookOf(rows);
        for (const { step } of playbook ? plannedTasks(playbook) : []) expect(there.has(step.key), step.key).toBe(true);
        expect(answersOf(rows)).toEqual(later.at(-1));
      }),
      { numRuns: 300 },
    );
  });
});
