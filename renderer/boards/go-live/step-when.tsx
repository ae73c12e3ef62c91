/** Step 2: T-0, what it marks, and the change window, in the zone of the go-live. */
import { fitted, wallTime } from '../../../shared/base/zoned-time.ts';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import css from './go-live.module.css';
import type { StepProps } from './step-what.tsx';
import { zones } from './zones.ts';

export function When({ draft, change, playbook }: StepProps) {
  const { zone } = draft;
  /** The clock on the wall stays what was written when the zone changes. */
  const moved = (at: number | null, to: string) => (at === null ? null : fitted(wallTime(at, zone), to).instant);
  const useZone = (to: string | null) => {
    if (to === null) return;
    change({
      zone: to,
      tZeroAt: moved(draft.tZeroAt, to),
      windowStart: moved(draft.windowStart, to),
      windowEnd: moved(draft.windowEnd, to),
    });
  };
  return (
    <>
      <div className={css.two}>
        <SelectField
          label="Zone"
          hint="All times of the go-live are shown in it."
          value={zone}
          onChange={useZone}
          options={zones()}
          autoFocus
        />
        <TextField
          label="What T-0 marks"
          placeholder={playbook.tZeroMeans}
          value={draft.tZeroMeans}
          onChange={(tZeroMeans) => change({ tZeroMeans })}
        />
        <DateTimeField
          label="T-0"
          required
          hint="Everything planned counts from it and follows it."
          zone={zone}
          value={draft.tZeroAt}
          onChange={(tZeroAt) => change({ tZeroAt })}
        />
        <span />
        <DateTimeField
          label="Change window from"
          required
          zone={zone}
          value={draft.windowStart}
          onChange={(windowStart) => change({ windowStart })}
        />
        <DateTimeField
          label="Change window to"
          required
          zone={zone}
          value={draft.windowEnd}
          onChange={(windowEnd) => change({ windowEnd })}
        />
      </div>
    </>
  );
}
