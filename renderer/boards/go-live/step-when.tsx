/** Step 2: T-0, what it marks, and the change window, in the zone of the go-live. */
import { formatDay, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { fitted, wallTime } from '../../../shared/base/zoned-time.ts';
import { useNow } from '../../ui/clock.ts';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { type Draft, windowAround } from './draft.ts';
import css from './go-live.module.css';
import type { StepProps } from './step-what.tsx';
import { ownZone, zones } from './zones.ts';

const MINUTE = 60_000;

export function When({ draft, change, playbook }: StepProps) {
  const { zone } = draft;
  const setTZero = (tZeroAt: number | null) =>
    change({ tZeroAt, ...(tZeroAt !== null && !draft.isWindowOwn ? windowAround(tZeroAt) : {}) });
  return (
    <div className={css.two}>
      <SelectField
        label="Zone"
        hint="All times of the go-live are typed and shown in it."
        value={zone}
        onChange={(to) => to !== null && change(inZone(draft, to))}
        options={zones()}
      />
      <TextField
        label="What T-0 marks"
        hint="Empty takes the playbook's words."
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
        onChange={setTZero}
      />
      <TZeroWords draft={draft} />
      <DateTimeField
        label="Change window from"
        required
        hint={draft.isWindowOwn ? undefined : 'Goes with T-0 until you change it.'}
        zone={zone}
        value={draft.windowStart}
        onChange={(windowStart) => change({ windowStart, isWindowOwn: true })}
      />
      <DateTimeField
        label="Change window to"
        required
        zone={zone}
        value={draft.windowEnd}
        onChange={(windowEnd) => change({ windowEnd, isWindowOwn: true })}
      />
    </div>
  );
}

/** How far away T-0 is, and when that is here. */
function TZeroWords({ draft: { tZeroAt, zone } }: Pick<StepProps, 'draft'>) {
  const now = useNow(MINUTE);
  if (tZeroAt === null) return <span />;
  const here = ownZone();
  const away = formatSpan(Math.abs(tZeroAt - now));
  return (
    <p className={css.beside}>
      {tZeroAt < now ? `${away} ago. It can be made all the same.` : `In ${away}.`}
      {here !== zone &&
        ` On the clock of this computer ${formatDay(tZeroAt, here)} ${formatTime(tZeroAt, here)} ${zoneName(tZeroAt, here)}.`}
    </p>
  );
}

/** The clock on the wall stays what was written when the zone changes. */
function inZone(draft: Draft, zone: string): Partial<Draft> {
  const moved = (at: number | null) => (at === null ? null : fitted(wallTime(at, draft.zone), zone).instant);
  return { zone, tZeroAt: moved(draft.tZeroAt), windowStart: moved(draft.windowStart), windowEnd: moved(draft.windowEnd) };
}
