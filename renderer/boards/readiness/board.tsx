/** The readiness board: where readiness stands by area, phase or owner, and the checks of the one that is open. */
import { useMemo, useState } from 'react';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { useRole, useRows, useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { CheckDetail } from './check-detail.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { CheckTable } from './check-table.tsx';
import { GroupTable } from './group-table.tsx';
import { type Grouping, type GroupLine, groupLines } from './groups.ts';
import { GateCalls, GateCriteria, useNextGate } from './next-gate.tsx';
import css from './readiness.module.css';
import { Summary } from './summary.tsx';
import { WantedChecks } from './wanted-checks.tsx';

const picks = [
  { value: 'area', label: 'Areas' },
  { value: 'phase', label: 'Phases' },
  { value: 'owner', label: 'Owners' },
] as const;

export function ReadinessBoard() {
  const rows = useRows();
  const now = useNow(60_000);
  const mayAct = useRole() !== 'viewer';
  const [by, setBy] = useState<Grouping>('area');
  const [isAdding, setAdding] = useState(false);
  const lines = useMemo(() => groupLines(rows, by, now), [rows, by, now]);
  const check = useSelectedCheck();
  const open = check ? lines.find(({ checks }) => checks.includes(check)) : undefined;
  useKeys('Readiness', [
    { key: 'N', label: 'new check', run: () => setAdding(true), when: mayAct },
    { key: 'Escape', label: 'back', run: () => select(null), when: open !== undefined, palette: false },
  ]);

  return (
    <>
      {rows.check.size === 0 ? (
        <NoChecks onAdd={mayAct ? () => setAdding(true) : null} />
      ) : (
        <>
          <ToolLine
            title={open ? open.title : 'Readiness'}
            quiet={
              open
                ? `${open.checks.length} ${open.checks.length === 1 ? 'check' : 'checks'} in the order of the playbook`
                : 'Failed first, then most missing'
            }
            end={
              mayAct && (
                <Button hint="N" onClick={() => setAdding(true)}>
                  New check
                </Button>
              )
            }
          >
            {open && (
              <Button hint="Escape" onClick={() => select(null)}>
                Back
              </Button>
            )}
            <PickSet label="Group checks by" picks={picks} value={by} onPick={setBy} />
          </ToolLine>
          {open && check ? <OpenGroup line={open} check={check} by={by} /> : <AllGroups lines={lines} by={by} />}
        </>
      )}
      {isAdding && <CheckDialog check={null} area={open && by === 'area' ? open.key : ''} onClose={() => setAdding(false)} />}
    </>
  );
}

function AllGroups({ lines, by }: { readonly lines: readonly GroupLine[]; readonly by: Grouping }) {
  const gate = useNextGate();
  return (
    <div className={css.board}>
      <div className={css.main}>
        <Summary lines={lines} />
        <GroupTable lines={lines} by={by} />
        {gate && <GateCriteria gate={gate} />}
      </div>
      <aside className={`split ${css.side}`} aria-label="What wants a decision">
        {gate && <GateCalls gate={gate} />}
        <WantedChecks />
      </aside>
    </div>
  );
}

function OpenGroup({ line, check, by }: { readonly line: GroupLine; readonly check: Check; readonly by: Grouping }) {
  return (
    <div className={css.board}>
      <CheckTable line={line} selected={check} by={by} />
      <aside className={`split ${css.side}`} aria-label={`Check ${check.ref}`}>
        <CheckDetail key={check.id} check={check} />
      </aside>
    </div>
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
