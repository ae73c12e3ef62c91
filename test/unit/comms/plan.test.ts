import { expect, test } from 'vitest';
import { lateWords, messageLines, overdueMessages } from '../../../shared/domain/comms/plan.ts';
import type { Announcement } from '../../../shared/domain/comms/schema.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { aGoLive, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const now = T_ZERO + HOUR;
const telling = (number: number, given: Partial<Task> = {}) =>
  aTask({ id: idOf(number), ref: `T-00${number}`, kind: 'communication', position: number, durationMs: 10 * MINUTE, ...given });
const words = { goLiveId, template: '', audience: '', channel: 'mail', subject: 'S', content: '', sentBy: '', sentAt: null } as const;
const message = (number: number, given: Partial<Announcement> = {}): Announcement => ({
  ...words,
  id: idOf(100 + number),
  taskId: idOf(number),
  ...given,
});

test('the plan stands in the order of the clock, each message with how it stands', () => {
  const closed = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO } as const;
  const goLive = aGoLive({ stage: 'cutover' });
  const rows = rowsWith({
    goLive: [goLive],
    task: [
      telling(1, { startOffset: 2 * HOUR }),
      telling(2, { startOffset: 30 * MINUTE }),
      telling(3, { startOffset: 55 * MINUTE }),
      telling(4, { startOffset: -HOUR, ...closed }),
      telling(5, { startOffset: -30 * MINUTE, ...closed }),
      telling(6, { startOffset: 3 * HOUR, status: 'skipped', actualEnd: T_ZERO }),
      telling(7, { startOffset: 4 * HOUR }),
      telling(8, { runIn: 'mock only' }),
    ],
    announcement: [
      ...[1, 2, 3, 5, 6, 8].map((number) => message(number)),
      message(4, { sentAt: T_ZERO - HOUR, sentBy: 'Ann' }),
      message(9, { taskId: null }),
    ],
  });
  const lines = messageLines(rows, goLive, scheduleOf(rows, goLive, now), now);
  expect(lines.map(({ task, state }) => `${task?.ref ?? 'not planned'} ${state}`)).toEqual([
    'T-004 sent',
    'T-005 left open',
    'T-002 late',
    'T-003 due',
    'T-001 waiting',
    'T-006 not needed',
    'T-007 waiting',
    'not planned any time',
  ]);
  expect(lines.find(({ task }) => task?.ref === 'T-007')).toMatchObject({ announcement: null, id: idOf(7) });
  expect(overdueMessages(lines).map(({ task }) => task?.ref)).toEqual(['T-005', 'T-002']);
  expect(lines.map(lateWords).filter(Boolean)).toEqual(['30 m late']);
});
