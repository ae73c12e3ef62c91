/** What was done to a check and its evidence, newest first, as far as this screen holds the journal. */
import { useMemo } from 'react';
import type { Entry } from '../../../shared/base/entry.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { useEntries, useRows } from '../../store/live.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

const MOST_SHOWN = 40;

export function CheckHistory({ check }: { readonly check: Check }) {
  const rows = useRows();
  const entries = useEntries();
  const own = useMemo(() => entries.filter((entry) => isAbout(entry, check.id)).slice(0, MOST_SHOWN), [entries, check.id]);
  return (
    <Panel title="History" quiet={own.length === 0 ? 'nothing recently' : undefined} ruled className={css.evidence}>
      {own.map((entry) => (
        <div key={entry.seq} className={css.line}>
          <p className={css.words}>{sentence(entry, rows)}</p>
          {entry.note && <p className={`q2 ${css.words}`}>{entry.note}</p>}
          <p className="small q2">
            {entry.actor}, <Time at={entry.occurredAt} withZone />, entry <span className="f">{entry.seq}</span>
          </p>
        </div>
      ))}
    </Panel>
  );
}

/** Acts that made the whole plan are left out: they are about many things. */
const MOST_CHANGES = 20;

function isAbout({ changes }: Entry, checkId: string): boolean {
  if (changes.length > MOST_CHANGES) return false;
  return changes.some(({ table, id, set, was }) => {
    if (table === 'check') return id === checkId;
    if (table === 'evidence') return (set?.checkId ?? was?.checkId) === checkId;
    return table === 'note' && (set?.subjectId ?? was?.subjectId) === checkId;
  });
}
