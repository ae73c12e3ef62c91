/** When an act happened: now unless the person says otherwise. */
import { useState } from 'react';
import { useGoLive } from '../store/live.ts';
import { hostNow } from '../ui/clock.ts';
import { DateTimeField } from '../ui/fields/date-time-field.tsx';

export interface When {
  /** UTC ms; null while what is written cannot be read: then the act must wait. */
  readonly value: number | null;
  readonly set: (value: number | null) => void;
  /** What to send; undefined for now. */
  readonly occurredAt: number | undefined;
}

const MINUTE = 60_000;

export function useWhen(): When {
  const [now] = useState(() => Math.floor(hostNow() / MINUTE) * MINUTE);
  const [value, set] = useState<number | null>(now);
  return { value, set, occurredAt: value === now || value === null ? undefined : value };
}

export function WhenField({ when, label = 'When it happened' }: { readonly when: When; readonly label?: string }) {
  const { zone } = useGoLive();
  const error = when.value === null ? 'Write the time, such as 2026-11-21 22:00 or 22:00.' : undefined;
  return <DateTimeField label={label} error={error} value={when.value} onChange={when.set} zone={zone} />;
}
