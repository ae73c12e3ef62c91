import { expect, test } from 'vitest';
import { newId } from '../../../electron/record/new-id.ts';
import type { Change } from '../../../shared/base/change.ts';
import { insert, remove, update } from '../../../shared/base/change.ts';
import type { Entry } from '../../../shared/base/entry.ts';
import { type Rollback, rollback } from '../../../shared/domain/rollback/schema.ts';
import { person as people } from '../../../shared/domain/roster/schema.ts';
import { calendar } from '../../../shared/domain/runbook/schedule-schema.ts';
import { type Link, link, task as tasks } from '../../../shared/domain/runbook/schema.ts';
import { type Substitution, substitution } from '../../../shared/domain/runbook/work-schema.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { aPerson } from '../../support/builders.ts';
import { aGoLive, aTask, editTask, insertGoLive, insertTask, NOW } from '../../support/record.ts';

const goLive = aGoLive();
const first = aTask(goLive.id, { ref: 'T-001' });
const second = aTask(goLive.id, { ref: 'T-002' });
const linked: Link = { id: newId(NOW), goLiveId: goLive.id, fromId: first.id, toId: second.id, kind: 'FS', lagMs: 0 };
const between = insert(link, linked);
const aRollback: Rollback = {
  id: newId(NOW),
  goLiveId: goLive.id,
  ref: 'RB-1',
  kind: 'manual',
  reason: 'The sums differ',
  despite: '',
  decidedBy: 'M. Okoro',
  decidedAt: NOW,
  targetMs: null,
  forecastEndAt: NOW,
  windowEnd: NOW,
  endedAt: null,
  outcome: null,
  outcomeNote: '',
  consistencyTaskId: null,
};
const aSubstitution: Substitution = {
  id: newId(NOW),
  goLiveId: goLive.id,
  fromId: newId(NOW),
  toId: newId(NOW),
  reason: 'Ill',
  startedAt: NOW,
  endedAt: null,
  taskIds: [],
  checkIds: [],
  roles: [],
  sharedTaskIds: [],
  sharedRoles: [],
};

/** Plays acts and returns the rows and entries they lead to. */
function played(...acts: readonly [action: string, changes: readonly Change[]][]): { rows: Rows; entries: readonly Entry[] } {
  let rows = emptyRows();
  const entries = acts.map(([action, changes], index) => {
    rows = applyChanges(rows, changes);
    return {
      seq: index + 1,
      id: newId(NOW),
      goLiveId: goLive.id,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action,
      note: '',
      undoes: null,
      changes,
      prev: '',
      hash: '',
    };
  });
  return { rows, entries };
}

function undone(game: ReturnType<typeof played>, seq: number) {
  return undoEntry(game.rows, game.entries[seq - 1] as Entry, game.entries.slice(seq));
}

const plan = ['plan.import', [insertTask(first), insertTask(second), between]] as const;
const begin = ['goLive.create', [insertGoLive(goLive)]] as const;
const finish = { status: 'finished', actualStart: NOW, actualEnd: NOW } as const;

test('the last act is taken back by setting what was', () => {
  const game = played([...begin], [...plan], ['task.edit', editTask(first, { title: 'Another title' })]);
  const verdict = undone(game, 3);
  expect(verdict.ok && applyChanges(game.rows, verdict.value.changes).task.get(first.id)).toEqual(first);
});

test('an act whose field was set again later is refused, naming the later entry', () => {
  const edited = { ...first, title: 'Second title' };
  const game = played(
    [...begin],
    [...plan],
    ['task.edit', editTask(first, { title: 'Second title' })],
    ['task.edit', editTask(edited, { title: 'Third title' })],
  );
  expect(undone(game, 3)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['4'] } });
});

test('acts on other fields of the same row do not depend on each other', () => {
  const game = played(
    [...begin],
    [...plan],
    ['task.edit', editTask(first, { title: 'Another' })],
    ['task.edit', editTask(first, { stream: 'Config' })],
  );
  expect(undone(game, 3).ok).toBe(true);
});

test('an added row that something later points at cannot be taken back', () => {
  const game = played([...begin], ['task.add', [insertTask(first)]], ['task.add', [insertTask(second), between]]);
  expect(undone(game, 2)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['3'] } });
});

test('rows added together go together', () => {
  const game = played([...begin], [...plan]);
  const verdict = undone(game, 2);
  expect(verdict.ok && applyChanges(game.rows, verdict.value.changes).task.size).toBe(0);
});

