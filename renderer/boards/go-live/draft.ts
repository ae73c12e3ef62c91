/** What was typed into the wizard, kept in this browser until the go-live is made. */
import { useState } from 'react';
import type { Complexity } from '../../../shared/domain/playbook/strategy.ts';
import type { Step } from './missing.ts';

export interface DraftPerson {
  readonly name: string;
  readonly department: string;
  /** Only from pasted lines; empty for none. */
  readonly jobRole: string;
  readonly contact: string;
  readonly roles: readonly string[];
}

export interface Draft {
  /** The step it was left at. */
  readonly step: Step;
  readonly name: string;
  readonly system: string;
  readonly release: string;
  readonly description: string;
  readonly playbookKey: string;
  readonly variation: string;
  /** Answers by condition key; one that is left out is not answered. */
  readonly conditions: Readonly<Record<string, boolean>>;
  /** Key of a strategy, empty for none; null takes the one the variation implies. */
  readonly strategy: string | null;
  readonly complexity: Complexity | null;
  /** Why it is made although no deployment is due; empty otherwise. */
  readonly despite: string;
  readonly zone: string;
  /** UTC ms; null until it is written. */
  readonly tZeroAt: number | null;
  readonly tZeroMeans: string;
  /** The window goes with T-0 until somebody writes one. */
  readonly isWindowOwn: boolean;
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  readonly people: readonly DraftPerson[];
  /** Pasted lines not taken in yet. */
  readonly pasted: string;
}

const STORED_AS = 'gantry-new-go-live';
const HOUR = 3_600_000;

/** What goes back to its beginning with another playbook. */
export const noChoices = { conditions: {}, strategy: null, complexity: null, despite: '' } as const satisfies Partial<Draft>;

export const nobody: DraftPerson = { name: '', department: '', jobRole: '', contact: '', roles: [] };

/** A window around T-0, as a first proposal. */
export function windowAround(tZeroAt: number): Pick<Draft, 'windowStart' | 'windowEnd'> {
  return { windowStart: tZeroAt - 2 * HOUR, windowEnd: tZeroAt + 6 * HOUR };
}

/** A fresh draft: tomorrow evening in the zone of this computer. */
export function freshDraft(now: number): Draft {
  const evening = new Date(now + 24 * HOUR);
  evening.setHours(22, 0, 0, 0);
  const tZeroAt = evening.getTime();
  return {
    step: 'what',
    name: '',
    system: '',
    release: '',
    description: '',
    playbookKey: '',
    variation: '',
    ...noChoices,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tZeroAt,
    tZeroMeans: '',
    isWindowOwn: false,
    ...windowAround(tZeroAt),
    people: [],
    pasted: '',
  };
}

/** The draft as it was left, or a fresh one; every change is kept at once. What was cleared can be brought back. */
export function useDraft(now: number) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...freshDraft(now), ...stored() }));
  const [cleared, setCleared] = useState<Draft | null>(null);
  const put = (next: Draft) => {
    setDraft(next);
    keep(next);
  };
  return {
    draft,
    change: (fields: Partial<Draft>) => put({ ...draft, ...fields }),
    clear: () => {
      setCleared(draft);
      put(freshDraft(now));
    },
    bringBack:
      cleared &&
      (() => {
        put(cleared);
        setCleared(null);
      }),
  };
}

export function forgetDraft(): void {
  localStorage.removeItem(STORED_AS);
}

function keep(draft: Draft): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(draft));
  } catch {
    // the browser keeps nothing for this page: the draft then lasts as long as the dialog
  }
}

function stored(): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
