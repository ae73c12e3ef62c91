import { describe, expect, test } from 'vitest';
import { mapGraph } from '../../../renderer/boards/runbook/map/map-graph.ts';
import { nextOnMap } from '../../../renderer/boards/runbook/map/walk.ts';
import { leadUp, remainingOf } from '../../../renderer/boards/runbook/views/lead-up.ts';
import { wallFacts, worstOf } from '../../../renderer/boards/wall/wall-facts.ts';
import type { Link } from '../../../shared/domain/runbook/schema.ts';
import { removeView, saveView } from '../../../shared/domain/runbook/views.ts';
import { anAct, changesOf, goLiveId, idOf, MINUTE, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aLine } from './lines.ts';

const link = (from: number, to: number): Link => ({
  id: idOf(5_000 + from * 50 + to),
  goLiveId,
  fromId: idOf(from),
  toId: idOf(to),
  kind: 'FS',
  lagMs: 0,
});

/** Tasks 1 to 6 in a chain, of two streams by turns. */
const lines = Array.from({ length: 6 }, (_, at) => aLine(at + 1, at * 10, at * 10 + 10, { task: { stream: at % 2 ? 'Data' : 'Web' } }));
const rows = rowsWith({ task: lines.map(({ task }) => task), link: [1, 2, 3, 4, 5].map((at) => link(at, at + 1)) });
const byStream = ({ task }: (typeof lines)[number]) => task.stream;
const refs = (graph: ReturnType<typeof mapGraph>) => graph.nodes.map(({ line, id }) => line?.task.ref ?? id);

describe('the node map', () => {
  test('shows every task and link while they can be read', () => {
    const graph = mapGraph(rows, lines, null, 3, byStream);
    expect(graph).toMatchObject({ kind: 'all', hidden: 0 });
    expect(graph.edges).toHaveLength(5);
  });

  test('shows groups with the number of links between them where there are too many tasks', () => {
    const graph = mapGraph(rows, lines, null, 3, byStream, 4);
    expect(graph.kind).toBe('groups');
    expect(graph.edges.map(({ from, to, word }) => [from, to, word])).toEqual([
      ['Web', 'Data', '3'],
      ['Data', 'Web', '2'],
    ]);
  });

  test('shows what stands within so many links of a task, and how many are left out', () => {
    const graph = mapGraph(rows, lines, idOf(3), 1, byStream, 4);
    expect(refs(graph)).toEqual(['T-002', 'T-003', 'T-004']);
    expect(graph).toMatchObject({ kind: 'around', hidden: 3 });
  });

  test('is walked along links by arrow keys', () => {
    const graph = mapGraph(rows, lines, null, 3, byStream);
    const layout = {
      places: new Map(lines.map(({ task }, at) => [task.id, { x: at * 100, y: 0 }])),
      ways: new Map(),
      width: 600,
      height: 60,
    };
    expect(nextOnMap(graph, layout, idOf(2), 'next')?.id).toBe(idOf(3));
    expect(nextOnMap(graph, layout, idOf(2), 'previous')?.id).toBe(idOf(1));
    expect(nextOnMap(graph, layout, idOf(6), 'next')).toBeNull();
    expect(nextOnMap(graph, layout, null, 'next')?.id).toBe(idOf(1));
  });
});

describe('the list until a goal task', () => {
  test('holds everything that leads to it and nothing after', () => {
    expect([...leadUp(rows, idOf(3))].sort()).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('what a group waits for must happen before its tasks, and a group is waited for whole', () => {
    const grouped = [
      aLine(1, 0, 10),
      aLine(2, 10, 20, { task: { kind: 'group' } }),
      aLine(3, 10, 20, { task: { parentId: idOf(2) } }),
      aLine(4, 20, 30),
    ];
    const known = rowsWith({ task: grouped.map(({ task }) => task), link: [link(1, 2), link(2, 4)] });
    expect(leadUp(known, idOf(3)).has(idOf(1))).toBe(true);
    expect(leadUp(known, idOf(4)).has(idOf(3))).toBe(true);
  });

  test('counts the work that is left from now on', () => {
    const left = remainingOf([aLine(1, 0, 10, { task: { status: 'finished' } }), aLine(2, 0, 30), aLine(3, 20, 50)], T_ZERO + 10 * MINUTE);
    expect(left).toEqual({ tasks: 3, closed: 1, workMs: 50 * MINUTE, endsAt: T_ZERO + 50 * MINUTE });
  });
});

describe('the wall', () => {
  const now = T_ZERO;
  const live = { kind: 'live' } as const;
  test('tells what starts, ends and is expected to clear within the hour, in the order of time', () => {
    const facts = wallFacts(
      [
        aLine(1, 30, 40),
        aLine(2, -10, 20, { task: { status: 'in progress', actualStart: T_ZERO - 10 * MINUTE }, state: 'in progress' }),
        aLine(3, 0, 50, { task: { status: 'blocked', clearsAt: T_ZERO + 15 * MINUTE }, state: 'blocked' }),
        aLine(4, 90, 95),
      ],
      live,
      now,
    );
    expect(facts.nextHour.map(({ line, what }) => `${line.task.ref} ${what}`)).toEqual(['T-003 clears', 'T-002 ends', 'T-001 starts']);
  });

  test('what is stopped outranks what is late, and nothing wrong is said as nothing', () => {
    const late = aLine(1, 0, 10, { isLate: true, times: { slip: 20 * MINUTE } });
    const blocked = aLine(2, 0, 10, { task: { status: 'blocked', reason: 'certificate' }, state: 'blocked' });
    expect(worstOf(wallFacts([late, blocked], live, now))).toMatchObject({ isStop: true, because: 'certificate' });
    expect(worstOf(wallFacts([late], live, now))).toMatchObject({ isStop: false, because: 'at most +20 min, T-001' });
    expect(worstOf(wallFacts([aLine(3, 0, 10)], live, now))).toBeNull();
  });
});

describe('saved views', () => {
  test('the same name, however it is written, is given the new look', () => {
    const first = rowsAfter(rows, saveView(rows, { name: 'Late in Data', query: 'show=late' }, anAct()));
    const again = rowsAfter(first, saveView(first, { name: 'late in data', query: 'show=open' }, anAct()));
    expect([...again.savedView.values()]).toMatchObject([{ name: 'late in data', query: 'show=open', savedBy: 'M. Okoro' }]);
    const [view] = again.savedView.values();
    expect(changesOf(removeView(again, { viewId: view?.id ?? '' }))).toHaveLength(1);
  });

  test('one that is gone cannot be removed', () => {
    expect(refusalOf(removeView(rows, { viewId: idOf(1) }))).toBe('unknown-view');
  });
});
