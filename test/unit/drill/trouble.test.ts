import { describe, expect, test } from 'vitest';
import { insert, update } from '../../../shared/base/change.ts';
import type { Entry } from '../../../shared/base/entry.ts';
import { debriefOf } from '../../../shared/domain/drill/debrief.ts';
import { generatedTrouble } from '../../../shared/domain/drill/generate.ts';
import { cutWords } from '../../../shared/domain/drill/line-cut.ts';
import { endOver, endTrouble, overAt, strike, strikes, troubleFrom, troubleOf } from '../../../shared/domain/drill/trouble.ts';
import { tables } from '../../../shared/domain/tables.ts';
import {
  aGoLive,
  anAct,
  anIncident,
  aPerson,
  aTask,
  changesOf,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const drill = aGoLive({ kind: 'drill', stage: 'cutover', clock: { realAt: 0, shownAt: T_ZERO, speed: 1 } });
const running = aTask({ status: 'in progress', actualStart: T_ZERO, startOffset: 0, durationMs: HOUR, ownerIds: [idOf(100)] });
const rows = rowsWith({ goLive: [drill], task: [running], person: [aPerson()] });
const failure = {
  id: idOf(1),
  kind: 'failure' as const,
  dueAt: T_ZERO + MINUTE,
  taskId: running.id,
  personId: null,
  lengthMs: 0,
  says: 'Out of space',
  setBy: 'Trainer',
};
const at = (now: number) => anAct({ now });

describe('placing trouble', () => {
  const command = { kind: 'failure' as const, dueAt: T_ZERO + HOUR, taskId: running.id, personId: null, lengthMs: 0, says: 'x' };
  const codeOf = (given: Partial<Parameters<typeof troubleFrom>[1]>) => {
    const made = troubleFrom(rows, { ...command, ...given }, at(T_ZERO));
    return made.ok ? 'placed' : made.refusal.code;
  };
  test('wants an open task or a person, a length for a delay, and a time to come', () => {
    expect(codeOf({})).toBe('placed');
    expect(codeOf({ taskId: idOf(999) })).toBe('unknown-task');
    expect(codeOf({ kind: 'absence' })).toBe('unknown-person');
    expect(codeOf({ kind: 'delay' })).toBe('no-length');
    expect(codeOf({ dueAt: T_ZERO - 1 })).toBe('in-the-past');
  });

  test('nobody who runs the drill can be sent away or cut off', () => {
    const cut = { ...command, kind: 'lost connection' as const, taskId: null, personId: idOf(100) };
    expect(troubleFrom(rows, cut, at(T_ZERO))).toMatchObject({ ok: true });
    expect(troubleFrom(rows, cut, at(T_ZERO), new Set([idOf(100)]))).toMatchObject({ refusal: { code: 'runs-the-drill' } });
  });

  test('who is cut off is told that it is the exercise, and until when by the clock of the drill', () => {
    expect(cutWords({ struckAt: Date.UTC(2026, 10, 28, 21, 10), lengthMs: 30 * MINUTE }, 'Europe/Berlin')).toBe(
      'This is the exercise: the drill has cut your line until 22:40 CET drill time.',
    );
    expect(cutWords({ struckAt: T_ZERO, lengthMs: 0 }, 'UTC')).toContain('until its trainer mends it');
  });

  test('a hold cannot fail: its end is the clock’s', () => {
    const held = rowsWith({ goLive: [drill], task: [{ ...running, kind: 'hold' }] });
    expect(troubleFrom(held, command, at(T_ZERO))).toMatchObject({ ok: false, refusal: { code: 'unknown-task' } });
  });
});

describe('trouble strikes', () => {
  test('a running task, later one that has not begun, and never one that is over', () => {
    expect(strikes(rows, failure, T_ZERO)).toBe('later');
    expect(strikes(rows, failure, T_ZERO + MINUTE)).toBe('now');
    const planned = rowsWith({ goLive: [drill], task: [aTask()] });
    expect(strikes(planned, failure, T_ZERO + HOUR)).toBe('later');
    const over = rowsWith({ goLive: [drill], task: [{ ...running, status: 'finished', actualEnd: T_ZERO }] });
    expect(strikes(over, failure, T_ZERO + HOUR)).toBe('never');
    const [row, ...others] = changesOf(strike(over, failure, at(T_ZERO + HOUR)));
    expect(row?.set).toMatchObject({ struckAt: null, endedAt: T_ZERO + HOUR });
    expect(others).toEqual([]);
  });

  test('neither a task nor a person who has left the drill, and the row names none of them', () => {
    const left = rowsWith({ goLive: [drill] });
    const absence = { ...failure, kind: 'absence' as const, taskId: null, personId: idOf(100) };
    for (const trouble of [failure, absence]) {
      expect(strikes(left, trouble, T_ZERO + HOUR)).toBe('never');
      const [row] = changesOf(strike(left, trouble, at(T_ZERO + HOUR)));
      expect(row?.set).toMatchObject({ struckAt: null, taskId: null, personId: null });
    }
  });

  test('a failure fails its task, a delay blocks it for its length', () => {
    const failed = rowsAfter(rows, strike(rows, failure, at(T_ZERO + MINUTE)));
    expect(failed.task.get(running.id)).toMatchObject({ status: 'failed', reason: 'Out of space', actualEnd: T_ZERO + MINUTE });
    const delayed = rowsAfter(rows, strike(rows, { ...failure, kind: 'delay', lengthMs: HOUR }, at(T_ZERO + MINUTE)));
    expect(delayed.task.get(running.id)).toMatchObject({ status: 'blocked', clearsAt: T_ZERO + MINUTE + HOUR });
  });

  test('a person, until its length is over or it is ended', () => {
    const absence = { ...failure, kind: 'absence' as const, taskId: null, personId: idOf(100), lengthMs: HOUR };
    const away = rowsAfter(rows, strike(rows, absence, at(T_ZERO + MINUTE)));
    expect(troubleOf(away, idOf(100), 'absence')?.says).toBe('Out of space');
    expect(troubleOf(away, idOf(100), 'lost connection')).toBeNull();
    expect(overAt(away, T_ZERO + HOUR)).toEqual([]);
    expect(refusalOf(endOver(away, at(T_ZERO + HOUR)))).toBe('nothing-due');
    const back = rowsAfter(away, endOver(away, at(T_ZERO + 2 * HOUR)));
    expect(back.injection.get(absence.id)?.endedAt).toBe(T_ZERO + MINUTE + HOUR);
    expect(troubleOf(back, idOf(100), 'absence')).toBeNull();
    const ended = rowsAfter(away, endTrouble(away, { injectionId: absence.id }, at(T_ZERO + 5 * MINUTE)));
    expect(refusalOf(endTrouble(ended, { injectionId: absence.id }, at(T_ZERO + HOUR)))).toBe('not-running');
  });
});

describe('the generator', () => {
  const tasks = Array.from({ length: 30 }, (_, n) =>
    aTask({ id: idOf(1_000 + n), ref: `T-${n}`, startOffset: n * HOUR, durationMs: HOUR, ownerIds: [idOf(100 + (n % 3))] }),
  );
  const people = [0, 1, 2].map((n) => aPerson({ id: idOf(100 + n), name: `Person ${n}` }));
  const plan = rowsWith({ goLive: [drill], task: tasks, person: people });
  const wish = { seed: 42, count: 10, kinds: ['failure' as const, 'delay' as const, 'absence' as const] };
  const made = generatedTrouble(plan, drill, wish, at(T_ZERO));

  test('makes the same for the same seed and other for another', () => {
    expect(generatedTrouble(plan, drill, wish, at(T_ZERO))).toEqual(made);
    expect(generatedTrouble(plan, drill, { ...wish, seed: 43 }, at(T_ZERO))).not.toEqual(made);
  });

  test('makes as many as asked, of the kinds asked, each inside its task and no task twice', () => {
    expect(made).toHaveLength(10);
    expect(made.filter(({ kind }) => !(wish.kinds as string[]).includes(kind))).toEqual([]);
    const struck = made.flatMap(({ taskId }) => taskId ?? []);
    expect(new Set(struck).size).toBe(struck.length);
    for (const { taskId, dueAt } of made) {
      const offset = tasks.find(({ id }) => id === taskId)?.startOffset;
      if (offset != null) expect(dueAt - T_ZERO - offset).toBeGreaterThan(0);
      if (offset != null) expect(dueAt - T_ZERO - offset).toBeLessThan(HOUR);
    }
    expect(generatedTrouble(rowsWith({ goLive: [drill] }), drill, wish, at(T_ZERO))).toEqual([]);
  });

  test('never sends away or cuts off who runs the drill', () => {
    const cuts = { seed: 1, count: 30, kinds: ['absence' as const, 'lost connection' as const] };
    const namedIn = (runners?: ReadonlySet<string>) =>
      new Set(generatedTrouble(plan, drill, cuts, at(T_ZERO), runners).map(({ personId }) => personId));
    expect(namedIn()).toContain(idOf(100));
    expect(namedIn(new Set([idOf(100)]))).toEqual(new Set([idOf(101), idOf(102)]));
    expect(namedIn(new Set(people.map(({ id }) => id)))).toEqual(new Set());
  });
});

describe('the debrief', () => {
  const entry = (now: number, action: string, changes: Entry['changes']): Entry => ({
    seq: now,
    id: idOf(1),
    goLiveId,
    at: now,
    occurredAt: now,
    actor: 'M. Okoro',
    action,
    note: '',
    undoes: null,
    changes,
    prev: '',
    hash: '',
  });
  const struck = { ...failure, goLiveId, struckAt: T_ZERO + MINUTE, endedAt: null };

  test('tells when a failure was noticed by an act on its task, and mended when it was finished', () => {
    const taskOnly = (fields: Partial<typeof running>) => update(tables.task, running, fields as never);
    const entries = [
      entry(T_ZERO, 'task.edit', taskOnly({ title: 'Before it struck' })),
      entry(T_ZERO + MINUTE, 'trouble.strike', taskOnly({ status: 'failed' as never })),
      entry(T_ZERO + 5 * MINUTE, 'task.edit', taskOnly({ reason: 'Looked at' })),
      entry(T_ZERO + 9 * MINUTE, 'task.finish', taskOnly({ status: 'finished' as never })),
    ];
    const [lesson] = debriefOf(rowsWith({ injection: [struck] }), entries);
    expect(lesson).toMatchObject({ noticedAt: T_ZERO + 5 * MINUTE, mendedAt: T_ZERO + 9 * MINUTE });
  });

  test('takes an incident for noticing, and leaves open what nobody mended', () => {
    const logged = entry(T_ZERO + 3 * MINUTE, 'incident.declare', [insert(tables.incident, anIncident())]);
    expect(debriefOf(rowsWith({ injection: [struck] }), [logged])).toMatchObject([{ noticedAt: T_ZERO + 3 * MINUTE, mendedAt: null }]);
  });

  test('takes handing over the work of an absent person for noticing, and their coming back for mending', () => {
    const absence = { ...struck, kind: 'absence' as const, taskId: null, personId: idOf(100), endedAt: T_ZERO + HOUR };
    const given = entry(T_ZERO + 4 * MINUTE, 'task.handOver', update(tables.task, running, { ownerIds: [idOf(101)] }));
    expect(debriefOf(rowsWith({ injection: [absence] }), [given])).toMatchObject([
      { noticedAt: T_ZERO + 4 * MINUTE, mendedAt: T_ZERO + HOUR },
    ]);
  });
});
