import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketFigures } from '../../../shared/domain/ticket/figures.ts';
import { flowSpan, ticketFlow } from '../../../shared/domain/ticket/flow.ts';
import { type Ticket, ticketStatuses } from '../../../shared/domain/ticket/schema.ts';
import { aPerson, aTicket, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const many = (...fields: Partial<Ticket>[]) => fields.map((each, at) => aTicket({ id: idOf(500 + at), ref: `TKT-${at}`, ...each }));
const DAY = 24 * HOUR;

test('open tickets are counted by priority and department, all by status', () => {
  const ticket = many(
    { priority: 1, department: 'Warehouse', assigneeId: aPerson().id },
    { priority: 3, department: 'Finance', repliedAt: T_ZERO, status: 'waiting' },
    { priority: 3, department: 'Finance', repliedAt: T_ZERO, status: 'in progress' },
    { priority: 2, department: 'Finance', repliedAt: T_ZERO, resolvedAt: T_ZERO, status: 'resolved' },
    { priority: 4 },
  );
  const figures = ticketFigures(rowsWith({ ticket }), T_ZERO + 16 * MINUTE);
  expect(figures).toEqual({
    all: 5,
    open: 4,
    unowned: 3,
    overdue: 1,
    openByPriority: { 1: 1, 2: 0, 3: 2, 4: 1 },
    openByDepartment: [
      { name: 'Finance', count: 2 },
      { name: '', count: 1 },
      { name: 'Warehouse', count: 1 },
    ],
    byStatus: { new: 2, triaged: 0, 'in progress': 1, waiting: 1, resolved: 1, closed: 0, cancelled: 0 },
  });
});

describe('flow', () => {
  test('counts what came and went in each span, and what was open at its end', () => {
    const tickets = many(
      { openedAt: T_ZERO - HOUR },
      { openedAt: T_ZERO - HOUR, status: 'closed', resolvedAt: T_ZERO - 30 * MINUTE, closedAt: T_ZERO + 5 * MINUTE },
      { openedAt: T_ZERO + MINUTE },
      { openedAt: T_ZERO + 14 * MINUTE, status: 'resolved', resolvedAt: T_ZERO + 20 * MINUTE },
      { openedAt: T_ZERO + 31 * MINUTE, status: 'cancelled', closedAt: T_ZERO + 32 * MINUTE },
    );
    expect(ticketFlow(tickets, T_ZERO, T_ZERO + 44 * MINUTE, 15 * MINUTE)).toEqual([
      { from: T_ZERO, logged: 2, left: 0, open: 3 },
      { from: T_ZERO + 15 * MINUTE, logged: 0, left: 1, open: 2 },
      { from: T_ZERO + 30 * MINUTE, logged: 1, left: 1, open: 2 },
    ]);
  });

  test('ends with as many open as there are', () => {
    const one = fc.record({
      openedAt: fc.integer({ min: -90, max: 90 }),
      length: fc.integer({ min: -20, max: 60 }),
      status: fc.constantFrom(...ticketStatuses),
    });
    fc.assert(
      fc.property(fc.array(one), (given) => {
        const tickets = given.map(({ openedAt, length, status }) => {
          const opened = T_ZERO + openedAt * MINUTE;
          return aTicket({ openedAt: opened, status, resolvedAt: opened + length * MINUTE });
        });
        const flow = ticketFlow(tickets, T_ZERO, T_ZERO + 151 * MINUTE, 15 * MINUTE);
        expect(flow.at(-1)?.open).toBe(
          ticketFigures(rowsWith({ ticket: tickets.map((each, at) => ({ ...each, id: idOf(at) })) }), T_ZERO).open,
        );
      }),
    );
  });

  test('is drawn since T-0 once tickets come after it, in spans that keep it readable', () => {
    const after = many({ openedAt: T_ZERO - DAY }, { openedAt: T_ZERO + MINUTE });
    expect(flowSpan(after, T_ZERO, T_ZERO + 2 * HOUR)).toEqual({ from: T_ZERO, bucketMs: 15 * MINUTE, sinceTZero: true });
    expect(flowSpan(after, T_ZERO, T_ZERO + 28 * DAY)).toEqual({ from: T_ZERO, bucketMs: DAY, sinceTZero: true });
    expect(flowSpan(many({ openedAt: T_ZERO - 50 * MINUTE }), T_ZERO, T_ZERO)).toMatchObject({ from: T_ZERO - HOUR, sinceTZero: false });
    expect(flowSpan([], T_ZERO, T_ZERO)).toBeNull();
  });

  test('has at most 32 spans, however old the tickets are, and the last holds now', () => {
    fc.assert(
      fc.property(fc.nat(Date.UTC(2199, 0, 1)), fc.nat(Date.UTC(2199, 0, 1)), (openedAt, now) => {
        const span = flowSpan([aTicket({ openedAt })], T_ZERO, now);
        expect(span === null).toBe(openedAt > now);
        if (!span) return;
        const flow = ticketFlow([aTicket({ openedAt })], span.from, now, span.bucketMs);
        expect(flow.length).toBeGreaterThan(0);
        expect(flow.length).toBeLessThanOrEqual(33);
        expect(now - (flow.at(-1)?.from ?? 0)).toBeLessThan(span.bucketMs);
      }),
    );
  });
});
