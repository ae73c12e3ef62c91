import { describe, expect, test } from 'vitest';
import type { Act } from '../../../shared/base/rule.ts';
import { criterionState } from '../../../shared/domain/gate/criterion-state.ts';
import { answerConditions } from '../../../shared/domain/go-live/answer-conditions.ts';
import { AnswerConditions, CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { AddTask } from '../../../shared/domain/runbook/commands.ts';
import { addTask, editTask, linkTasks } from '../../../shared/domain/runbook/plan-rules.ts';
import { blockTask, failTask, finishTask, skipTask, startTask } from '../../../shared/domain/runbook/rules.ts';
import { applyChanges, emptyRows, type Row, type Rows } from '../../../shared/domain/tables.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import {
  aGoLive,
  anAct,
  anEvidence,
  changesOf,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { aChoicePlaybook } from '../../support/choices.ts';
import { anEntry } from '../../support/entries.ts';

const act = anAct({ occurredAt: T_ZERO + HOUR });
const answer = (rows: Rows, conditions: Record<string, boolean | null>, by: Act = act) =>
  answerConditions(rows, AnswerConditions.parse({ conditions }), by);
const answered = (rows: Rows, conditions: Record<string, boolean | null>) => rowsAfter(rows, answer(rows, conditions));

function made(conditions: Record<string, boolean> = { code: true }, playbook: Playbook = aChoicePlaybook(), variation = ''): Rows {
  const command = CreateGoLive.parse({
    name: 'Shop',
    system: 'Shop',
    playbookKey: playbook.key,
    tZeroAt: T_ZERO,
    zone: 'UTC',
    windowStart: T_ZERO - HOUR,
    windowEnd: T_ZERO + HOUR,
    conditions,
    variation,
    people: [{ name: 'Ada', roles: ['lead'] }],
  });
  return applyChanges(emptyRows(), changesOf(createGoLive({ playbook, taken: [] }, command, act)));
}

const sources = (rows: Rows) => [...rows.task.values()].sort((a, b) => a.position - b.position).map(({ source, title }) => source || title);
const taskOf = (rows: Rows, source: string) => [...rows.task.values()].find((task) => task.source === source) as Row<'task'>;
const checkOf = (rows: Rows, source: string) => [...rows.check.values()].find((check) => check.source === source) as Row<'check'>;
const linksOf = (rows: Rows) =>
  [...rows.link.values()].map(({ fromId, toId }) => `${rows.task.get(fromId)?.source} ${rows.task.get(toId)?.source}`).sort();
const NONE = 'Nobody watches it.';

describe('a no', () => {
  test('sets checks and tests of the condition aside with its words; evidence stays', () => {
    const rows = made();
    const check = checkOf(rows, 'watch');
    const proven = applyChanges(rows, [
      {
        table: 'check',
        id: check.id,
        was: { status: 'open' },
        set: { status: 'passed', decidedBy: 'Ada', verifiedBy: 'Bo', verifiedAt: T_ZERO },
      },
      { table: 'evidence', id: idOf(1), was: null, set: anEvidence({ id: idOf(1), checkId: check.id }) },
    ]);
    const off = answered(proven, { watched: false, 'has-data': false });
    expect(checkOf(off, 'watch')).toMatchObject({
      status: 'not applicable',
      reason: NONE,
      decidedBy: 'M. Okoro',
      decidedAt: act.occurredAt,
      verifiedBy: '',
    });
    expect(checkOf(off, 'manned').status).toBe('not applicable');
    expect(checkOf(off, 'prepare').status).toBe('open');
    expect(off.evidence.size).toBe(1);
    expect([...off.test.values()].map(({ notApplicable }) => notApplicable)).toEqual(['No data moves.']);
  });

  test('sets a criterion aside that a person judges', () => {
    const off = answered(made(), { 'has-data': false });
    const criteria = [...off.criterion.values()];
    expect(criteria.map((criterion) => criterionState(off, criterion))).toEqual(['open', 'not applicable']);
    expect(criteria[1]).toMatchObject({ reason: 'No data moves.', judgedBy: 'M. Okoro' });
  });

  test('removes tasks nobody touched, and links lead across them', () => {
    const rows = made();
    expect(linksOf(rows)).toEqual([
      'log report',
      'move-data switch-over',
      'prepare move-data',
      'switch-over log',
      'switch-over watch',
      'watch report',
    ]);
    const off = answered(rows, { 'has-data': false });
    expect(sources(off)).toEqual(['prepare', 'switch-over', 'watch', 'log', 'report']);
    expect(linksOf(off)).toContain('prepare switch-over');
    expect([...off.link.values()].find(({ toId }) => toId === taskOf(off, 'switch-over').id)?.lagMs).toBe(5 * MINUTE);
  });

  test('leaves a task that has begun or ended as skipped, with its times and what it was', () => {
    const rows = made();
    const { id } = taskOf(rows, 'move-data');
    const begun = rowsAfter(rows, startTask(rows, { taskId: id, despite: 'ready' }, { ...act, occurredAt: T_ZERO }));
    const off = answered(begun, { 'has-data': false });
    expect(off.task.get(id)).toMatchObject({
      status: 'skipped',
      actualStart: T_ZERO,
      actualEnd: act.occurredAt,
      reason: 'No data moves. It was in progress before',
    });

    const ended = rowsAfter(begun, finishTask(begun, { taskId: id, byWorkaround: false }, { ...act, occurredAt: T_ZERO + MINUTE }));
    expect(answered(ended, { 'has-data': false }).task.get(id)).toMatchObject({
      status: 'skipped',
      actualStart: T_ZERO,
      actualEnd: T_ZERO + MINUTE,
    });

    const failed = rowsAfter(begun, failTask(begun, { taskId: id, reason: 'Disk full' }, { ...act, occurredAt: T_ZERO + MINUTE }));
    expect(answered(failed, { 'has-data': false }).task.get(id)?.reason).toBe('No data moves. It was failed before: Disk full');
  });

  test('a task that stays keeps its links, and what waited for it waits for what came before it', () => {
    const rows = made();
    const { id } = taskOf(rows, 'move-data');
    const begun = rowsAfter(rows, startTask(rows, { taskId: id, despite: 'ready' }, act));
    expect(linksOf(answered(begun, { 'has-data': false }))).toEqual(
      expect.arrayContaining(['prepare move-data', 'move-data switch-over', 'prepare switch-over']),
    );
  });

  test.each([
    ['edited', (rows: Rows, id: string) => editTask(rows, { taskId: id, title: 'Move all data' }, act)],
    ['given an owner', (rows: Rows, id: string) => editTask(rows, { taskId: id, ownerIds: [] }, act)],
    [
      'linked by hand',
      (rows: Rows, id: string) => linkTasks(rows, { fromId: id, toId: taskOf(rows, 'report').id, kind: 'FS', lagMs: 0 }, act),
    ],
    ['blocked', (rows: Rows, id: string) => blockTask(rows, { taskId: id, reason: 'No window' }, act)],
  ])('a task that was %s stays, as skipped', (_, touch) => {
    const rows = made();
    const { id } = taskOf(rows, 'move-data');
    const touched = rowsAfter(rows, touch(rows, id));
    expect(answered(touched, { 'has-data': false }).task.get(id)?.status).toBe('skipped');
  });

  test('a task that something points at stays, as skipped', () => {
    const rows = made();
    const { id, goLiveId } = taskOf(rows, 'move-data');
    const note = { id: idOf(5), goLiveId, subject: 'task', subjectId: id, content: 'See there' };
    const noted = applyChanges(rows, [{ table: 'note', id: note.id, was: null, set: note }]);
    expect(answered(noted, { 'has-data': false }).task.get(id)?.status).toBe('skipped');
  });

  test('tasks people added stay as they are', () => {
    const rows = made();
    const fields = {
      title: 'Order pizza',
      detail: '',
      kind: 'task',
      phase: '',
      stream: '',
      ownerIds: [],
      startOffset: null,
      durationMs: 0,
    } as const;
    const added = rowsAfter(rows, addTask(rows, AddTask.parse({ ...fields, after: [taskOf(rows, 'move-data').id] }), act));
    const off = answered(added, { 'has-data': false, watched: false });
    expect(sources(off)).toEqual(['prepare', 'move-data', 'switch-over', 'report', 'Order pizza']);
    expect(taskOf(off, 'move-data').status).toBe('skipped');
  });

  test('what a person set aside or skipped in own words stays so', () => {
    const rows = made();
    const task = taskOf(rows, 'move-data');
    const check = checkOf(rows, 'watch');
    const skipped = rowsAfter(rows, skipTask(rows, { taskId: task.id, reason: 'Done last week' }, act));
    const own = applyChanges(skipped, [
      { table: 'check', id: check.id, was: {}, set: { status: 'not applicable', reason: 'Vendor watches' } },
    ]);
    const back = answered(answered(own, { 'has-data': false, watched: false }), { 'has-data': true, watched: true });
    expect(back.task.get(task.id)).toMatchObject({ status: 'skipped', reason: 'Done last week' });
    expect(back.check.get(check.id)).toMatchObject({ status: 'not applicable', reason: 'Vendor watches' });
  });
});

describe('a yes', () => {
  test('opens what the condition had set aside', () => {
    const on = answered(made({ 'has-data': false, watched: false, code: true }), { watched: true, 'has-data': null });
    expect(checkOf(on, 'watch')).toMatchObject({ status: 'open', reason: '', decidedBy: '', decidedAt: null });
    expect([...on.test.values()].map(({ notApplicable }) => notApplicable)).toEqual(['']);
    expect([...on.criterion.values()].map(({ status }) => status)).toEqual(['open', 'open']);
  });

  test('brings tasks in at their place, owned and linked as the playbook has it, and bridges go', () => {
    const rows = made({ 'has-data': false, watched: true, code: true });
    expect(linksOf(rows)).toContain('prepare switch-over');
    const on = answered(rows, { 'has-data': true });
    expect(sources(on)).toEqual(['prepare', 'move-data', 'switch-over', 'watch', 'log', 'report']);
    expect(linksOf(on)).toEqual(linksOf(made()));
    expect(taskOf(on, 'move-data')).toMatchObject({ ref: 'T-006', status: 'planned', condition: 'Data moves', durationMs: 15 * MINUTE });
    expect(taskOf(on, 'move-data').ownerIds).toEqual(taskOf(on, 'prepare').ownerIds);
  });

  test('takes up what was skipped, as it was', () => {
    const rows = made();
    const { id } = taskOf(rows, 'move-data');
    const begun = rowsAfter(rows, startTask(rows, { taskId: id, despite: 'ready' }, act));
    const failed = rowsAfter(begun, failTask(begun, { taskId: id, reason: 'Disk full' }, act));
    for (const worked of [begun, failed]) {
      expect(answered(answered(worked, { 'has-data': false }), { 'has-data': true }).task.get(id)).toEqual(worked.task.get(id));
    }
  });

  test('puts no new predecessor before a task that has begun', () => {
    const rows = made({ 'has-data': false, code: true });
    const { id } = taskOf(rows, 'switch-over');
    const begun = applyChanges(rows, [{ table: 'task', id, was: {}, set: { status: 'in progress', actualStart: T_ZERO } }]);
    const on = answered(begun, { 'has-data': true });
    expect(linksOf(on)).not.toContain('move-data switch-over');
    expect(linksOf(on)).toContain('prepare move-data');
  });

  test('closes no circle with links people set', () => {
    const rows = made({ 'has-data': false, code: true });
    const [from, to] = [taskOf(rows, 'switch-over'), taskOf(rows, 'prepare')];
    const free = applyChanges(
      rows,
      [...rows.link.values()].filter(({ toId }) => toId === from.id).map((link) => ({ table: 'link', id: link.id, was: link, set: null })),
    );
    const turned = rowsAfter(free, linkTasks(free, { fromId: from.id, toId: to.id, kind: 'FS', lagMs: 0 }, act));
    const on = linksOf(answered(turned, { 'has-data': true }));
    expect(on).toContain('prepare move-data');
    expect(on).not.toContain('move-data switch-over');
  });
});

describe('answers', () => {
  test('are kept in the copy of the playbook; those left out stay', () => {
    const rows = answered(made({ code: true }), { watched: false });
    const holds = [...rows.playbookCopy.values()][0]?.content.conditions.map((one) => one.holds);
    expect(holds).toEqual([null, false, true]);
  });

  test('that change nothing, or that the playbook does not ask for, are refused', () => {
    expect(refusalOf(answer(made(), { code: true }))).toBe('nothing-changed');
    expect(refusalOf(answer(made(), { weather: true }))).toBe('unknown-condition');
    expect(refusalOf(answer(rowsWith({ goLive: [aGoLive()] }), { code: true }))).toBe('no-playbook');
  });

  test('that deny what the variation implies are refused', () => {
    const variations = [{ key: 'data', title: 'Data first', implies: ['has-data'] }];
    const rows = made({ code: true }, aChoicePlaybook({ variations }), 'data');
    expect(answer(rows, { 'has-data': false })).toMatchObject({
      ok: false,
      refusal: { code: 'implied', reason: expect.stringContaining('Data first') },
    });
    expect(refusalOf(answer(rows, { 'has-data': null }))).toBe('implied');
  });

  test('cannot be given once the go-live is over', () => {
    const rows = made();
    const [goLive] = rows.goLive.values();
    const over = applyChanges(rows, [{ table: 'goLive', id: goLive?.id ?? '', was: { stage: 'planning' }, set: { stage: 'scrubbed' } }]);
    expect(refusalOf(answer(over, { watched: false }))).toBe('over');
  });

  test('are taken back by one undo, to the very rows', () => {
    const rows = made();
    const { id } = taskOf(rows, 'move-data');
    const prepared = rowsAfter(rows, finishTask(rows, { taskId: taskOf(rows, 'prepare').id, byWorkaround: false }, act));
    const begun = rowsAfter(prepared, startTask(prepared, { taskId: id }, act));
    const changes = changesOf(answer(begun, { 'has-data': false, watched: false }));
    const standing = applyChanges(begun, changes);
    const undone = applyChanges(standing, changesOf(undoEntry(standing, anEntry('goLive.answer', changes), [])));
    for (const name of ['task', 'link', 'check', 'test', 'criterion', 'playbookCopy'] as const) {
      expect(Object.fromEntries(undone[name]), name).toEqual(Object.fromEntries(begun[name]));
    }
  });

  test('are told with the conditions that changed', () => {
    const rows = made();
    const changes = changesOf(answer(rows, { 'has-data': false, watched: true }));
    const words = sentence(anEntry('goLive.answer', changes), applyChanges(rows, changes));
    expect(words).toBe('Questions answered anew: Data moves: no, Monitoring: yes');
  });
});
