/** What every view of the runbook is told. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import type { BoardQuery } from './board-query.ts';
import type { GroupWords, TaskGroup } from './task-groups.ts';

export interface ViewProps {
  readonly query: BoardQuery;
  readonly onLook: (change: Partial<BoardQuery>) => void;
  /** All tasks of the go-live in plan order. */
  readonly all: readonly TaskLine[];
  /** Those that pass the filter. */
  readonly shown: readonly TaskLine[];
  /** The same in groups. */
  readonly groups: readonly TaskGroup[];
  readonly words: GroupWords;
  /** The reference in the address. */
  readonly selected: string | null;
  readonly now: number;
}
