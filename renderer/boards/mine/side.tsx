/** Beside the tasks: what the last shift says, who named them, what changed while they were away, who stands in for whom. */
import { useEffect, useState } from 'react';
import { mentionsOf, unreadNotes } from '../../../shared/domain/runbook/work/mine.ts';
import type { ShiftNote } from '../../../shared/domain/runbook/work-schema.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useGoLive, useLive, useMe, useRole, useRows, useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { type Seen, useSeen } from '../../store/seen.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './mine.module.css';

const MOST_MENTIONS = 10;

export function Side({ people }: { readonly people: ReadonlySet<string> }) {
  const rows = useRows();
  const me = useMe();
  const seen = useSeen('mine');
  const notes = unreadNotes(rows, people);
  const mentions = mentionsOf(rows, people).slice(0, MOST_MENTIONS);
  return (
    <aside className={css.side} aria-label="What to know">
      {notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
      <WhileAway people={people} seen={seen} />
      <Panel title="Named in remarks" quiet={mentions.length} pad className={css.panel}>
        {mentions.length === 0 && <p className="q">Nobody named {people.has(me ?? '') && people.size === 1 ? 'you' : 'them'} with @.</p>}
        {mentions.map(({ id, taskId, by, at, content }) => {
          const task = rows.task.get(taskId);
          return (
            <button key={id} type="button" className={css.line} onClick={() => go('runbook', task?.ref ?? null)}>
              <span className="small q">
                <Time at={at} /> {by}, <span className="f">{task?.ref}</span>
              </span>
              <span className={css.text}>{content}</span>
            </button>
          );
        })}
      </Panel>
      <Substitutions />
    </aside>
  );
}

function Note({ note }: { readonly note: ShiftNote }) {
  const me = useMe();
  const mayAct = useRole() !== 'viewer';
  const mayRead = mayAct && (note.toId === null || note.toId === me);
  return (
    <Panel title={`Shift note of ${note.writtenBy}`} quiet={<Time at={note.at} withZone />} pad className={`${css.panel} ${css.news}`}>
      {note.content && <p className={css.text}>{note.content}</p>}
      <p className={`${css.text} ${css.stands} small q2`}>{note.facts}</p>
      {mayRead && (
        <Button className={css.act} onClick={() => void actLoud(client.work.readShiftNote, { shiftNoteId: note.id }, 'Shift note read')}>
          I have read it
        </Button>
      )}
    </Panel>
  );
}

type Changed = Extract<Awaited<ReturnType<typeof client.work.changed.query>>, { ok: true }>;

/** Nothing at all where nothing changed. */
function WhileAway({ people, seen: { last, mark } }: { readonly people: ReadonlySet<string>; readonly seen: Seen }) {
  const changed = useChanged(people, last.seq);
  const isShown = changed !== null && changed.theirs.length + changed.everybodys.length > 0;
  useKeys('Mine', [{ key: 'M', label: 'mark as seen', run: mark, when: isShown }]);
  if (!isShown) return null;
  return (
    <Panel
      title="While you were away"
      quiet={
        <>
          since <Time at={last.at} withZone />
        </>
      }
      pad
      className={`${css.panel} ${css.news}`}
    >
      <Happenings title="About your work" list={changed.theirs} />
      <Happenings title="For everybody" list={changed.everybodys} />
      {changed.isCut && <p className="small q2">Only the newest 5,000 entries are looked at.</p>}
      <Button className={css.act} hint="M" onClick={mark}>
        Seen
      </Button>
    </Panel>
  );
}

const boardsOf: Readonly<Record<string, string>> = {
  task: 'runbook',
  gate: 'gate',
  incident: 'incident',
  check: 'readiness',
  ticket: 'ticket',
};

function Happenings({ title, list }: { readonly title: string; readonly list: Changed['theirs'] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3 className="small q">{title}</h3>
      {list.map(({ seq, occurredAt, actor, text, table, ref }) => (
        <button key={seq} type="button" className={css.line} onClick={() => go(boardsOf[table] ?? 'timeline', ref || null)}>
          <span className="small q">
            <Time at={occurredAt} /> {actor}
          </span>
          <span className={css.text}>{text}</span>
        </button>
      ))}
    </>
  );
}

const PAUSE_MS = 300;

/** Asked again shortly after something new came in; null until the first answer. */
function useChanged(people: ReadonlySet<string>, since: number): Changed | null {
  const { id: goLiveId } = useGoLive();
  const but = useTable('person').get(useMe() ?? '')?.name ?? '';
  const seq = useLive((live) => live.seq);
  const asked = [...people].join(' ');
  const [answer, setAnswer] = useState<(Changed & { readonly of: string }) | null>(null);
  const of = `${since} ${asked}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seq` is what makes it ask again
  useEffect(() => {
    let isGone = false;
    const ids = asked.split(' ').filter(Boolean);
    const timer = setTimeout(async () => {
      const found = await client.work.changed.query({ goLiveId, since, people: ids, but }).catch(() => null);
      if (!isGone && found?.ok) setAnswer({ ...found, of });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [goLiveId, asked, but, seq, since, of]);
  return answer?.of === of ? answer : null;
}

/** Who stands in for whom now; nothing where nobody does. */
function Substitutions() {
  const rows = useRows();
  const mayAct = useRole() !== 'viewer';
  const lasting = [...rows.substitution.values()].filter(({ endedAt }) => endedAt === null);
  if (lasting.length === 0) return null;
  const name = (id: string) => rows.person.get(id)?.name ?? 'Somebody';
  return (
    <Panel title="Standing in" quiet={lasting.length} pad className={css.panel}>
      {lasting.map(({ id, fromId, toId, startedAt, reason }) => (
        <div key={id} className={css.standing}>
          <span>
            {name(toId)} for {name(fromId)}{' '}
            <span className="small q">
              since <Time at={startedAt} />, {reason}
            </span>
          </span>
          {mayAct && (
            <Button
              className={css.act}
              onClick={() => void actLoud(client.work.giveBack, { substitutionId: id }, `Given back to ${name(fromId)}`)}
            >
              Give back
            </Button>
          )}
        </div>
      ))}
    </Panel>
  );
}
