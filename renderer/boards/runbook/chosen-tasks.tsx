/** Which tasks are chosen to be changed together, beside the one that is selected. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';

export interface ChosenTasks {
  /** In plan order. */
  readonly tasks: readonly Task[];
  readonly has: (taskId: string) => boolean;
  /** Chooses a task that was not, and the other way round. */
  readonly toggle: (taskId: string) => void;
  /** Chooses these too. */
  readonly add: (taskIds: readonly string[]) => void;
  readonly clear: () => void;
}

const none: readonly Task[] = [];
const Chosen = createContext<ChosenTasks | null>(null);

/** The tasks chosen on the runbook. Works below `ChosenTasksProvider` only, which the board is. */
export function useChosenTasks(): ChosenTasks {
  const chosen = useContext(Chosen);
  if (!chosen) throw new Error('chosen tasks are asked for outside the runbook');
  return chosen;
}

/** `tasks` are all of the go-live; one that is removed is no longer chosen. */
export function ChosenTasksProvider({ tasks, children }: { readonly tasks: ReadonlyMap<string, Task>; readonly children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosenTasks = useMemo(
    () => (ids.size === 0 ? none : [...ids].flatMap((id) => tasks.get(id) ?? []).sort((a, b) => a.position - b.position)),
    [ids, tasks],
  );
  const chosen = useMemo<ChosenTasks>(
    () => ({
      tasks: chosenTasks,
      has: (id) => ids.has(id),
      toggle: (id) => setIds((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id]))),
      add: (more) => setIds((now) => new Set([...now, ...more])),
      clear: () => setIds(new Set()),
    }),
    [ids, chosenTasks],
  );
  return <Chosen value={chosen}>{children}</Chosen>;
}