test('a finish cannot be taken back once a successor has begun, and the start is named', () => {
  const game = played(
    [...begin],
    [...plan],
    ['task.finish', editTask(first, finish)],
    ['task.start', editTask(second, { status: 'in progress', actualStart: NOW })],
  );
  expect(undone(game, 3)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['4'] } });
});

test('an entry is taken back once', () => {
  const game = played([...begin], [...plan], ['task.edit', editTask(first, { title: 'Another' })]);
  const entry = game.entries[2] as Entry;
  const undo = { ...entry, seq: 4, action: 'entry.undo', undoes: 3, changes: [] };
  expect(undoEntry(game.rows, entry, [undo])).toMatchObject({ ok: false, refusal: { code: 'already-undone' } });
});

test('what already held a task that went ahead all the same does not stand against taking back another act', () => {
  const third = aTask(goLive.id, { ref: 'T-003' });
  const later = insert(link, { id: newId(NOW), goLiveId: goLive.id, fromId: third.id, toId: second.id, kind: 'FS', lagMs: 0 });
  const game = played(
    [...begin],
    ['plan.import', [insertTask(first), insertTask(second), insertTask(third), between]],
    ['task.start', editTask(second, { status: 'in progress', actualStart: NOW })],
    ['link.add', [later]],
  );
  expect(undone(game, 4)).toMatchObject({ ok: true });
});

test('what comes back must not point at a row that was removed since, and the removal is named', () => {
  const game = played([...begin], [...plan], ['link.remove', [remove(link, linked)]], ['plan.remove', [remove(tasks, second)]]);
  expect(undone(game, 3)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['4'] } });
  const owner = aPerson({ goLiveId: goLive.id });
  const owned = { ...first, ownerIds: [owner.id] };
  const left = played(
    ['goLive.create', [insertGoLive(goLive), insert(people, owner), insertTask(owned)]],
    ['task.edit', editTask(owned, { ownerIds: [] })],
    ['person.remove', [remove(people, owner)]],
  );
  expect(undone(left, 2)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['3'] } });
});

test('no undo makes two rollbacks run at once, or two people stand in for one', () => {
  const over = { ...aRollback, endedAt: NOW, outcome: 'given up' as const };
  const rollbackGame = played(
    [...begin],
    ['rollback.start', [insert(rollback, aRollback)]],
    ['rollback.giveUp', update(rollback, aRollback, { endedAt: over.endedAt, outcome: over.outcome })],
    ['rollback.start', [insert(rollback, { ...aRollback, id: newId(NOW), ref: 'RB-2', decidedAt: NOW + 1 })]],
  );
  expect(undone(rollbackGame, 3)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['4'] } });
  const standIn = { ...aSubstitution, id: newId(NOW), startedAt: NOW + 1 };
  const substitutionGame = played(
    [...begin],
    ['substitution.start', [insert(substitution, aSubstitution)]],
    ['substitution.end', update(substitution, aSubstitution, { endedAt: NOW })],
    ['substitution.start', [insert(substitution, standIn)]],
  );
  expect(undone(substitutionGame, 3)).toMatchObject({ ok: false, refusal: { code: 'depends', about: ['4'] } });
});

test('a removed calendar does not come back beside the one its stream was given since', () => {
  const week = Array.from({ length: 7 }, () => [{ from: 480, to: 960 }]);
  const first = { id: newId(NOW), goLiveId: goLive.id, stream: 'Data', week, days: [] };
  const game = played(
    [...begin],
    ['calendar.set', [insert(calendar, first)]],
    ['calendar.remove', [remove(calendar, first)]],
    ['calendar.set', [insert(calendar, { ...first, id: newId(NOW) })]],
  );
  expect(undone(game, 3)).toMatchObject({ ok: false, refusal: { code: 'depends' } });
});

test('an act that names a new person as owner of a task that stood before is taken back whole', () => {
  const jo = aPerson({ name: 'Jo Novak' });
  const owned = update(tasks, first, { ownerIds: [jo.id] });
  const before = played(['task.add', [insertGoLive(goLive), insertTask(first)]]).rows;
  const { rows, entries } = played(
    ['task.add', [insertGoLive(goLive), insertTask(first)]],
    ['plan.exchange', [insert(people, jo), ...owned]],
  );
  const verdict = undoEntry(rows, entries[1] as Entry, []);
  expect(verdict.ok && applyChanges(rows, verdict.value.changes)).toEqual(before);
});
