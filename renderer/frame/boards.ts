/** The boards of a go-live, in the order of the rail. Each is loaded when it is first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Rows } from '../../shared/domain/tables.ts';
import { railCounts } from './rail-counts.ts';

export interface Board {
  /** As in the address. */
  readonly key: string;
  readonly title: string;
  readonly Show: LazyExoticComponent<ComponentType>;
  /** What still wants somebody on that board; 0 shows nothing. */
  readonly count: (rows: Rows) => number;
}

function board(key: string, title: string, count: Board['count'], load: () => Promise<ComponentType>): Board {
  return { key, title, count, Show: lazy(async () => ({ default: await load() })) };
}

const none = () => 0;

/** Groups are divided by a line in the rail. */
export const boardGroups: readonly (readonly Board[])[] = [
  [
    board('overview', 'Overview', none, async () => (await import('../boards/overview/board.tsx')).OverviewBoard),
    board('runbook', 'Runbook', railCounts.runbook, async () => (await import('../boards/runbook/board.tsx')).RunbookBoard),
    board('mine', 'Mine', none, async () => (await import('../boards/mine/board.tsx')).MineBoard),
    board('readiness', 'Readiness', railCounts.readiness, async () => (await import('../boards/readiness/board.tsx')).ReadinessBoard),
    board('test', 'Tests', railCounts.test, async () => (await import('../boards/test/board.tsx')).TestBoard),
    board('gate', 'Gate', railCounts.gate, async () => (await import('../boards/gate/board.tsx')).GateBoard),
    board('rollback', 'Rollback', railCounts.rollback, async () => (await import('../boards/rollback/board.tsx')).RollbackBoard),
  ],
  [
    board('incident', 'Incidents', railCounts.incident, async () => (await import('../boards/incident/board.tsx')).IncidentBoard),
    board('ticket', 'Tickets', railCounts.ticket, async () => (await import('../boards/ticket/board.tsx')).TicketBoard),
    board('comms', 'Messages', railCounts.comms, async () => (await import('../boards/comms/board.tsx')).CommsBoard),
    board('timeline', 'Timeline', none, async () => (await import('../boards/timeline/board.tsx')).TimelineBoard),
  ],
  [
    board('rehearsal', 'Rehearsals', none, async () => (await import('../boards/rehearsal/board.tsx')).RehearsalBoard),
    board('training', 'Training', railCounts.training, async () => (await import('../boards/training/board.tsx')).TrainingBoard),
    board('roster', 'Roster', none, async () => (await import('../boards/roster/board.tsx')).RosterBoard),
    board('playbook', 'Playbook', none, async () => (await import('../boards/playbook/board.tsx')).PlaybookBoard),
    board('wall', 'Wall', none, async () => (await import('../boards/wall/board.tsx')).WallBoard),
    board('closure', 'Closure', railCounts.closure, async () => (await import('../boards/closure/board.tsx')).ClosureBoard),
  ],
];

export const boards: readonly Board[] = boardGroups.flat();
