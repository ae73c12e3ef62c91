/** Where added rows come to stand when positions do not rise along the plan. */
import { expect, test } from 'vitest';
import { positionsOf } from '../../../shared/domain/runbook/exchange/placing.ts';
import { planOrder } from '../../../shared/domain/runbook/plan/order.ts';
import { idOf, rowsWith } from '../../support/builders.ts';
import { task } from './plans.ts';

test('a row behind a group that an earlier task moves into stands behind the group', () => {
  const wave = task(3, { kind: 'group', position: 3_000 });
  const moved = task(1, { position: 1_000, parentId: wave.id });
  const all = [moved, task(2, { position: 2_000 }), wave, task(4, { position: 4_000 })];
  const fresh = task(9);
  const positions = positionsOf(rowsWith({ task: all }), [{ task: fresh, behindId: wave.id }]);
  const placed = [...all, fresh].map((each) => ({ ...each, position: positions.get(each.id) ?? each.position }));
  expect(new Set(placed.map(({ position }) => position)).size).toBe(5);
  expect(planOrder(rowsWith({ task: placed })).map(({ task: { id } }) => id)).toEqual([2, 3, 1, 9, 4].map((n) => idOf(n)));
});
