/** The trainer's console: the clock of the drill, the trouble put in, and what came of it. */
import { useCallback, useEffect, useState } from 'react';
import { formatDay, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { speeds } from '../../../shared/domain/drill/commands.ts';
import { client } from '../../client/client.ts';
import { actLoud, refusalOf, tell } from '../../store/act.ts';
import { useGoLive, useLive } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { Debrief } from './debrief.tsx';
import css from './rehearsal.module.css';
import { Trouble } from './trouble.tsx';

export type Planned = Extract<Awaited<ReturnType<typeof client.drill.planned.query>>, { ok: true }>['trouble'];
export type Lessons = Extract<Awaited<ReturnType<typeof client.drill.debrief.query>>, { ok: true }>['lessons'];

export function DrillConsole() {
  const { planned, lessons, reload } = useDrill();
  return (
    <div className={css.console}>
      <DrillClock />
      <Trouble planned={planned} onChange={reload} />
      <Debrief lessons={lessons} />
    </div>
  );
}

function DrillClock() {
  const { clock, stage, zone } = useGoLive();
  const now = useNow();
  const isOver = stage === 'closed' || stage === 'scrubbed';
  const setSpeed = (speed: (typeof speeds)[number]) => void actLoud(client.drill.setSpeed, { speed });
  const jump = () => void actLoud(client.drill.jump, {});
  useKeys('Drill', [
    { key: '0', label: 'stop the clock', run: () => setSpeed(0), when: !isOver && clock?.speed !== 0 },
    { key: 'Shift+J', label: 'jump ahead', run: jump, when: !isOver, repeat: true },
  ]);
  return (
    <section className={css.clock} aria-label="Clock of the drill">
      <BigFigure
        label="The drill shows"
        size={28}
        value={formatTime(now, zone, true)}
        sub={`${formatDay(now, zone)}, ${zoneName(now, zone)}`}
      />
      <PickSet
        label="Speed"
        picks={speeds.map((speed) => ({ value: String(speed), label: speed === 0 ? 'Stopped' : `${speed}×` }))}
        value={String(clock?.speed ?? 1)}
        onPick={(picked) => setSpeed(Number(picked) as (typeof speeds)[number])}
      />
      <span className="btns">
        <Button hint="Shift+J" onClick={jump} disabled={isOver}>
          Jump to what comes next
        </Button>
      </span>
      <span className="q">The clock never goes back.</span>
    </section>
  );
}

/** What waits and what struck; asked anew after each entry. */
function useDrill() {
  const { id: goLiveId } = useGoLive();
  const seq = useLive((live) => live.seq);
  const [planned, setPlanned] = useState<Planned>([]);
  const [lessons, setLessons] = useState<Lessons>([]);
  const load = useCallback(async () => {
    try {
      const [waiting, told] = await Promise.all([client.drill.planned.query({ goLiveId }), client.drill.debrief.query({ goLiveId })]);
      if (waiting.ok) setPlanned(waiting.trouble);
      if (told.ok) setLessons(told.lessons);
    } catch (error) {
      tell(refusalOf(error));
    }
  }, [goLiveId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry is the reason to ask again
  useEffect(() => {
    const timer = setTimeout(() => void load(), 250);
    return () => clearTimeout(timer);
  }, [load, seq]);
  return { planned, lessons, reload: () => void load() };
}
