import { describe, expect, test } from 'vitest';
import { taskLines } from '../../../shared/domain/runbook/lines.ts';
import { missedTimeInShort, missedTimeWords } from '../../../shared/domain/runbook/missed-time.ts';
import { aGoLive, aLink, aTask, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';

describe('a task that is fixed to a time', () => {
  const goLive = aGoLive();
  const words = (lasts: number, given: Partial<Parameters<typeof aTask>[0]> = {}) => {
    const rows = rowsWith({
      goLive: [goLive],
      task: [
        aTask({ id: idOf(1), startOffset: 0, durationMs: lasts }),
        aTask({ id: idOf(2), startOffset: 2 * HOUR, durationMs: HOUR, timing: 'fixed', ...given }),
      ],
      link: [aLink(idOf(1), idOf(2))],
    });
    const line = taskLines(rows, goLive, T_ZERO - HOUR).find(({ task }) => task.id === idOf(2));
    return line && [missedTimeWords(line, 'UTC'), missedTimeInShort(line, 'UTC')];
  };
  test('tells the time and by how much it misses it', () => {
    const at = new Date(T_ZERO + 2 * HOUR).toISOString().slice(11, 16);
    expect(words(4 * HOUR)).toEqual([`cannot start at its fixed time ${at}, 2 h late`, `fixed ${at}, 2 h late`]);
  });
  test('says nothing while it can be kept, when it is not fixed, and once it is closed', () => {
    expect(words(HOUR)).toEqual(['', '']);
    expect(words(4 * HOUR, { timing: 'not before' })).toEqual(['', '']);
    expect(words(4 * HOUR, { status: 'skipped' })).toEqual(['', '']);
  });
});
