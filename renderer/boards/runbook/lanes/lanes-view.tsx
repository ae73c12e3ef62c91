/** The streams as lanes on a clock. Arrow keys and J K move through the tasks in the order of time. */
import { type KeyboardEvent, useMemo } from 'react';
import { formatTime } from '../../../../shared/base/time-words.ts';
import { select } from '../../../store/route.ts';
import { useKeys } from '../../../ui/keys.ts';
import { PickSet } from '../../../ui/pick-set.tsx';
import { moveOf } from '../../../ui/table-lines.ts';
import { type Zoom, zooms } from '../board-query.ts';
import type { ViewProps } from '../view-props.ts';
import { ClockCanvas } from '../views/clock-canvas.tsx';
import { Legend } from '../views/legend.tsx';
import { clockSpan, useClockFacts } from '../views/use-clock-facts.ts';
import css from '../views/views.module.css';
import { LANE_ROW, lanesOf } from './lane-rows.ts';
import { laneShapes } from './lane-shapes.ts';

const SIDE = 200;
const zoomWords: Readonly<Record<Zoom, string>> = { fit: 'Fit', day: 'Days', hour: 'Hours', quarter: 'Quarters' };
/** About the width in which a block can still be told from the next, at each zoom. */
const leastMinutes: Readonly<Record<Exclude<Zoom, 'fit'>, number>> = { day: 20, hour: 4, quarter: 1 };

export function LanesView({ query: { zoom }, onLook, shown, selected, now }: ViewProps) {
  const facts = useClockFacts(now);
  const span = useMemo(() => clockSpan(shown, facts), [shown, facts]);
  const leastMs = zoom === 'fit' ? (span.to - span.from) / 150 : leastMinutes[zoom] * 60_000;
  const lanes = useMemo(() => lanesOf(shown, leastMs), [shown, leastMs]);
  const order = useMemo(() => lanes.flatMap(({ blocks }) => blocks), [lanes]);
  const at = useMemo(() => order.findIndex(({ line }) => line.task.ref === selected), [order, selected]);
  const chosen = order[at] ?? null;
  const last = lanes.at(-1);

  const step = (by: number) => {
    const next = order[Math.min(Math.max(at + by, 0), order.length - 1)];
    if (next) select(next.line.task.ref);
  };
  useKeys('Lanes', [
    { key: 'J', label: 'move', run: () => step(1), repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => step(-1), repeat: true, palette: false },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const where = event.ctrlKey || event.metaKey || event.altKey ? undefined : moveOf(event.key);
    if (where !== 'next' && where !== 'previous') return;
    step(where === 'next' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <>
      <div className={css.options}>
        <PickSet
          label="Zoom"
          value={zoom}
          onPick={(next) => onLook({ zoom: next })}
          picks={zooms.map((value) => ({ value, label: zoomWords[value] }))}
        />
        <span className="q2" aria-live="polite">
          {chosen
            ? `${chosen.line.task.ref} ${chosen.line.state}, ${formatTime(chosen.line.times.start, facts.zone)} to ${formatTime(chosen.line.times.end, facts.zone)}`
            : `${order.length} tasks in ${lanes.length} streams`}
        </span>
        <Legend />
      </div>
      <ClockCanvas
        role="region"
        label="Streams on the clock"
        facts={facts}
        span={span}
        zoom={zoom}
        onZoom={(next) => onLook({ zoom: next })}
        height={last ? last.y + last.height : 0}
        side={SIDE}
        sideRows={(top, bottom) =>
          lanes
            .filter(({ y, height }) => y < bottom && y + height > top)
            .map(({ name, y, height, tasks, closed, stopped, late }) => (
              <div key={name} className={css.lane} style={{ top: y, height }}>
                <div className="name cut">{name}</div>
                <div className="small q cut">
                  {closed} of {tasks} closed
                </div>
                {(stopped > 0 || late > 0) && (
                  <div className="small cut">
                    {stopped > 0 && <span className="stop">{stopped} stopped </span>}
                    {late > 0 && <span className="warn">{late} late</span>}
                  </div>
                )}
              </div>
            ))
        }
        draw={(pane, y, top, bottom) => laneShapes(lanes, facts, pane, y, top, bottom, chosen?.line.task.id ?? null)}
        show={chosen ? { y: chosen.y, height: LANE_ROW, from: chosen.line.times.start, to: chosen.line.times.end } : null}
        onPick={(y, instant) => {
          const slack = leastMs;
          const hit = order.find(
            ({ y: top, line: { times } }) =>
              y >= top && y < top + LANE_ROW && instant >= times.start - slack / 2 && instant <= Math.max(times.end, times.start + slack),
          );
          if (hit) select(hit.line.task.ref);
        }}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
