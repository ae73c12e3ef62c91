import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inBursts } from '../../../renderer/store/in-bursts.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Takes 20 ms for each handing on. */
function slowly() {
  const handed: (readonly number[])[] = [];
  const bursts = inBursts<number>((all) => {
    handed.push(all);
    vi.advanceTimersByTime(20);
  });
  return { handed, bursts };
}

test('what arrives alone is handed on at once', () => {
  const { handed, bursts } = slowly();
  bursts.put(1);
  expect(handed).toEqual([[1]]);
});

test('what arrives in a burst is handed on together, in its order, and nothing is lost', () => {
  const { handed, bursts } = slowly();
  for (const each of [1, 2, 3, 4]) bursts.put(each);
  expect(handed).toEqual([[1]]);
  vi.advanceTimersByTime(159);
  expect(handed).toEqual([[1]]);
  vi.advanceTimersByTime(1);
  expect(handed).toEqual([[1], [2, 3, 4]]);
  vi.advanceTimersByTime(1_000);
  bursts.put(5);
  expect(handed.at(-1)).toEqual([5]);
});

test('what waits can be handed on now', () => {
  const { handed, bursts } = slowly();
  bursts.put(1);
  bursts.put(2);
  bursts.flush();
  expect(handed).toEqual([[1], [2]]);
});
