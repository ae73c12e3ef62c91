/** What was typed into the wizard, kept in this browser until the go-live is made. */
import { useEffect, useState } from 'react';

export interface DraftPerson {
  readonly name: string;
  readonly department: string;
  readonly roles: readonly string[];
}

export interface Draft {
  readonly name: string;
  readonly system: string;
  readonly release: string;
  readonly description: string;
  readonly playbookKey: string;
  readonly variation: string;
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly zone: string;
  /** UTC ms; null until it is written. */
  readonly tZeroAt: number | null;
  readonly tZeroMeans: string;
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  readonly people: readonly DraftPerson[];
}

const STORED_AS = 'gantry-new-go-live';
const HOUR = 3_600_000;

/** A fresh draft: tomorrow evening in the zone of this computer. */
export function freshDraft(now: number): Draft {
  const evening = new Date(now + 24 * HOUR);
  evening.setHours(22, 0, 0, 0);
  const tZeroAt = evening.getTime();
  return {
    name: '',
    system: '',
    release: '',
    description: '',
    playbookKey: '',
    variation: '',
    conditions: {},
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tZeroAt,
    tZeroMeans: '',
    windowStart: tZeroAt - 2 * HOUR,
    windowEnd: tZeroAt + 6 * HOUR,
    people: [],
  };
}

/** The draft as it was left, or a fresh one; every change is kept at once. */
export function useDraft(now: number) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...freshDraft(now), ...stored() }));
  useEffect(() => localStorage.setItem(STORED_AS, JSON.stringify(draft)), [draft]);
  return { draft, change: (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields })) };
}

export function forgetDraft(): void {
  localStorage.removeItem(STORED_AS);
}

function stored(): Partial<Draft> {
  try {
    return JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
