/** The selected message as it would go out now, or as it did; with its acts. */
import { lateWords } from '../../../shared/domain/comms/plan.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import type { KeyBinding } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import type { ShownLine } from './columns.tsx';
import css from './comms.module.css';
import { channelLabel, isOver, stateMarks } from './lines.ts';

interface DetailProps {
  readonly line: ShownLine;
  /** What can be done now, with its keys. */
  readonly acts: readonly KeyBinding[];
}

export function Detail({ line, acts }: DetailProps) {
  const { announcement, preview, task, state, plannedAt } = line;
  return (
    <section className={css.detail}>
      <h2>{preview?.subject ?? task?.title}</h2>
      <p className={css.standing}>
        <Mark state={stateMarks[state].state} size="big">
          {stateMarks[state].word}
        </Mark>
        {state === 'late' && <span className="warn">{lateWords(line)}</span>}
        {announcement && announcement.sentAt !== null && (
          <span className="q2">
            by {announcement.sentBy}, <Time at={announcement.sentAt} day="always" withZone />
          </span>
        )}
      </p>
      <dl className={css.facts}>
        {announcement && (
          <>
            <dt className="q small">To whom</dt>
            <dd>{announcement.audience || <span className="q">nobody named</span>}</dd>
            <dt className="q small">Through</dt>
            <dd>{channelLabel(announcement.channel)}</dd>
          </>
        )}
        {plannedAt !== null && (
          <>
            <dt className="q small">Planned</dt>
            <dd>
              <Time at={plannedAt} day="always" withZone />
            </dd>
          </>
        )}
        {task && (
          <>
            <dt className="q small">Task</dt>
            <dd>
              <button type="button" className="link f" onClick={() => go('runbook', task.ref)}>
                {task.ref}
              </button>{' '}
              {task.title}
            </dd>
          </>
        )}
      </dl>
      {preview ? (
        <>
          <p className={css.words}>{preview.content || <span className="q">No words yet.</span>}</p>
          {preview.open.map(({ name, why }) => (
            <p key={name} className="warn">
              <span className="f">{`{${name}}`}</span> {why}.
            </p>
          ))}
        </>
      ) : (
        <p className="q2">{isOver(state) ? 'Nobody wrote here what was told.' : 'Nobody has written yet what is told here.'}</p>
      )}
      <div className={`btns ${css.acts}`}>
        {acts
          .filter(({ when }) => when !== false)
          .map(({ key, label, run }, at) => (
            <Button key={label} hint={key} primary={at === 0} onClick={run}>
              {label.charAt(0).toUpperCase() + label.slice(1)}
            </Button>
          ))}
      </div>
    </section>
  );
}
