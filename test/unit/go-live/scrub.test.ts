import { describe, expect, test } from 'vitest';
import { callHold } from '../../../shared/domain/go-live/hold-rules.ts';
import { recycle } from '../../../shared/domain/go-live/recycle.ts';
import { closeGoLive, declareLive } from '../../../shared/domain/go-live/rules.ts';
import { AFTER_SCRUB, closingActions, scrubGoLive } from '../../../shared/domain/go-live/scrub.ts';
import { giveUpRollback, startRollback } from '../../../shared/domain/rollback/rules.ts';
import { finishTask } from '../../../shared/domain/runbook/rules.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import {
  aGoLive,
  anAct,
  aPerson,
  aTask,
  changesOf,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

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

  test('waits until a rollback that runs was ended or given up, so that each leaves its reason', () => {
    const rolling = rowsAfter(night(), startRollback(night(), { kind: 'manual', reason: 'Orders are lost' }, act()));
    const [rollback] = rolling.rollback.values();
    expect(scrubGoLive(rolling, { reason: 'Backup failed' }, act())).toMatchObject({ refusal: { code: 'rolling-back', about: ['RB-1'] } });
    const close = { outcome: 'rolled back', outcomeNote: '', despite: 'It is late' } as const;
    expect(refusalOf(closeGoLive(rolling, close, act()))).toBe('rolling-back');
    expect(refusalOf(declareLive(rolling, {}, act()))).toBe('rolling-back');
    expect(refusalOf(recycle(rolling, { taskId: idOf(1), reason: 'Again', withLater: false, moveWindow: false }, act()))).toBe(
      'rolling-back',
    );
    const givenUp = giveUpRollback(rolling, { rollbackId: rollback?.id ?? '', reason: 'The attempt is scrubbed' }, act());
    const after = rowsAfter(rolling, givenUp);
    const scrubbed = rowsAfter(after, scrubGoLive(after, { reason: 'Backup failed' }, act()));
    expect([...scrubbed.rollback.values()][0]).toMatchObject({ outcome: 'given up', outcomeNote: 'The attempt is scrubbed' });
    expect(refusalOf(undoEntry(scrubbed, anEntry('rollback.giveUp', changesOf(givenUp)), []))).toBe('depends');
  });

  test('ends a hold that runs', () => {
    const held = rowsAfter(night(), callHold(night(), { reason: 'Backup', expectedEndAt: null }, anAct({ now: T_ZERO })));
    const rows = rowsAfter(held, scrubGoLive(held, { reason: 'Backup failed' }, act()));
    expect([...rows.hold.values()][0]).toMatchObject({ endedAt: T_ZERO + HOUR, endedBy: 'M. Okoro' });
  });
});
