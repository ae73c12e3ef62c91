/** Fields that somebody else saved while they were edited here: what each wants, and whose is taken. */
import { useEffect, useState } from 'react';
import type { CellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { type ChangedBy, type Conflict, whoChanged } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { fieldWords, type TaskField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { client } from '../../../client/client.ts';
import { useEntries, useGoLive, useRows } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Time } from '../../../ui/time.tsx';
import css from './plan.module.css';

export interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly texts: CellTexts;
  /** What stands typed in a task that was removed. */
  readonly typedIn?: (taskId: string) => string;
  /** Whether whole tasks are chosen, or field by field of one. */
  readonly by: 'task' | 'field';
  readonly onTake: (of: readonly Conflict[], whose: 'theirs' | 'mine') => void;
}

const MOST_SHOWN = 100;

export function ConflictsPanel({ conflicts, texts, typedIn, by: choice, onTake }: ConflictsProps) {
  const rows = useRows();
  const who = useWho(conflicts);
  const byTask = [...Map.groupBy(conflicts.slice(0, MOST_SHOWN), ({ taskId }) => taskId)];
  return (
    <section className={css.conflicts} aria-label="Conflicts">
      <b className="stop">{headWords(conflicts, choice)}</b>
      <table className="t small">
        <thead>
          <tr>
            {choice === 'task' && <th>Task</th>}
            <th>Field</th>
            <th>You saw</th>
            <th>Theirs</th>
            <th>Yours</th>
            <th>Changed by</th>
            <th>
              <span className="sr">Choose</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {byTask.flatMap(([taskId, held]) =>
            held.map((conflict, at) => {
              const chosen = choice === 'field' ? [conflict] : at === 0 ? held : [];
              const { field } = conflict;
              const by = who(conflict);
              const ref = rows.task.get(taskId)?.ref ?? 'Removed task';
              return (
                <tr key={`${taskId} ${field}`}>
                  {choice === 'task' && <td className="f">{at === 0 ? ref : ''}</td>}
                  <td>{field ? fieldWords[field] : 'The whole task'}</td>
                  <td>{field && texts.write(field, conflict.was)}</td>
                  <td>{field ? texts.write(field, conflict.here) || 'empty' : 'removed'}</td>
                  <td>{field ? texts.write(field, conflict.wanted) || 'empty' : typedIn?.(taskId)}</td>
                  <td>
                    {by ? (
                      <>
                        {by.by} <Time at={by.at} seconds />
                      </>
                    ) : (
                      <span className="q2">looking it up</span>
                    )}
                  </td>
                  <td>
                    {chosen.length > 0 && (field || choice === 'task') && (
                      <span className="btns">
                        <Button onClick={() => onTake(chosen, 'theirs')}>{field ? `Take theirs` : 'Let it go'}</Button>
                        {field && <Button onClick={() => onTake(chosen, 'mine')}>Keep mine</Button>}
                      </span>
                    )}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}

function headWords(conflicts: readonly Conflict[], by: 'task' | 'field'): string {
  const count = conflicts.length;
  if (by === 'task') {
    const cells = count === 1 ? 'One cell was' : `${count} cells were`;
    return `${cells} changed by somebody else while you edited. Choose for each task; the other tasks can be saved.`;
  }
  if (conflicts.some(({ field }) => field === null))
    return 'This task was removed by somebody else while you edited. What stands in this form can become a new task; its links, group, checks and all else that was said of it are gone.';
  return `${count === 1 ? 'One field was' : `${count} fields were`} changed by somebody else while you edited. Choose whose is kept.`;
}

/** Who changed it: from the entries on this screen, and asked of the host for what is older. */
function useWho(conflicts: readonly Conflict[]) {
  const entries = useEntries();
  const { id: goLiveId } = useGoLive();
  const [asked, setAsked] = useState<ReadonlyMap<string, ChangedBy>>(new Map());
  const key = ({ taskId, field }: { taskId: string; field: TaskField | null }) => `${taskId} ${field ?? ''}`;
  const unknown = conflicts.filter((conflict) => !asked.has(key(conflict)) && !whoChanged(entries, conflict)).slice(0, MOST_SHOWN);
  const wanted = unknown.map(key).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is named whole by `wanted`
  useEffect(() => {
    if (wanted === '') return;
    let isHere = true;
    const of = unknown.map(({ taskId, field }) => ({ taskId, field }));
    client.plan.whoChanged
      .query({ goLiveId, of })
      .then((found) => {
        if (!isHere) return;
        const known = of.flatMap((each, at) => (found[at] ? [[key(each), found[at]] as const] : []));
        if (known.length > 0) setAsked((before) => new Map([...before, ...known]));
      })
      .catch(() => undefined); // without the line the names stay open; nothing depends on them
    return () => {
      isHere = false;
    };
  }, [wanted, goLiveId]);
  return (conflict: Conflict) => whoChanged(entries, conflict) ?? asked.get(key(conflict)) ?? null;
}
