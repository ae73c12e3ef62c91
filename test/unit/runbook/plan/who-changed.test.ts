import { expect, test } from 'vitest';
import { insert, remove, update } from '../../../../shared/base/change.ts';
import { whoChangedEach } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { link as links, task as tasks } from '../../../../shared/domain/runbook/schema.ts';
import { aTask, goLiveId, idOf } from '../../../support/builders.ts';
import { anEntry } from '../../../support/entries.ts';

const [a, b] = [aTask({ id: idOf(1) }), aTask({ id: idOf(2) })];
const tie = { id: idOf(3), goLiveId, fromId: a.id, toId: b.id, kind: 'FS' as const, lagMs: 0 };

test('who changed many fields is told in one pass, newest first, that ends with the last of them', () => {
  const read: number[] = [];
  function* newestFirst() {
    const all = [
      [remove(tasks, b)],
      update(tasks, a, { title: 'Newest' }),
      update(tasks, a, { title: 'Older', stream: 'Data' }),
      [remove(links, tie)],
      [insert(tasks, a), insert(tasks, b), insert(links, tie)],
    ];
    for (const [at, changes] of all.entries()) {
      read.push(at);
      yield { ...anEntry('plan.edit', changes), seq: all.length - at };
    }
  }
  const seqs = (of: Parameters<typeof whoChangedEach>[1]) => whoChangedEach(newestFirst(), of).map((who) => who?.seq ?? null);
  const asked = [
    { taskId: a.id, field: 'stream' },
    { taskId: b.id, field: null },
    { taskId: a.id, field: 'title' },
    { taskId: b.id, field: 'after' },
  ] as const;
  expect(seqs(asked)).toEqual([3, 5, 4, 2]);
  expect(read).toEqual([0, 1, 2, 3]);
  expect(seqs([{ taskId: a.id, field: null }])).toEqual([null]);
});
