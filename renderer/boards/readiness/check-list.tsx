/** The checks of one group: a filter by state, marks for acting on many at once, the table, and the selected check. */
import { useMemo, useState } from 'react';
import { MOST_CHECKS } from '../../../shared/domain/readiness/commands.ts';
import { type Check, type CheckStatus, checkStatuses } from '../../../shared/domain/readiness/schema.ts';
import { useRole, useRows } from '../../store/live.ts';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CheckDetail } from './check-detail.tsx';
import { CheckTable } from './check-table.tsx';
import { checkMarks, type Grouping, type GroupLine } from './groups.ts';
import css from './readiness.module.css';
import { WantedChecks } from './wanted-checks.tsx';

interface CheckListProps {
  readonly line: GroupLine;
  readonly by: Grouping;
  readonly selected: Check | null;
  /** The one state that is listed; null for all. */
  readonly only: CheckStatus | null;
  readonly onOnly: (status: CheckStatus | null) => void;
}

const none: ReadonlySet<string> = new Set();

export function CheckList({ line, by, selected, only, onOnly }: CheckListProps) {
  const rows = useRows();
  const mayAct = useRole() !== 'viewer';
  const [marks, setMarks] = useState(none);
  const shown = useMemo(() => line.checks.filter(({ status }) => only === null || status === only), [line.checks, only]);
  const marked = useMemo(() => [...marks].flatMap((id) => rows.check.get(id) ?? []), [marks, rows.check]);
  const isMarking = marked.length > 0;

  function toggle(id: string) {
    setMarks((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  }
  useKeys('Checks', [
    { key: 'Space', label: 'mark', run: () => selected && toggle(selected.id), when: mayAct && selected !== null, palette: false },
    { key: 'Shift+A', label: 'mark all', run: () => setMarks(new Set(shown.slice(0, MOST_CHECKS).map(({ id }) => id))), when: mayAct },
    { key: 'Escape', label: 'clear marks', run: () => setMarks(none), when: isMarking, palette: false },
  ]);

  return (
    <div className={css.board}>
      <div className={css.list}>
        {isMarking ? (
          <BulkBar checks={marked} onClear={() => setMarks(none)} />
        ) : (
          <div className={css.bar}>
            <StatePick line={line} only={only} onOnly={onOnly} />
          </div>
        )}
        <CheckTable label={line.title} checks={shown} selected={selected} by={by} marks={marks} onMark={mayAct ? toggle : null} />
      </div>
      <aside className={`split ${css.side}`} aria-label={selected ? `Check ${selected.ref}` : 'What wants a decision'}>
        {selected ? <CheckDetail key={selected.id} check={selected} isQuiet={isMarking} /> : <WantedChecks />}
      </aside>
    </div>
  );
}

/** Only states that some check is in. */
function StatePick({ line, only, onOnly }: Pick<CheckListProps, 'line' | 'only' | 'onOnly'>) {
  const picks = [
    { value: 'every', label: 'Every state', count: line.checks.length },
    ...checkStatuses.flatMap((status) => {
      const { word, count } = checkMarks[status];
      return line.counts[count] > 0 || status === only ? [{ value: status, label: word, count: line.counts[count] }] : [];
    }),
  ] as const;
  return (
    <PickSet
      label="Show checks that are"
      picks={picks}
      value={only ?? 'every'}
      onPick={(value) => onOnly(value === 'every' ? null : (value as CheckStatus))}
    />
  );
}
