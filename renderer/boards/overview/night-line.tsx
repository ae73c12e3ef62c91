/** The night on one scale: the change window, T-0, now, the gates and the cutover finish, planned and forecast or decided. */
import { useMemo } from 'react';
import { formatDay, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { cutoverFinish, gateTimes } from '../../../shared/domain/go-live/milestones.ts';
import type { Schedule } from '../../../shared/domain/runbook/schedule.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { timeTicks } from '../../ui/charts/time-ticks.ts';
import { FinishRow, GateRow } from './night-rows.tsx';
import { type Head, nightScale, spreadHeads } from './night-scale.ts';
import css from './overview.module.css';
import { useWidth } from './use-width.ts';

const DAY = 86_400_000;
const HEIGHT = 148;
const TOP = 38;
const BOTTOM = 128;

export function NightLine({ schedule, now }: { readonly schedule: Schedule; readonly now: number }) {
  const rows = useRows();
  const goLive = useGoLive();
  const { tZeroAt, windowStart, windowEnd, zone } = goLive;
  const gates = useMemo(() => gateTimes(rows, schedule), [rows, schedule]);
  const finish = useMemo(() => cutoverFinish(rows, goLive, schedule), [rows, goLive, schedule]);
  const [box, width] = useWidth();
  const scale = nightScale(goLive, [now, tZeroAt, ...(finish ? [finish.at, finish.plannedAt ?? finish.at] : [])], width);
  const time = (at: number) => `${Math.abs(at - now) < DAY ? '' : `${formatDay(at, zone)} `}${formatTime(at, zone)}`;
  const ticks = width === 0 ? [] : timeTicks(scale.from, scale.to, zone, Math.floor(width / 100));
  const named: readonly (readonly [number, string, Head['tone']])[] = [
    [windowStart, 'window opens', 'q'],
    [tZeroAt, 'T-0', 'ink'],
    [now, 'now', 'acc'],
    ...(finish ? [[finish.at, finish.isReached ? 'finished' : 'finish', finish.at > windowEnd ? 'stop' : 'ink'] as const] : []),
    [windowEnd, 'window ends', 'ink'],
  ];
  const heads = named.flatMap(([at, word, tone]): readonly Head[] => {
    const x = scale.x(at);
    return x === null ? [] : [{ x, words: [word, time(at)], tone }];
  });
  const opens = scale.x(windowStart) ?? 0;
  const ends = scale.x(windowEnd) ?? 0;
  const passed = Math.min(ends, now > windowEnd ? ends : (scale.x(now) ?? opens));
  return (
    <div ref={box} className={css.night}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={said()}>
          {ticks.map(({ at, word }) => {
            const x = scale.x(at) ?? 0;
            return (
              <g key={at}>
                <line x1={x} x2={x} y1={TOP} y2={BOTTOM} stroke="var(--grid)" />
                <text className="f q" textAnchor="middle" x={x} y={BOTTOM + 15}>
                  {word}
                </text>
              </g>
            );
          })}
          {['Change window', 'Gates', 'Cutover finish'].map((name, index) => (
            <text key={name} x={16} y={60 + index * 26}>
              {name}
            </text>
          ))}
          <text className="q" x={16} y={BOTTOM + 15}>
            {zoneName(tZeroAt, zone)}
          </text>
          <rect x={opens} y={53} width={Math.max(1, ends - opens)} height={6} fill="var(--rule)" />
          {passed > opens && <rect x={opens} y={53} width={passed - opens} height={6} fill="var(--ink-3)" />}
          {heads.map(({ x, tone }) => (
            <line key={x} x1={x} x2={x} y1={TOP} y2={BOTTOM} stroke={lines[tone]} strokeWidth={tone === 'acc' ? 1.5 : 1} />
          ))}
          {spreadHeads(heads, width).map(({ words, middle, tone }) => (
            <g key={words[0]} textAnchor="middle">
              <text className={`${tone} name`} x={middle} y={15}>
                {words[0]}
              </text>
              <text className={`f ${tone}`} x={middle} y={31}>
                {words[1]}
              </text>
            </g>
          ))}
          <GateRow gates={gates} scale={scale} y={82} width={width} />
          {finish && <FinishRow finish={finish} scale={scale} y={108} width={width} windowEnd={windowEnd} />}
        </svg>
      )}
    </div>
  );

  function said(): string {
    const zoned = (at: number) => `${formatDay(at, zone)} ${formatTime(at, zone)} ${zoneName(at, zone)}`;
    const parts = [
      `Change window ${zoned(windowStart)} to ${zoned(windowEnd)}`,
      `T-0 ${zoned(tZeroAt)}`,
      ...gates.flatMap(({ gate, at }) => (at === null ? [] : `${gate.ref} ${gate.decision ?? 'not decided'} ${zoned(at)}`)),
      ...(finish ? [`cutover finish ${zoned(finish.at)}`] : []),
      ...(finish && finish.at > windowEnd ? [`${formatSpan(finish.at - windowEnd)} after the window`] : []),
    ];
    return parts.join(', ');
  }
}

const lines: Readonly<Record<Head['tone'], string>> = {
  acc: 'var(--accent)',
  ink: 'var(--ink-3)',
  stop: 'var(--stop)',
  q: 'var(--rule)',
};
