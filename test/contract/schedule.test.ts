import { beforeAll, expect, test, vi } from 'vitest';
import { runDueActs } from '../../electron/app/clockwork.ts';
import { oddsOf } from '../../electron/app/odds.ts';
import { newId } from '../../electron/record/new-id.ts';
import { forecastErrors } from '../../shared/domain/runbook/forecasts.ts';
import type { Client } from '../support/hosts.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../support/record.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half an hour away from the full hours of the real clock, by which the host keeps forecasts too. */
const BEGAN = NOW + ((Date.now() + HOUR / 2) % HOUR);

eachHost((at) => {
  const goLive = aGoLive({ stage: 'cutover', startedAt: BEGAN, tZeroAt: BEGAN, windowEnd: Date.now() + 5 * 24 * HOUR });
  const first = aTask(goLive.id, { startOffset: null, durationMs: 4 * HOUR });
  const second = aTask(goLive.id, { ref: 'T-002', startOffset: null, durationMs: HOUR });
  let client: Client;

  beforeAll(() => {
    client = at().join();
    const changes = [insertGoLive(goLive), insertTask(first), insertTask(second)];
    at().host.record.commit({
      goLiveId: goLive.id,
      at: NOW,
      occurredAt: NOW,
      actor: 'Desk',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    });
  });
  const rows = () => at().host.record.rows(goLive.id);

  test('the odds know of every act so far', async () => {
    const before = await client.schedule.odds.query({ goLiveId: goLive.id });
    expect(before).toMatchObject({ ok: true, odds: { runs: 1_000, inWindow: 1 } });
    const act = await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: first.id, durationMs: 8 * HOUR });
    const after = await client.schedule.odds.query({ goLiveId: goLive.ref });
    if (!before.ok || !after.ok || !act.ok) throw new Error('refused');
    expect(after.seq).toBe(act.seq);
    expect((after.odds?.p50At ?? 0) - (before.odds?.p50At ?? 0)).toBeGreaterThan(3 * HOUR);
    expect(after.odds?.drivers[0]?.[0]).toBe(first.id);
    expect(after.odds?.fan.length).toBe(19);
    expect(oddsOf(at().host.record).newest(goLive.id)?.seq).toBe(act.seq);
  });

  test('two who ask at once get one simulation', async () => {
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: first.id, durationMs: 4 * HOUR });
    const keeper = oddsOf(at().host.record);
    const [one, other] = await Promise.all([keeper.current(goLive.id, NOW), keeper.current(goLive.id, NOW)]);
    expect(one).toBe(other);
  });

  test('only a manager takes back what only a manager does', async () => {
    const set = await client.rollback.setTarget.mutate({ goLiveId: goLive.id, targetMs: HOUR });
    if (!set.ok) throw new Error(set.refusal.reason);
    const undo = { goLiveId: goLive.id, seq: set.seq };
    expect(await at().join('member').journal.undo.mutate(undo)).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
    expect(await client.journal.undo.mutate(undo)).toMatchObject({ ok: true });
  });

  test('a go-live that is not there has no odds', async () => {
    expect(await client.schedule.odds.query({ goLiveId: 'GL-999' })).toMatchObject({ ok: false, refusal: { code: 'unknown-go-live' } });
  });

  test('a baseline is frozen and removed, a calendar set and removed', async () => {
    await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId: second.id, startOffset: 0 });
    const frozen = await client.schedule.freezeBaseline.mutate({ goLiveId: goLive.id, name: 'Signed' });
    if (!frozen.ok) throw new Error(frozen.refusal.reason);
    expect([...rows().baseline.values()]).toMatchObject([{ name: 'Signed', spans: [[second.id, BEGAN, BEGAN + HOUR]] }]);
    expect(await client.schedule.removeBaseline.mutate({ goLiveId: goLive.id, baselineId: frozen.rowId as string })).toMatchObject({
      ok: true,
    });
    const shifts = [{ from: 0, to: 1_440 }];
    const week = [shifts, shifts, shifts, shifts, shifts, [], []];
    const set = await client.schedule.setCalendar.mutate({ goLiveId: goLive.id, stream: 'Training', week });
    if (!set.ok) throw new Error(set.refusal.reason);
    expect([...rows().calendar.values()]).toMatchObject([{ stream: 'Training', week }]);
    expect(await client.schedule.removeCalendar.mutate({ goLiveId: goLive.id, calendarId: set.rowId as string })).toMatchObject({
      ok: true,
    });
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('each full hour of a cutover one forecast is kept, and its error is told when the finish has come', async () => {
    const ids = () => newId(NOW);
    const kept = () => [...rows().forecast.values()];
    runDueActs(at().host.record, BEGAN + HOUR - 1, ids, goLive.id);
    runDueActs(at().host.record, BEGAN + 90 * MINUTE, ids, goLive.id);
    runDueActs(at().host.record, BEGAN + HOUR + 1_000, ids, goLive.id);
    runDueActs(at().host.record, BEGAN + HOUR + 2_000, ids, goLive.id);
    await vi.waitFor(() => expect(kept()).toHaveLength(1));
    runDueActs(at().host.record, BEGAN + HOUR + 3_000, ids, goLive.id);
    runDueActs(at().host.record, BEGAN + 2 * HOUR, ids, goLive.id);
    await vi.waitFor(() => expect(kept()).toHaveLength(2));
    const [early] = kept();
    expect(early).toMatchObject({ at: BEGAN + HOUR + 1_000, closed: 0, all: 2, inWindow: 1, backMs: null });
    expect(early?.finishAt).toBe(BEGAN + 5 * HOUR + 1_000);
    expect(early?.p50At).toBeGreaterThan(BEGAN + 4 * HOUR);
    expect(forecastErrors(rows())).toEqual([]);
    for (const { id } of [first, second]) {
      const done = await client.runbook.finishTask.mutate({ goLiveId: goLive.id, taskId: id, occurredAt: BEGAN + 6 * HOUR });
      expect(done).toMatchObject({ ok: true });
    }
    expect(forecastErrors(rows())).toMatchObject([
      { errorMs: HOUR - 1_000, aheadMs: 5 * HOUR - 1_000 },
      { errorMs: 0, aheadMs: 4 * HOUR },
    ]);
    expect(at().host.record.verify().faults).toEqual([]);
  });
});
