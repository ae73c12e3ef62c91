/** Everything about the selected task: times, what it waits for and holds up, what is written on it, what was done to it. */
import type { ReactNode } from 'react';
import { formatSlip, zoneName } from '../../../shared/base/time-words.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { missedTimeWords } from '../../../shared/domain/runbook/missed-time.ts';
import { networkOf } from '../../../shared/domain/runbook/network.ts';
import { guardsOf, taskState } from '../../../shared/domain/runbook/task-state.ts';
import { RemarkList } from '../../dialogs/task/remark-list.tsx';
import { StepList } from '../../dialogs/task/step-list.tsx';
import type { TaskAct } from '../../dialogs/task/task-acts.tsx';
import { TaskFacts } from '../../dialogs/task/task-facts.tsx';
import { ToCopy } from '../../dialogs/task/to-copy.tsx';
import { askHold } from '../../frame/hold-asking.ts';
import { useAbout } from '../../store/about.ts';
import { useGoLive, useRole, useRows } from '../../store/live.ts';
import { go, select } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago, Span, Time, useZone } from '../../ui/time.tsx';
import css from './runbook.module.css';
import { TaskMark } from './task-marks.tsx';

const MINUTE = 60_000;
const MOST_TOLD = 20;
/** Beside the title; the others have their keys. */
const MOST_ACTS = 3;

export function TaskDetail({
  line,
  acts,
  onEdit,
}: {
  readonly line: TaskLine;
  readonly acts: readonly TaskAct[];
  readonly onEdit: (() => void) | null;
}) {
  const { task, state } = line;
  const { stage } = useGoLive();
  const isLed = useRole() === 'manager' && (stage === 'planning' || stage === 'cutover');
  const mayGoBack = isLed && task.status !== 'planned' && task.kind !== 'group' && task.kind !== 'rollback';
  return (
    <section className={css.detail} aria-label={`Task ${task.ref}`}>
      <div className={css.title}>
        <span className="f nw">{task.ref}</span>
        <h2 className="cut" title={task.title}>
          {task.title}
        </h2>
        <TaskMark state={state} />
        {task.blockedAt !== null && (
          <span className="stop nw">
            <Ago at={task.blockedAt} />
          </span>
        )}
        <TaskFacts task={task} />
        {task.reason && (
          <span className="q2 cut" title={task.reason}>
            {task.reason}
          </span>
        )}
        <span className={`acts btns ${css.acts}`}>
          <Button className={css.back} onClick={() => select(null)}>
            All tasks
          </Button>
          {acts.slice(0, MOST_ACTS).map(({ key, label, run }) => (
            <Button key={label} hint={key} onClick={run}>
              {label}
            </Button>
          ))}
          {mayGoBack && (
            <Button hint="Shift+R" title="Takes the plan up again from this task" onClick={() => askHold('recycle')}>
              Go back to here
            </Button>
          )}
          {onEdit && (
            <Button hint="E" onClick={onEdit}>
              Edit
            </Button>
          )}
        </span>
      </div>
      <div className={css.columns}>
        <Times line={line} />
        <Ties line={line} />
        <div>
          <ToCopy task={task} />
          <StepList task={task} />
          <Written line={line} />
        </div>
        <div>
          <RemarkList task={task} />
          <Activity line={line} />
        </div>
      </div>
    </section>
  );
}

function Times({ line }: { readonly line: TaskLine }) {
  const { task, times, owners } = line;
  const zone = useZone();
  const missed = missedTimeWords(line, zone);
  return (
    <section>
      <h3>Times, {zoneName(times.start, zone)}</h3>
      <table className={`t ${css.times}`}>
        <thead>
          <tr>
            <td />
            <th className="n">Start</th>
            <th className="n">End</th>
            <th className="n">Length</th>
            <th className="n">Slip</th>
          </tr>
        </thead>
        <tbody>
          <TimesRow name="Planned" start={times.plannedStart} end={times.plannedEnd} slip={null} />
          {task.actualEnd === null && (
            <TimesRow name="Forecast" start={task.actualStart === null ? times.start : null} end={times.end} slip={times.slip} />
          )}
          {task.actualStart !== null && (
            <TimesRow name="Actual" start={task.actualStart} end={task.actualEnd} slip={task.actualEnd === null ? null : times.slip} />
          )}
        </tbody>
      </table>
      {missed !== '' && (
        <p className="small warn">
          <Mark state="at-risk" bare /> {task.ref} {missed}
        </p>
      )}
      <p className="small q2">{owners ? `Owner ${owners}` : 'Nobody is named yet.'}</p>
    </section>
  );
}

