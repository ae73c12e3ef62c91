/** The checks that others changed since this person last looked. */
import { useEffect, useState } from 'react';
import { client } from '../../client/client.ts';
import { useGoLive, useLive, useMe, useTable } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import type { Seen } from '../../store/seen.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { checkMarks } from './groups.ts';
import css from './readiness.module.css';

type Changed = Extract<Awaited<ReturnType<typeof client.readiness.changed.query>>, { ok: true }>;

const MOST_SHOWN = 6;

/** Nothing at all where nothing changed. */
export function ChangedSince({ seen: { last, mark } }: { readonly seen: Seen }) {
  const checks = useTable('check');
  const changed = useChanged(last.seq);
  const [isOpen, setOpen] = useState(false);
  const isShown = changed !== null && changed.checks.length > 0;
  useKeys('Readiness', [{ key: 'M', label: 'mark as seen', run: mark, when: isShown }]);
  if (!isShown) return null;
  const shown = isOpen ? changed.checks : changed.checks.slice(0, MOST_SHOWN);
  const left = changed.checks.length - shown.length;
  return (
    <Panel title="Changed since you looked" quiet={changed.checks.length} ruled>
      {shown.map(({ checkId, happenings }) => {
        const check = checks.get(checkId);
        const [latest] = happenings;
        return (
          check &&
          latest && (
            <div key={checkId} className={css.line}>
              <p className={css.decided}>
                <button type="button" className="link f" onClick={() => select(check.ref)}>
                  {check.ref}
                </button>
                <span className={`cut ${css.grow}`} title={check.title}>
                  {check.title}
                </span>
                <Mark state={checkMarks[check.status].state}>{checkMarks[check.status].word}</Mark>
              </p>
              {happenings.slice(0, 3).map(({ seq, text, actor, occurredAt }) => (
                <p key={seq} className="small q2 cut" title={`${text}, ${actor}`}>
                  <Time at={occurredAt} /> {actor}: {text.replace(`${check.ref} `, '').replace(`: ${check.title}`, '')}
                </p>
              ))}
              {happenings.length > 3 && <p className="small q2">and {happenings.length - 3} more before</p>}
            </div>
          )
        );
      })}
      <div className={`${css.act} ${css.decided}`}>
        <Button hint="M" onClick={mark}>
          Seen
        </Button>
        {left > 0 && <Button onClick={() => setOpen(true)}>Show {left} more</Button>}
        <span className="small q">
          since <Time at={last.at} withZone />
        </span>
      </div>
      {changed.isCut && <p className={`small q2 ${css.act}`}>Only the newest 5,000 entries are looked at.</p>}
    </Panel>
  );
}

const PAUSE_MS = 300;

/** Asked again shortly after something new came in; null until the first answer. */
function useChanged(since: number): Changed | null {
  const { id: goLiveId } = useGoLive();
  const me = useTable('person').get(useMe() ?? '')?.name;
  const seq = useLive((live) => live.seq);
  const [answer, setAnswer] = useState<(Changed & { readonly since: number }) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seq` is what makes it ask again
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      const found = await client.readiness.changed.query({ goLiveId, since, but: me }).catch(() => null);
      if (!isGone && found?.ok) setAnswer({ ...found, since });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [goLiveId, me, seq, since]);
  return answer?.since === since ? answer : null;
}
