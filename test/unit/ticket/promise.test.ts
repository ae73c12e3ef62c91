import { describe, expect, test } from 'vitest';
import { defaultPromises, isDueSoon, isOverdue, ticketClocks, worstLeft } from '../../../shared/domain/ticket/promise.ts';
import type { Ticket, TicketState } from '../../../shared/domain/ticket/schema.ts';
import { aTicket, aTicketState, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const clocksAt = (minutes: number, fields: Partial<Ticket>, states: readonly TicketState[] = []) =>
  ticketClocks(rowsWith({ ticketState: states }), aTicket(fields), T_ZERO + minutes * MINUTE);

describe('promises', () => {
  test('are shorter the higher the priority', () => {
    const minutes = Object.values(defaultPromises).map(({ replyMs, resolveMs }) => [replyMs / MINUTE, resolveMs / HOUR]);
    expect(minutes).toEqual([
      [15, 4],
      [30, 8],
      [120, 24],
      [480, 72],
    ]);
  });
});

describe('clocks', () => {
  test('run from the moment the ticket was opened', () => {
    const { reply, resolve } = clocksAt(21, { priority: 1 });
    expect(reply).toEqual({ promiseMs: 15 * MINUTE, leftMs: -6 * MINUTE, state: 'running' });
    expect(resolve).toEqual({ promiseMs: 4 * HOUR, leftMs: 4 * HOUR - 21 * MINUTE, state: 'running' });
  });

  test('stop when the promise is met', () => {
    const { reply, resolve } = clocksAt(500, {
      priority: 1,
      status: 'resolved',
      repliedAt: T_ZERO + 7 * MINUTE,
      resolvedAt: T_ZERO + HOUR,
    });
    expect(reply).toMatchObject({ leftMs: 8 * MINUTE, state: 'met' });
    expect(resolve).toMatchObject({ leftMs: 3 * HOUR, state: 'met' });
  });

  test('are void on a ticket cancelled before', () => {
    const clocks = clocksAt(500, { status: 'cancelled', closedAt: T_ZERO + MINUTE });
    expect([clocks.reply.state, clocks.resolve.state, worstLeft(clocks)]).toEqual(['void', 'void', null]);
  });

  test('rest while the ticket waits, and the time waited is not counted afterwards', () => {
    const waiting = aTicketState({ status: 'waiting', occurredAt: T_ZERO + 10 * MINUTE });
    const back = aTicketState({ id: idOf(702), status: 'in progress', occurredAt: T_ZERO + 40 * MINUTE });
    const resting = clocksAt(30, { priority: 1, status: 'waiting', repliedAt: T_ZERO }, [waiting]);
    expect(resting.resolve).toMatchObject({ state: 'resting', leftMs: 4 * HOUR - 10 * MINUTE });
    const running = clocksAt(60, { priority: 1, status: 'in progress', repliedAt: T_ZERO }, [waiting, back]);
    expect(running.resolve).toMatchObject({ state: 'running', leftMs: 4 * HOUR - 30 * MINUTE });
  });

  test('the one that runs out first decides', () => {
    expect(worstLeft(clocksAt(0, { priority: 3 }))).toBe(2 * HOUR);
    expect(worstLeft(clocksAt(0, { priority: 3, repliedAt: T_ZERO }))).toBe(24 * HOUR);
  });

  test('under half an hour is soon, under nothing is over', () => {
    expect([isDueSoon(clocksAt(90, { priority: 3 })), isDueSoon(clocksAt(91, { priority: 3 }))]).toEqual([false, true]);
    expect([isOverdue(clocksAt(120, { priority: 3 })), isOverdue(clocksAt(121, { priority: 3 }))]).toEqual([false, true]);
    expect(isDueSoon(clocksAt(9_999, { status: 'closed', resolvedAt: T_ZERO, repliedAt: T_ZERO }))).toBe(false);
  });
});
