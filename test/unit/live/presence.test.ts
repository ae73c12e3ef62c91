import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EDIT_LASTS_MS, openPresence } from '../../../electron/app/presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const screen = (sessionId: string) => ({ sessionId, goLiveId: 'g', personId: null, role: 'member' as const, since: 0 });

test('who edits is told once for each change, and forgotten when it is not said again', () => {
  const presence = openPresence();
  const leave = presence.enter(screen('s'));
  let rung = 0;
  presence.onChange(() => {
    rung += 1;
  });
  presence.edit('s', 'g', ['a', 'b']);
  vi.advanceTimersByTime(EDIT_LASTS_MS - 1);
  presence.edit('s', 'g', ['a', 'b']);
  expect(rung).toBe(1);
  vi.advanceTimersByTime(EDIT_LASTS_MS - 1);
  expect(presence.editedBy('s', 'g')).toEqual(['a', 'b']);
  vi.advanceTimersByTime(1);
  expect(presence.editedBy('s', 'g')).toEqual([]);
  expect(rung).toBe(2);
  leave();
  expect(vi.getTimerCount()).toBe(0);
});

test('it ends with the last screen of a session, and only screens in the room can say it', () => {
  const presence = openPresence();
  presence.edit('s', 'g', ['a']);
  expect(presence.editedBy('s', 'g')).toEqual([]);
  const [one, two] = [presence.enter(screen('s')), presence.enter(screen('s'))];
  presence.edit('s', 'g', ['a']);
  expect(presence.editedBy('s', 'other')).toEqual([]);
  one();
  expect(presence.editedBy('s', 'g')).toEqual(['a']);
  two();
  expect(presence.editedBy('s', 'g')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
