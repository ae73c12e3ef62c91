import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startFrom, useLive } from '../../../renderer/store/live.ts';
import { iAm, whoSitsHere } from '../../../renderer/store/me.ts';
import { aGoLive, aPerson, goLiveId, idOf, rowsWith } from '../../support/builders.ts';

const kept = new Map<string, string>();
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

test('who said who they are is known by name in a drill of the same go-live, and nowhere else', () => {
  const real = rowsWith({ goLive: [aGoLive()], person: [aPerson({ id: idOf(100), name: 'Maria Lopez' })] });
  startFrom({ goLiveId, rows: real, seq: 1, entries: [], role: 'manager', me: null });
  iAm(idOf(100));
  expect(useLive.getState().me).toBe(idOf(100));
  const copies = [aPerson({ id: idOf(200), name: 'Jonas Weber' }), aPerson({ id: idOf(201), name: 'Maria Lopez' })];
  const runId = idOf(1);
  const run = (rehearsalOf: string) =>
    rowsWith({ goLive: [aGoLive({ id: runId, goLiveId: runId, kind: 'drill', rehearsalOf })], person: copies });
  expect(whoSitsHere(run(idOf(7)), runId)).toBeNull();
  expect(whoSitsHere(run(goLiveId), runId)).toBe(idOf(201));
  expect(kept.get(`gantry-me-${runId}`)).toBe(idOf(201)); // so that the host can be told before anything is open
});

test('where somebody said that nobody sits here, nobody does, also in a drill', () => {
  kept.set(`gantry-name-${goLiveId}`, 'Maria Lopez');
  const rows = rowsWith({
    goLive: [aGoLive({ id: idOf(1), goLiveId: idOf(1), kind: 'drill', rehearsalOf: goLiveId })],
    person: [aPerson({ id: idOf(201), name: 'Maria Lopez' })],
  });
  startFrom({ goLiveId: idOf(1), rows, seq: 1, entries: [], role: 'manager', me: whoSitsHere(rows, idOf(1)) });
  expect(useLive.getState().me).toBe(idOf(201));
  iAm(null);
  expect(whoSitsHere(rows, idOf(1))).toBeNull();
});
