/** The night on one scale: the change window, T-0, now, the gates and the finish, planned and as forecast. */
import { useEffect, useRef, useState } from 'react';
import { formatTime, zoneName } from '../../../shared/base/time-words.ts';
import type { Schedule } from '../../../shared/domain/runbook/schedule.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import css from './overview.module.css';

const LEFT = 132;
const RIGHT = 48;
const HOUR = 3_600_000;
const STEPS = [HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 7 * 24 * HOUR];
const WORD = 78;

export function NightLine({ schedule, now }: { readonly schedule: Schedule; readonly now: number }) {
  const { tZeroAt, windowStart, windowEnd, zone } = useGoLive();
  const gates = [...useTable('gate').values()].filter(({ plannedOffset }) => plannedOffset !== null);
  const [width, box] = useWidth();
  const { finish, plannedFinish } = schedule;
  const isNear = now > windowStart - 24 * HOUR && now < windowEnd + 24 * HOUR;
  const from = Math.min(windowStart, tZeroAt, isNear ? now : tZeroAt) - HOUR / 4;
  const to = Math.max(windowEnd, finish ?? 0, isNear ? now : 0) + HOUR / 4;
  const x = (at: number) => LEFT + ((at - from) / (to - from)) * Math.max(1, width - LEFT - RIGHT);
  const step = STEPS.find((each) => (to - from) / each <= width / 90) ?? (to - from) / 8;
  const ticks = Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => Math.ceil(from / step) * step + index * step,
  ).filter((at) => at <= to);
  const heads = placed(
    [
      ...(isNear ? [{ at: now, word: 'now', tone: 'acc' }] : []),
      { at: tZeroAt, word: 'T-0', tone: 'ink' },
      { at: windowEnd, word: 'window ends', tone: 'ink' },
      ...(finish === null ? [] : [{ at: finish, word: 'finish', tone: finish > windowEnd ? 'stop' : 'ink' }]),
    ],
    x,
  );
  const words = `Window ${formatTime(windowStart, zone)} to ${formatTime(windowEnd, zone)}, T-0 ${formatTime(tZeroAt, zone)}${finish === null ? '' : `, forecast finish ${formatTime(finish, zone)}`}`;
  return (
    <div ref={box}>
      <svg className={css.night} viewBox={`0 0 ${width} 132`} role="img" aria-label={words}>
        {ticks.map((at) => (
          <g key={at}>
            <line className="g" x1={x(at)} x2={x(at)} y1={38} y2={108} />
            <text className="f q" textAnchor="middle" x={x(at)} y={124}>
              {formatTime(at, zone)}
            </text>
          </g>
        ))}
        <text className="q" x={16} y={124}>
          {zoneName(now, zone)}
        </text>
        <text x={16} y={58}>
          Change window
        </text>
        <rect x={x(windowStart)} y={51} width={Math.max(1, x(windowEnd) - x(windowStart))} height={5} fill="var(--rule)" />
        {isNear && now > windowStart && (
          <rect x={x(windowStart)} y={51} width={x(Math.min(now, windowEnd)) - x(windowStart)} height={5} fill="var(--ink-3)" />
        )}
        <text x={16} y={80}>
          Gates
        </text>
        {gates.map((gate) => (
          <g key={gate.id}>
            <title>{`${gate.ref} ${gate.title}: ${gate.decision ?? 'not decided'}`}</title>
            <Diamond
              x={x(gate.decidedAt ?? tZeroAt + (gate.plannedOffset ?? 0))}
              y={76}
              isFull={gate.decision !== null && gate.decision !== 'hold'}
            />
          </g>
        ))}
        <text x={16} y={102}>
          Cutover finish
        </text>
        {plannedFinish !== null && <Diamond x={x(plannedFinish)} y={98} isFull={false} />}
        {finish !== null && plannedFinish !== null && (
          <line x1={x(plannedFinish) + 8} x2={x(finish) - 8} y1={98} y2={98} stroke="var(--ink-3)" strokeDasharray="2 3" />
        )}
        {finish !== null && <Diamond x={x(finish)} y={98} isFull />}
        {heads.map(({ at, word, tone, left }) => (
          <g key={word}>
            <line
              x1={x(at)}
              x2={x(at)}
              y1={38}
              y2={108}
              stroke={tone === 'acc' ? 'var(--accent)' : 'var(--ink-3)'}
              strokeWidth={tone === 'acc' ? 1.5 : 1}
            />
            <text className={tone} textAnchor="middle" x={left} y={14}>
              {word}
            </text>
            <text className={`f ${tone}`} textAnchor="middle" x={left} y={30}>
              {formatTime(at, zone)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Diamond({ x, y, isFull }: { readonly x: number; readonly y: number; readonly isFull: boolean }) {
  return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} fill={isFull ? 'var(--ink)' : 'none'} stroke="var(--ink-3)" />;
}

interface Head {
  readonly at: number;
  readonly word: string;
  readonly tone: string;
}

/** Words that would touch are moved to the right of the one before. */
function placed(heads: readonly Head[], x: (at: number) => number): readonly (Head & { readonly left: number })[] {
  let free = 0;
  return [...heads]
    .sort((a, b) => a.at - b.at)
    .map((head) => {
      const left = Math.max(x(head.at), free + WORD / 2);
      free = left + WORD / 2 + 8;
      return { ...head, left };
    });
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1_200);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [width, box] as const;
}
