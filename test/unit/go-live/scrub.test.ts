import { describe, expect, test } from 'vitest';
import { callHold } from '../../../shared/domain/go-live/hold-rules.ts';
import { AFTER_SCRUB, closingActions, scrubGoLive } from '../../../shared/domain/go-live/scrub.ts';
import { finishTask } from '../../../shared/domain/runbook/rules.ts';
import { aGoLive, anAct, aPerson, aTask, HOUR, idOf, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const begun = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO } as const;
const night = () =>
  rowsWith({
    goLive: [aGoLive({ stage: 'cutover', startedAt: T_ZERO - HOUR })],
    person: [aPerson()],
    task: [
      aTask({ id: idOf(1), ref: 'T-001', ...begun, undoTitle: 'Open the old system', undoMs: 5 * MINUTE }),
      aTask({ id: idOf(2), ref: 'T-002', ...begun }),
      aTask({ id: idOf(3), ref: 'T-003', undoMs: MINUTE, ownerIds: [idOf(100)] }),
    ],
  });
const act = () => anAct({ now: T_ZERO + HOUR });

describe('a scrub', () => {
  test('puts what follows on the runbook: tell, take back what was begun, release, a new date, lessons', () => {
    const rows = rowsAfter(night(), scrubGoLive(night(), { reason: 'Backup failed' }, act()));
    const closing = [...rows.task.values()].filter(({ phase }) => phase === AFTER_SCRUB);
    expect(closing.map(({ ref, title }) => `${ref} ${title}`)).toEqual([
      'T-004 Tell everybody that the attempt is scrubbed',
      'T-005 Take back T-001',
      'T-006 Release the people',
      'T-007 Set a new date',
      'T-008 Write down what was learnt',
    ]);
    expect(closing[1]).toMatchObject({ detail: 'T-001 Bank connector: Open the old system', durationMs: 5 * MINUTE, startOffset: HOUR });
    expect(closing[2]?.detail).toBe('L. Costa');
  });

  test('asks for nothing to be taken back where nothing was begun', () => {
    const rows = rowsWith({ goLive: [aGoLive()], task: [aTask({ undoMs: MINUTE })] });
    expect(closingActions(rows).map(({ step }) => step)).toEqual(['tell', 'release', 'date', 'lessons']);
  });

  test('leaves its closing tasks to be worked, in their order', () => {
    const rows = rowsAfter(night(), scrubGoLive(night(), { reason: 'Backup failed' }, act()));
    const [, undo, release] = [...rows.task.values()].filter(({ phase }) => phase === AFTER_SCRUB);
    const finish = (taskId = '') => finishTask(rows, { taskId, byWorkaround: false }, anAct({ now: T_ZERO + 2 * HOUR }));
    expect(finish(release?.id)).toMatchObject({ ok: false, refusal: { code: 'held', about: [undo?.ref] } });
    expect(finish(undo?.id).ok).toBe(true);
  });

  test('ends a hold that runs', () => {
    const held = rowsAfter(night(), callHold(night(), { reason: 'Backup', expectedEndAt: null }, anAct({ now: T_ZERO })));
    const rows = rowsAfter(held, scrubGoLive(held, { reason: 'Backup failed' }, act()));
    expect([...rows.hold.values()][0]).toMatchObject({ endedAt: T_ZERO + HOUR, endedBy: 'M. Okoro' });
  });
});
