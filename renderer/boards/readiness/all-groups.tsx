/** The board at a glance: the figure and how it went, the matrix of groups and states, and what wants a decision. */
import type { CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import type { Seen } from '../../store/seen.ts';
import { ChangedSince } from './changed-since.tsx';
import type { Grouping, GroupLine } from './groups.ts';
import { Matrix } from './matrix.tsx';
import { GateCalls, GateCriteria, useNextGate } from './next-gate.tsx';
import css from './readiness.module.css';
import { Summary } from './summary.tsx';
import { WantedChecks } from './wanted-checks.tsx';

interface AllGroupsProps {
  readonly lines: readonly GroupLine[];
  readonly by: Grouping;
  readonly seen: Seen;
  /** Opens the checks of a group; only those of one state unless it is null. */
  readonly onOpen: (key: string, status: CheckStatus | null) => void;
}

export function AllGroups({ lines, by, seen, onOpen }: AllGroupsProps) {
  const gate = useNextGate();
  return (
    <div className={css.board}>
      <div className={css.main}>
        <Summary />
        <Matrix lines={lines} by={by} onOpen={onOpen} />
        {gate && <GateCriteria gate={gate} />}
      </div>
      <aside className={`split ${css.side}`} aria-label="What wants a decision">
        <ChangedSince seen={seen} />
        {gate && <GateCalls gate={gate} />}
        <WantedChecks />
      </aside>
    </div>
  );
}
