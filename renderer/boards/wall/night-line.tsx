/** The night as one line: where now is, the gates, the finish and the end of the window. */
import { formatDay, formatTime } from '../../../shared/base/time-words.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { scaleOf, withNow, xOf } from '../../../shared/domain/runbook/drawing/scale.ts';
import type { Schedule } from '../../../shared/domain/runbook/schedule.ts';
import { isGo } from '../../../shared/domain/runbook/task-state.ts';
import css from './wall.module.css';

const WIDE = 1_840;
const LINE = 84;

interface NightLineProps {
  readonly gates: ReadonlyMap<string, Gate>;
  readonly schedule: Schedule;
  readonly goLive: GoLive;
  readonly finish: number | null;
  readonly now: number;
}

interface NightMark {
  readonly at: number;
  readonly word: string;
  readonly tone: string;
  readonly isGate?: boolean;
}

export function NightLine({ gates, schedule, goLive, finish, now }: NightLineProps) {
  const { zone, windowStart, windowEnd, tZeroAt } = goLive;
  const { from, to: ends } = withNow({ from: Math.min(windowStart, tZeroAt), to: Math.max(windowEnd, finish ?? windowEnd) }, now);
  const scale = scaleOf({ from, to: ends }, WIDE);
  const marks: NightMark[] = [
    { at: tZeroAt, word: 'T-0', tone: 'var(--ink-3)' },
    { at: windowEnd, word: 'window ends', tone: 'var(--ink)' },
    ...(finish === null ? [] : [{ at: finish, word: 'finish', tone: finish > windowEnd ? 'var(--stop)' : 'var(--ink)' }]),
    ...[...gates.values()].flatMap((gate) => {
      const at = schedule.gates.get(gate.id)?.at;
      if (at === undefined || at < from || at > ends) return [];
      return [{ at, word: gate.ref, tone: isGo(gate) ? 'var(--good)' : 'var(--ink)', isGate: true }];
    }),
  ];
  const said = marks.map(({ at, word }) => `${word} ${formatTime(at, zone)}`).join(', ');
  const placed = apart([...marks].sort((a, b) => a.at - b.at).map((mark) => ({ ...mark, x: xOf(scale, mark.at) })));
  const nowX = Math.min(Math.max(xOf(scale, now), 0), WIDE);
  const nowWords = `now ${now < from || now > ends ? `${formatDay(now, zone)} ` : ''}${formatTime(now, zone)}`;
  return (
    <svg className={css.night} viewBox={`0 0 ${WIDE} 150`} role="img" aria-label={`The night: now ${formatTime(now, zone)}, ${said}`}>
      <path d={`M0 ${LINE}H${WIDE}`} stroke="var(--rule)" strokeWidth="4" />
      <path d={`M0 ${LINE}H${nowX}`} stroke="var(--ink-3)" strokeWidth="10" />
      <path d={`M${nowX} 44V${LINE + 24}`} stroke="var(--accent)" strokeWidth="4" />
      <text x={clampText(nowX, wide(nowWords))} y="32" textAnchor="middle" fill="var(--accent)">
        {nowWords}
      </text>
      {placed.map(({ x, at, word, tone, isGate, isSaid }) => (
        <g key={`${word}${at}`} fill={tone}>
          {isGate ? (
            <path d={`M${x} ${LINE - 16}l16 16-16 16-16-16z`} />
          ) : (
            <path d={`M${x} ${LINE - 26}V${LINE + 22}`} stroke={tone} strokeWidth="5" />
          )}
          {isSaid && (
            <text x={clampText(x, wide(word))} y="140" textAnchor="middle">
              {word} {formatTime(at, zone)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Words that would lie on others are left out, those of the end first come. */
function apart<Placed extends NightMark & { readonly x: number }>(marks: readonly Placed[]) {
  let free = Number.POSITIVE_INFINITY;
  return [...marks]
    .reverse()
    .map((mark) => {
      const middle = clampText(mark.x, wide(mark.word));
      const isSaid = middle + wide(mark.word) / 2 < free;
      if (isSaid) free = middle - wide(mark.word) / 2;
      return { ...mark, isSaid };
    })
    .reverse();
}

function wide(word: string): number {
  return (word.length + 6) * 17 + 24;
}

function clampText(x: number, width: number): number {
  return Math.min(Math.max(x, width / 2), WIDE - width / 2);
}
