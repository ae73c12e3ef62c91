/** The readiness board: where readiness stands by area, phase or owner, and the checks of the one that is open. */
import { useMemo, useState } from 'react';
import type { Check, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { ReportButton } from '../../dialogs/report-button.tsx';
import { useRole, useRows, useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { useSeen } from '../../store/seen.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { AllGroups } from './all-groups.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { CheckList } from './check-list.tsx';
import { type Grouping, groupLines, statesAcross } from './groups.ts';

const picks = [
  { value: 'area', label: 'Areas' },
  { value: 'phase', label: 'Phases' },
  { value: 'owner', label: 'Owners' },
  { value: 'all', label: 'All checks' },
] as const;

export function ReadinessBoard() {
  const rows = useRows();
  const now = useNow(60_000);
  const mayAct = useRole() !== 'viewer';
  const [by, setBy] = useState<Grouping>('area');
  /** Which states are listed, and in which group that was chosen. */
  const [only, setOnly] = useState<{ readonly group: string; readonly status: CheckStatus | null }>({ group: '', status: null });
  const [isAdding, setAdding] = useState(false);
  const seen = useSeen('readiness');
  const lines = useMemo(() => groupLines(rows, by, now), [rows, by, now]);
  const check = useSelectedCheck();
  const line = by === 'all' ? lines[0] : check && lines.find(({ checks }) => checks.includes(check));
  const status = line?.key === only.group ? only.status : null;
  const add = mayAct ? () => setAdding(true) : null;

  function back() {
    if (by === 'all') setBy('area');
    select(null);
  }
  function open(key: string, wanted: CheckStatus | null) {
    const checks = lines.find((each) => each.key === key)?.checks ?? [];
    const states = wanted === null ? statesAcross : [wanted];
    const first = states.flatMap((state) => checks.find(({ status }) => status === state) ?? [])[0] ?? checks[0];
    setOnly({ group: key, status: wanted });
    if (first) select(first.ref);
  }
  useKeys('Readiness', [
    { key: 'N', label: 'new check', run: () => setAdding(true), when: mayAct },
    { key: 'Escape', label: 'back', run: back, when: line != null, palette: false },
  ]);

  if (rows.check.size === 0) {
    return (
      <>
        <NoChecks onAdd={add} />
        {isAdding && <CheckDialog check={null} onClose={() => setAdding(false)} />}
      </>
    );
  }
  return (
    <>
      <ToolLine
        title={line ? line.title : 'Readiness'}
        quiet={line ? undefined : 'Most missing first, failed counts twice'}
        end={
          <>
            <ReportButton kinds={['readiness', 'checklist']} />
            {add && (
              <Button hint="N" onClick={add}>
                New check
              </Button>
            )}
          </>
        }
      >
        {line && (
          <Button hint="Escape" onClick={back}>
            Back
          </Button>
        )}
        <PickSet label="Group checks by" picks={picks} value={by} onPick={setBy} />
      </ToolLine>
      {line ? (
        <CheckList
          key={`${by} ${line.key}`}
          line={line}
          by={by}
          selected={check}
          only={status}
          onOnly={(wanted) => setOnly({ group: line.key, status: wanted })}
        />
      ) : (
        <AllGroups lines={lines} by={by} seen={seen} onOpen={open} />
      )}
      {isAdding && <CheckDialog check={null} area={line && by === 'area' ? line.key : ''} onClose={() => setAdding(false)} />}
    </>
  );
}

function NoChecks({ onAdd }: { readonly onAdd: (() => void) | null }) {
  const step = onAdd && (
    <Button primary hint="N" onClick={onAdd}>
      New check
    </Button>
  );
  return (
    <Empty title="No checks yet" step={step}>
      Readiness shows what must be proven before the cutover, by area and phase, with its owner and its evidence. A playbook brings its
      checks; you can add your own.
    </Empty>
  );
}

/** The check the address names; null when it names none. */
function useSelectedCheck(): Check | null {
  const { selected } = useRoute();
  const checks = useTable('check');
  return useMemo(() => (selected === null ? null : ([...checks.values()].find(({ ref }) => ref === selected) ?? null)), [checks, selected]);
}