function TimesRow({
  name,
  start,
  end,
  slip,
}: {
  readonly name: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly slip: number | null;
}) {
  return (
    <tr>
      <td>{name}</td>
      <td className="n">{start !== null && <Time at={start} />}</td>
      <td className="n">{end !== null && <Time at={end} />}</td>
      <td className="n">{start !== null && end !== null && <Span ms={end - start} />}</td>
      <td className={`n ${slip !== null && slip >= MINUTE ? 'warn' : 'q'}`}>
        {slip !== null && Math.abs(slip) >= MINUTE && formatSlip(slip)}
      </td>
    </tr>
  );
}

/** Predecessors, successors, gates that guard it, incidents that hold it up. */
function Ties({ line: { task } }: { readonly line: TaskLine }) {
  const rows = useRows();
  const { into, outOf } = networkOf(rows);
  const before = (into.get(task.id) ?? []).flatMap((link) => ({ link, other: rows.task.get(link.fromId) }));
  const after = (outOf.get(task.id) ?? []).flatMap((link) => ({ link, other: rows.task.get(link.toId) }));
  const gates = guardsOf(rows, task);
  const incidents = [...rows.incident.values()].filter(({ taskId }) => taskId === task.id);
  return (
    <section>
      <h3>Waits for</h3>
      {before.length + gates.length + incidents.length === 0 && <p className="q">Nothing.</p>}
      {incidents.map((incident) => (
        <Tie
          key={incident.id}
          to={incident.ref}
          title={incident.title}
          mark={<Mark state={`sev${incident.severity as 1 | 2 | 3 | 4}`} bare />}
          end="incident"
          onOpen={() => go('incident', incident.ref)}
        />
      ))}
      {gates.map((gate) => (
        <Tie
          key={gate.id}
          to={gate.ref}
          title={gate.title}
          mark={<Mark state="gate" bare />}
          end="gate"
          onOpen={() => go('gate', gate.ref)}
        />
      ))}
      {before.map(
        ({ link, other }) =>
          other && (
            <Tie
              key={link.id}
              to={other.ref}
              title={other.title}
              mark={<TaskMark state={taskState(rows, other)} bare />}
              end={linkWords(link)}
              onOpen={() => select(other.ref)}
            />
          ),
      )}
      <h3>Holds up</h3>
      {after.length === 0 && <p className="q">Nothing.</p>}
      {after.map(
        ({ link, other }) =>
          other && (
            <Tie
              key={link.id}
              to={other.ref}
              title={other.title}
              mark={<TaskMark state={taskState(rows, other)} bare />}
              end={linkWords(link)}
              onOpen={() => select(other.ref)}
            />
          ),
      )}
    </section>
  );
}

function linkWords({ kind, lagMs }: { readonly kind: string; readonly lagMs: number }): string {
  const minutes = Math.round(lagMs / MINUTE);
  return minutes === 0 ? kind : `${kind} ${minutes > 0 ? '+' : ''}${minutes} m`;
}

interface TieProps {
  readonly to: string;
  readonly title: string;
  readonly mark: ReactNode;
  readonly end: string;
  readonly onOpen: () => void;
}

function Tie({ to, title, mark, end, onOpen }: TieProps) {
  return (
    <button type="button" className={css.line} onClick={onOpen}>
      {mark}
      <span className="f nw">{to}</span>
      <span className="cut" title={title}>
        {title}
      </span>
      <span className={`f q ${css.end}`}>{end}</span>
    </button>
  );
}

function Written({ line: { task } }: { readonly line: TaskLine }) {
  const others = Object.entries(task.extra);
  return (
    <section>
      <h3>On the task</h3>
      {!task.detail && !task.comments && !task.condition && others.length === 0 && <p className="q">Nothing is written on it.</p>}
      {task.condition && <p className="q2">Applies when: {task.condition}</p>}
      {task.detail && <p className={css.text}>{task.detail}</p>}
      {task.comments && <p className={`${css.text} q2`}>{task.comments}</p>}
      {others.length > 0 && (
        <dl className={`${css.facts} small`}>
          {others.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {task.catalogueIds.length > 0 && <p className="f q">{task.catalogueIds.join(' ')}</p>}
    </section>
  );
}

function Activity({ line: { task } }: { readonly line: TaskLine }) {
  const { told, state } = useAbout([task.id]);
  return (
    <section>
      <h3>Activity</h3>
      {told.length === 0 && <p className="q">{state === 'loading' ? 'Asking the host.' : 'Nothing was done to it yet.'}</p>}
      {told.slice(0, MOST_TOLD).map(({ id, occurredAt, actor, text }) => (
        <div key={id} className={css.line}>
          <Time at={occurredAt} />
          <span className="cut" title={`${actor}: ${text}`}>
            {actor}: {text}
          </span>
        </div>
      ))}
    </section>
  );
}
