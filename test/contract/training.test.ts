import { beforeAll, expect, test } from 'vitest';
import { coverage, percentTrained } from '../../shared/domain/training/coverage.ts';
import { makeDeployGoLive, rowOf } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

const HOUR = 3_600_000;

eachHost((at) => {
  let goLiveId = '';
  let courseId = '';
  beforeAll(async () => {
    const client = at().join();
    goLiveId = await makeDeployGoLive(client);
    const people = Array.from({ length: 6 }, (_, index) => ({ name: `Clerk ${index}`, department: 'Warehouse' }));
    await client.roster.addPeople.mutate({ goLiveId, people });
    courseId = await rowOf(client.training.addCourse.mutate({ goLiveId, title: 'Handheld scan' }));
  });
  const rows = () => at().host.record.rows(goLiveId);
  const lastSeq = () => at().host.record.journal.last().seq;
  const seats = () => [...rows().seat.values()].filter((seat) => seat.courseId === courseId);
  const statuses = () => seats().map(({ status }) => status);
  const session = (hoursFromNow: number, capacity: number) => {
    const startsAt = Date.now() + hoursFromNow * HOUR;
    return rowOf(
      at()
        .join('member')
        .training.addSession.mutate({ goLiveId, courseId, startsAt, endsAt: startsAt + HOUR, capacity }),
    );
  };

  test('a department needs a course, is booked up to the seats there are, and attends', async () => {
    const client = at().join('member');
    const { training } = client;
    expect(await training.needCourse.mutate({ goLiveId, courseId, department: 'Warehouse' })).toMatchObject({ ok: true });
    expect(statuses()).toEqual(Array.from({ length: 6 }, () => 'needed'));
    const held = await session(-3, 4);
    const booked = await training.bookSeat.mutate({ goLiveId, sessionId: held, department: 'Warehouse' });
    expect(booked).toMatchObject({ ok: true });
    expect(at().host.record.journal.at(lastSeq())).toMatchObject({
      action: 'seat.book',
      note: '2 still without a seat: the session is full',
    });
    const marks = seats()
      .filter(({ sessionId }) => sessionId === held)
      .map(({ id }, index) => ({ seatId: id, status: index === 0 ? ('absent' as const) : ('attended' as const) }));
    expect(await training.markSeat.mutate({ goLiveId, marks })).toMatchObject({ ok: true });
    expect(percentTrained(coverage(rows(), 'department').byCourse.get(courseId) ?? { attended: 0, needed: 0 })).toBe(50);
    if (booked.ok) {
      const undone = await client.journal.undo.mutate({ goLiveId, seq: booked.seq });
      expect(undone).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    }
    expect(await training.cancelSession.mutate({ goLiveId, sessionId: held, reason: 'x' })).toMatchObject({
      refusal: { code: 'took-place' },
    });
  });

  test('a cancelled session leaves its people without a seat, says how many, and can be taken back', async () => {
    const client = at().join('member');
    const { training } = client;
    const next = await session(3, 2);
    const waiting = seats().filter(({ status }) => status === 'needed');
    const personIds = waiting.slice(0, 2).map(({ personId }) => personId);
    expect(await training.bookSeat.mutate({ goLiveId, sessionId: next, personIds })).toMatchObject({ ok: true });
    const full = await training.bookSeat.mutate({ goLiveId, sessionId: next, everyone: true });
    expect(full).toMatchObject({ ok: false, refusal: { code: 'full' } });
    const off = await training.cancelSession.mutate({ goLiveId, sessionId: next, reason: 'Trainer is ill' });
    expect(at().host.record.journal.at(lastSeq())?.note).toBe('Trainer is ill\n2 booked people need another seat');
    expect(seats().filter(({ sessionId }) => sessionId === next)).toEqual([]);
    if (off.ok) expect(await client.journal.undo.mutate({ goLiveId, seq: off.seq })).toMatchObject({ ok: true });
    expect(seats().filter(({ sessionId }) => sessionId === next)).toHaveLength(2);
    const seatIds = seats().flatMap((seat) => (seat.sessionId === next ? [seat.id] : []));
    expect(await training.unbookSeat.mutate({ goLiveId, seatIds })).toMatchObject({ ok: true });
    expect(await training.editSession.mutate({ goLiveId, sessionId: next, capacity: 0 })).toMatchObject({ ok: true, rowId: next });
    expect(await training.editCourse.mutate({ goLiveId, courseId, isRequired: false })).toMatchObject({ ok: true, rowId: courseId });
  });

  test('a viewer changes nothing', async () => {
    await expect(at().join('viewer').training.addCourse.mutate({ goLiveId, title: 'X' })).rejects.toThrow(/needs the role member/);
  });

  test('garbage is refused and nothing is written', async () => {
    const { training } = at().join('member');
    const seq = lastSeq();
    const unknown = '01930000-0000-7000-8000-000000000099';
    const now = Date.now();
    const times = { courseId, startsAt: now, endsAt: now + HOUR, capacity: 5 };
    const nonsense: readonly Promise<unknown>[] = [
      training.addCourse.mutate({ goLiveId, title: '' }),
      training.addCourse.mutate({ goLiveId, title: 'X', detail: 'x'.repeat(1_000_000) }),
      training.addCourse.mutate({ goLiveId, title: 'X', isRequired: 'yes' as never }),
      training.addSession.mutate({ goLiveId, ...times, startsAt: Date.UTC(99_999, 0) }),
      training.addSession.mutate({ goLiveId, ...times, startsAt: '2026-11-21' as never }),
      training.addSession.mutate({ goLiveId, ...times, capacity: -1 }),
      training.addSession.mutate({ goLiveId, ...times, capacity: 1.5 }),
      training.editSession.mutate({ goLiveId, sessionId: 'x' }),
      training.cancelSession.mutate({ goLiveId, sessionId: unknown, reason: ' ' }),
      training.needCourse.mutate({ goLiveId, courseId, personIds: ['me'] }),
      training.needCourse.mutate({ goLiveId, courseId, department: '' }),
      training.bookSeat.mutate({ goLiveId, sessionId: unknown, personIds: Array.from({ length: 5_001 }, () => unknown) }),
      training.markSeat.mutate({ goLiveId, marks: [] }),
      training.markSeat.mutate({ goLiveId, marks: [{ seatId: unknown, status: 'passed' as never }] }),
      training.unbookSeat.mutate({ goLiveId, seatIds: [] }),
    ];
    for (const asked of nonsense) await expect(asked).rejects.toThrow(/Nothing was changed\.$/);
    const refused = [
      await training.addSession.mutate({ goLiveId, ...times, endsAt: now }),
      await training.addSession.mutate({ goLiveId, ...times, courseId: unknown }),
      await training.editCourse.mutate({ goLiveId, courseId: unknown, title: 'X' }),
      await training.needCourse.mutate({ goLiveId, courseId, personIds: [unknown] }),
      await training.bookSeat.mutate({ goLiveId, sessionId: unknown, everyone: true }),
      await training.markSeat.mutate({ goLiveId, marks: [{ seatId: unknown, status: 'attended' }] }),
      await training.unbookSeat.mutate({ goLiveId, seatIds: [unknown] }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(refused).toEqual([
      'ends-before',
      'unknown-course',
      'unknown-course',
      'unknown-person',
      'unknown-session',
      'unknown-seat',
      'unknown-seat',
    ]);
    expect(lastSeq()).toBe(seq);
  });

  test('the record is proven afterwards', () => {
    expect(at().host.record.verify().faults).toEqual([]);
  });
});
