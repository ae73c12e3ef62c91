/** The tasks as cards that a thumb can hit: each opens in place, the act that comes next is on it. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { Mine, MyTask } from '../../../shared/domain/runbook/work/mine.ts';
import type { WaitsFor } from '../../../shared/domain/runbook/work/waiting.ts';
import { RemarkList } from '../../dialogs/task/remark-list.tsx';
import { StepList } from '../../dialogs/task/step-list.tsx';
import { actsOn, type TaskAct } from '../../dialogs/task/task-acts.tsx';
import { TaskFacts } from '../../dialogs/task/task-facts.tsx';
import { ToCopy } from '../../dialogs/task/to-copy.tsx';
import { useRole } from '../../store/live.ts';
import { go, select } from '../../store/route.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import css from './mine.module.css';

interface CardsProps {
  readonly mine: Mine;
  readonly hasPeople: boolean;
  /** Reference of the open card; null for none. */
  readonly selected: string | null;
  readonly acts: readonly TaskAct[];
}

const MOST_WAITING = 30;

export function Cards({ mine, hasPeople, selected, acts }: CardsProps) {
  const { stopped, running, next, waiting, closed } = mine;
  const list = (title: string, tasks: readonly MyTask[], empty: ReactNode) => (
    <section aria-label={title}>
      <h2>
        {title} <span className="f q">{tasks.length}</span>
      </h2>
      {tasks.length === 0 && <p className={`q ${css.none}`}>{empty}</p>}
      {tasks.map((mineTask) => (
        <Card key={mineTask.task.id} mine={mineTask} acts={mineTask.task.ref === selected ? acts : null} />
      ))}
    </section>
  );
  if (!hasPeople) {
    return (
      <p className={`q2 ${css.none}`}>
        Choose who you are, or a team or role: then this board shows what runs, what is next, and who it waits for.
      </p>
    );
  }
  return (
    <div className={css.cards}>
      {stopped.length > 0 && list('Stopped', stopped, '')}
      {list('Running', running, 'Nothing runs.')}
      {list('Next', next, 'Nothing may start now.')}
      {list('Waiting', waiting.slice(0, MOST_WAITING), 'Nothing waits.')}
      {waiting.length > MOST_WAITING && <p className={`q ${css.none}`}>and {waiting.length - MOST_WAITING} more later</p>}
      <p className={`q small ${css.none}`}>{closed === 0 ? 'Nothing closed yet.' : `${closed} closed.`}</p>
    </div>
  );
}

/** `acts` null while it is folded. */
function Card({ mine, acts }: { readonly mine: MyTask; readonly acts: readonly TaskAct[] | null }) {
  const { task, state, start, end, waits } = mine;
  const mayAct = useRole() !== 'viewer';
  const place = useRef<HTMLElement>(null);
  const isOpen = acts !== null;
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const first = !isOpen && mayAct && state !== 'not ready' ? actsOn(mine)[0] : undefined;
  return (
    <article ref={place} className={`${css.card} ${isOpen ? css.open : ''}`} aria-label={`${task.ref} ${task.title}`}>
      <div className={css.head}>
        <button type="button" className={css.fold} aria-expanded={isOpen} onClick={() => select(isOpen ? null : task.ref)}>
          <span className={css.name}>
            <span className="f q2 nw">{task.ref}</span> <span className={isOpen ? 'name' : 'name cut'}>{task.title}</span>
          </span>
          <span className={css.facts}>
            <Mark state={stateMarks[state]} />
            {state === 'in progress' || state === 'blocked' || state === 'failed'
              ? end !== null &&
                state === 'in progress' && (
                  <span className="q2">
                    ends <Time at={end} />
                  </span>
                )
              : start !== null && (
                  <span className="q2">
                    from <Time at={start} />
                  </span>
                )}
            {state !== 'not ready' && <TaskFacts task={task} />}
          </span>
          {(state === 'blocked' || state === 'failed') && <span className="q2 small">{task.reason}</span>}
          {state === 'failed' && (
            <span className="small">Still open. Reopen it to do it again, or skip it with a reason so that what follows may go on.</span>
          )}
          {waits.length > 0 && <Waits waits={waits} all={isOpen} />}
        </button>
        {first && (
          <Button className={css.act} onClick={first.run}>
            {first.label}
          </Button>
        )}
      </div>
      {acts && (
        <div className={css.body}>
          <div className={css.acts}>
            {acts.map(({ key, label, run }, at) => (
              <Button key={label} className={css.act} primary={at === 0 && state !== 'not ready'} hint={key} onClick={run}>
                {label}
              </Button>
            ))}
          </div>
          {task.detail && <p className={css.text}>{task.detail}</p>}
          <ToCopy task={task} />
          <StepList task={task} />
          <RemarkList task={task} />
          <button type="button" className={`link ${css.wide}`} onClick={() => go('runbook', task.ref)}>
            All about it in the runbook
          </button>
        </div>
      )}
    </article>
  );
}

/** "waits for N. Ito: T-021 Load, not ready; behind it L. Costa: T-019 Extract, in progress" */
function Waits({ waits, all }: { readonly waits: readonly WaitsFor[]; readonly all: boolean }) {
  const shown = all ? waits : waits.slice(0, 1);
  return (
    <>
      {shown.map((held) => (
        <span key={held.id} className="small q2">
          waits for <Holder held={held} />
          {held.behind && (
            <>
              ; behind it <Holder held={held.behind} />
            </>
          )}
        </span>
      ))}
      {waits.length > shown.length && <span className="small q">and for {waits.length - shown.length} more</span>}
    </>
  );
}

function Holder({ held: { kind, ref, title, who, state } }: { readonly held: Omit<WaitsFor, 'behind'> }) {
  return (
    <>
      <b className="name">{who.length > 0 ? who.join(', ') : 'nobody named'}</b>: <span className="f">{ref}</span> {title}
      {kind === 'gate' ? ', not decided' : `, ${state}`}
    </>
  );
}
