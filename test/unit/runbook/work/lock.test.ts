import { expect, test } from 'vitest';
import { blockTask, estimateBlock, failTask, finishTask, reopenTask, unblockTask } from '../../../../shared/domain/runbook/rules.ts';
import { handOver } from '../../../../shared/domain/runbook/work/hand-over.ts';
import { aGoLive, anAct, aPerson, aTask, HOUR, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const [costa, ito] = [aPerson(), aPerson({ id: idOf(101), name: 'N. Ito' })];
const running = aTask({ status: 'in progress', actualStart: T_ZERO, workerId: costa.id, ownerIds: [costa.id] });
const rows = rowsWith({ goLive: [aGoLive()], person: [costa, ito], task: [running] });
const asIto = anAct({ personId: ito.id, actor: ito.name });
const ofTask = { taskId: running.id };

const acts = {
  finish: (takeOver?: boolean) => finishTask(rows, { ...ofTask, byWorkaround: false, takeOver }, asIto),
  block: (takeOver?: boolean) => blockTask(rows, { ...ofTask, reason: 'Disk', takeOver }, asIto),
  fail: (takeOver?: boolean) => failTask(rows, { ...ofTask, reason: 'Disk', takeOver }, asIto),
  'hand over': (takeOver?: boolean) => handOver(rows, { ...ofTask, toIds: [ito.id], word: 'Mine now', takeOver }, asIto),
};

test.each(Object.entries(acts))('another person cannot %s what somebody works on, and is told who; they may take it over', (_name, act) => {
  const refused = act();
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'locked', reason: expect.stringContaining('L. Costa works on T-022') } });
  expect(rowsAfter(rows, act(true)).task.get(running.id)?.workerId).toBe(ito.id);
});

test('who works on it, and a screen that has not said who acts, are not kept out', () => {
  expect(finishTask(rows, { ...ofTask, byWorkaround: false }, anAct({ personId: costa.id })).ok).toBe(true);
  const byDesk = finishTask(rows, { ...ofTask, byWorkaround: false }, anAct());
  expect(rowsAfter(rows, byDesk).task.get(running.id)?.workerId).toBe(costa.id);
});

test('a blocked task stays locked, and one that was blocked before it began is nobody’s', () => {
  const blocked = rowsAfter(rows, blockTask(rows, { ...ofTask, reason: 'Disk' }, anAct({ personId: costa.id })));
  expect(refusalOf(unblockTask(blocked, ofTask, asIto))).toBe('locked');
  const planned = rowsWith({ goLive: [aGoLive()], person: [costa, ito], task: [aTask()] });
  const before = rowsAfter(planned, blockTask(planned, { ...ofTask, reason: 'Disk' }, anAct({ personId: costa.id })));
  expect(before.task.get(running.id)?.workerId).toBeNull();
  expect(unblockTask(before, ofTask, asIto).ok).toBe(true);
});

test('what is reopened is in the hands of who reopened it', () => {
  const closed = rowsWith({ person: [costa, ito], task: [{ ...running, status: 'finished', actualEnd: T_ZERO + 1 }] });
  expect(rowsAfter(closed, reopenTask(closed, { ...ofTask, reason: 'Wrong file' }, asIto)).task.get(running.id)?.workerId).toBe(ito.id);
});

test('handing over names the new people and who works on it; the word is kept', () => {
  const verdict = handOver(rows, { ...ofTask, toIds: [ito.id, costa.id, ito.id], word: 'Step 4 is next' }, anAct({ personId: costa.id }));
  expect(rowsAfter(rows, verdict).task.get(running.id)).toMatchObject({ ownerIds: [ito.id, costa.id], workerId: ito.id });
  expect(verdict.ok && verdict.value.note).toBe('Step 4 is next');
});

test('a planned task is handed over without anybody working on it yet', () => {
  const planned = rowsWith({ person: [costa, ito], task: [aTask()] });
  expect(rowsAfter(planned, handOver(planned, { ...ofTask, toIds: [ito.id], word: 'x' }, asIto)).task.get(running.id)).toMatchObject({
    ownerIds: [ito.id],
    workerId: null,
  });
});

test('handing over to nobody in the roster, to who has it, or what is closed is refused', () => {
  const asCosta = anAct({ personId: costa.id });
  expect(refusalOf(handOver(rows, { ...ofTask, toIds: [idOf(999)], word: 'x' }, asCosta))).toBe('unknown-person');
  expect(refusalOf(handOver(rows, { ...ofTask, toIds: [costa.id], word: 'x' }, asCosta))).toBe('nothing-changed');
  const closed = rowsWith({ person: [costa, ito], task: [{ ...running, status: 'skipped' }] });
  expect(refusalOf(handOver(closed, { ...ofTask, toIds: [ito.id], word: 'x' }, asCosta))).toBe('closed');
});

test('a block says when it is expected to be over; anybody may change that, and it ends with the block', () => {
  const clearsAt = T_ZERO + 3 * HOUR;
  const blocked = rowsAfter(rows, blockTask(rows, { ...ofTask, reason: 'Disk', clearsAt }, anAct({ personId: costa.id })));
  expect(blocked.task.get(running.id)).toMatchObject({ status: 'blocked', clearsAt });
  const later = rowsAfter(blocked, estimateBlock(blocked, { ...ofTask, clearsAt: clearsAt + HOUR }, asIto));
  expect(later.task.get(running.id)).toMatchObject({ clearsAt: clearsAt + HOUR, workerId: costa.id });
  expect(rowsAfter(later, unblockTask(later, ofTask, anAct())).task.get(running.id)).toMatchObject({
    clearsAt: null,
    status: 'in progress',
  });
});

test('a block cannot be expected to be over already, and only what is blocked has such a time', () => {
  const past = { ...ofTask, clearsAt: T_ZERO };
  expect(refusalOf(blockTask(rows, { ...past, reason: 'Disk' }, anAct()))).toBe('clears-in-the-past');
  expect(refusalOf(estimateBlock(rows, past, anAct()))).toBe('wrong-status');
});
