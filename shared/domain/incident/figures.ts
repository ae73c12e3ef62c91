/** What follows from the incidents: which are open, how long things took, what comes next on each. */
import type { Rows } from '../tables.ts';
import type { Incident } from './schema.ts';

/** What each mean time is measured between, in the words shown beside it. */
export const timeWords = {
  detect: { short: 'MTTD', words: 'impact began to detected' },
  acknowledge: { short: 'MTTA', words: 'detected to acknowledged' },
  restore: { short: 'MTTR', words: 'detected to resolved' },
} as const;
export type TimeTo = keyof typeof timeWords;

export interface MeanTime {
  /** Milliseconds; null while no incident has it. */
  readonly meanMs: number | null;
  /** How many incidents the mean is over. */
  readonly of: number;
}

export interface IncidentFigures {
  readonly all: number;
  /** Not yet resolved, mitigated ones included. */
  readonly open: number;
  readonly openBySeverity: Readonly<Record<1 | 2 | 3 | 4, number>>;
  readonly times: Readonly<Record<TimeTo, MeanTime>>;
}

export function incidentFigures(rows: Pick<Rows, 'incident'>): IncidentFigures {
  const all = [...rows.incident.values()];
  const open = all.filter(isOpen);
  const bySeverity = (severity: number) => open.filter((incident) => incident.severity === severity).length;
  return {
    all: all.length,
    open: open.length,
    openBySeverity: { 1: bySeverity(1), 2: bySeverity(2), 3: bySeverity(3), 4: bySeverity(4) },
    times: { detect: meanTime(all, 'detect'), acknowledge: meanTime(all, 'acknowledge'), restore: meanTime(all, 'restore') },
  };
}

export function isOpen(incident: Pick<Incident, 'status'>): boolean {
  return incident.status === 'open' || incident.status === 'mitigated';
}

/** Worst first: open before resolved before closed, then by severity, then the one detected first; ended ones newest first. */
export function worstFirst(a: Incident, b: Incident): number {
  const stage = stageOf(a) - stageOf(b);
  if (stage !== 0) return stage;
  if (stageOf(a) > 0) return b.detectedAt - a.detectedAt;
  return a.severity - b.severity || a.detectedAt - b.detectedAt;
}

/** Milliseconds one incident took; null while either end is missing. */
export function timeTo(incident: Incident, what: TimeTo): number | null {
  const { impactAt, detectedAt, acknowledgedAt, resolvedAt } = incident;
  const ends = { detect: [impactAt, detectedAt], acknowledge: [detectedAt, acknowledgedAt], restore: [detectedAt, resolvedAt] } as const;
  const [from, to] = ends[what];
  return from === null || to === null ? null : to - from;
}

/** How long it has been open, or was until resolved, in ms. */
export function openFor(incident: Pick<Incident, 'detectedAt' | 'resolvedAt'>, now: number): number {
  return Math.max(0, (incident.resolvedAt ?? now) - incident.detectedAt);
}

export type Milestone = 'acknowledge' | 'mitigate' | 'resolve' | 'close';

/** The milestone that comes next; null when it is closed. */
export function nextMilestone(incident: Pick<Incident, 'status' | 'acknowledgedAt'>): Milestone | null {
  if (incident.status === 'open') return incident.acknowledgedAt === null ? 'acknowledge' : 'mitigate';
  if (incident.status === 'mitigated') return 'resolve';
  return incident.status === 'resolved' ? 'close' : null;
}

function stageOf({ status }: Incident): number {
  if (status === 'closed') return 2;
  return status === 'resolved' ? 1 : 0;
}

function meanTime(incidents: readonly Incident[], what: TimeTo): MeanTime {
  const times = incidents.map((incident) => timeTo(incident, what)).filter((time) => time !== null);
  return { meanMs: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length, of: times.length };
}
