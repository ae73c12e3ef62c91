/** What the schedule is measured against and when streams work: baselines and calendars. */
import { useState } from 'react';
import { PickSet } from '../../../ui/pick-set.tsx';
import { Baselines } from './baselines.tsx';
import { Calendars } from './calendars.tsx';

const parts = { baselines: 'Baselines', calendars: 'Calendars' } as const;
type Part = keyof typeof parts;

export function ScheduleDialog({ onClose }: { readonly onClose: () => void }) {
  const [part, setPart] = useState<Part>('baselines');
  const picks = (Object.keys(parts) as Part[]).map((value) => ({ value, label: parts[value] }));
  const choice = <PickSet label="Part of the schedule" value={part} onPick={setPart} picks={picks} />;
  return part === 'baselines' ? <Baselines choice={choice} onClose={onClose} /> : <Calendars choice={choice} onClose={onClose} />;
}
