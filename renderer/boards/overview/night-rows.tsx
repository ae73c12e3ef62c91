/** The rows of the night line on which something was planned for one instant and happens at another: gates, and the finish. */
import type { ReactNode } from 'react';
import { formatSlip, formatSpan, formatTime } from '../../../shared/base/time-words.ts';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { GateOutcome } from '../../../shared/domain/gate/schema.ts';
import type { CutoverFinish, GateTime } from '../../../shared/domain/go-live/milestones.ts';
import { useTimes } from '../../store/live.ts';
import type { NightScale } from './night-scale.ts';
import css from './overview.module.css';

interface RowProps {
  readonly scale: NightScale;
  /** Middle of the row in px. */
  readonly y: number;
  readonly width: number;
}

const MINUTE = 60_000;
const REF_WIDTH = 34;
/** Of 12 px words, on the generous side. */
const LETTER_WIDTH = 7;
const fills: Readonly<Record<GateOutcome, string>> = {
  go: 'var(--ink-3)',
  'go with conditions': 'var(--warn)',
  'no-go': 'var(--stop)',
  hold: 'none',
};

/** Decided gates where they were decided; of the others the next one with its words, planned and forecast. */
export function GateRow({ gates, scale, y, width }: RowProps & { readonly gates: readonly GateTime[] }) {
  const next = gates.find(({ gate }) => mayDecideAgain(gate));
  const placed = gates.flatMap(({ gate, at }) => {
    const x = at === null ? null : scale.x(at);
    return x === null ? [] : [{ gate, x }];
  });
  const taken = [...placed.map((each) => each.x), next?.plannedAt == null ? null : scale.x(next.plannedAt)].filter((x) => x !== null);
  return (
    <g>
      {placed.map(({ gate, x }) => {
        const isNext = gate.id === next?.gate.id;
        const isOpen = mayDecideAgain(gate);
        const hasRoom = taken.every((other) => other <= x || other - x > REF_WIDTH);
        return (
          <g key={gate.id}>
            <title>{`${gate.ref} ${gate.title}: ${gate.decision ?? 'not decided'}`}</title>
            <Diamond x={x} y={y} fill={isNext ? 'var(--ink)' : isOpen ? 'none' : fills[gate.decision ?? 'hold']} />
            {!isNext && hasRoom && (
              <Words x={x + 10} y={y} className="f q">
                {gate.ref}
              </Words>
            )}
          </g>
        );
      })}
      {next && (
        <NextGate
          next={next}
          scale={scale}
          y={y}
          width={width}
          taken={placed.flatMap(({ gate, x }) => (gate.id === next.gate.id ? [] : x))}
        />
      )}
    </g>
  );
}

/** `taken` are the places of the other gates: where they leave no room, the words shrink to the reference. */
function NextGate({ next, scale, y, width, taken }: RowProps & { readonly next: GateTime; readonly taken: readonly number[] }) {
  const { zone } = useTimes();
  const { gate, plannedAt, at } = next;
  if (at === null || plannedAt === null) return null;
  const x = scale.x(at);
  const plannedX = scale.x(plannedAt);
  const isLate = at - plannedAt >= MINUTE;
  const head = gate.decision === 'hold' ? `${gate.ref} on hold` : gate.ref;
  const all = isLate
    ? `${head}, planned ${formatTime(plannedAt, zone)}, ${formatSpan(at - plannedAt)} late`
    : `${head}, planned ${formatTime(plannedAt, zone)}`;
  if (x === null) return null;
  const isRight = x > width - 260;
  const reach = all.length * LETTER_WIDTH + 24;
  const words = taken.some((other) => (isRight ? other < x && other > x - reach : other > x && other < x + reach)) ? gate.ref : all;
  return (
    <g>
      {isLate && plannedX !== null && <Slip from={plannedX} to={x} y={y} />}
      <Words x={isRight ? x - 12 : x + 12} y={y} anchor={isRight ? 'end' : 'start'} className={isLate ? 'warn name' : 'name'}>
        {words}
      </Words>
    </g>
  );
}

/** Planned hollow, forecast or actual full, with what lies between them. */
export function FinishRow({
  finish,
  scale,
  y,
  width,
  windowEnd,
}: RowProps & { readonly finish: CutoverFinish; readonly windowEnd: number }) {
  const { zone } = useTimes();
  const { plannedAt, at } = finish;
  const x = scale.x(at);
  const plannedX = plannedAt === null ? null : scale.x(plannedAt);
  const slip = plannedAt === null ? 0 : at - plannedAt;
  const hasSlip = Math.abs(slip) >= MINUTE;
  const over = at - windowEnd;
  const tone = over > 0 ? 'stop' : hasSlip && slip > 0 ? 'warn' : 'q';
  const word = finish.isReached ? 'ended' : 'forecast';
  const words = [
    `${word} ${formatTime(at, zone)}`,
    plannedAt !== null && !hasSlip && 'as planned',
    plannedAt !== null && hasSlip && `planned ${formatTime(plannedAt, zone)}, ${formatSlip(slip)} m`,
    over > 0 && `${formatSpan(over)} after the window`,
  ].filter(Boolean);
  const left = Math.min(x ?? width, plannedX ?? width);
  return (
    <g>
      {x !== null && plannedX !== null && hasSlip && <Slip from={plannedX} to={x} y={y} />}
      {x !== null && <Diamond x={x} y={y} fill={over > 0 ? 'var(--stop)' : 'var(--ink)'} />}
      <Words
        x={left > width / 2 ? left - 14 : Math.max(x ?? 0, plannedX ?? 0) + 14}
        y={y}
        anchor={left > width / 2 ? 'end' : 'start'}
        className={tone}
      >
        {words.join(', ')}
      </Words>
    </g>
  );
}

function Slip({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  const inward = to > from ? 7 : -7;
  return (
    <>
      <Diamond x={from} y={y} fill="none" />
      {Math.abs(to - from) > 16 && (
        <line x1={from + inward} x2={to - inward} y1={y} y2={y} stroke="var(--baseline)" strokeWidth={1.5} strokeDasharray="2 3" />
      )}
    </>
  );
}

function Diamond({ x, y, fill }: { readonly x: number; readonly y: number; readonly fill: string }) {
  const stroke = fill === 'none' ? 'var(--baseline)' : fill;
  return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} fill={fill} stroke={stroke} strokeWidth={1.5} />;
}

interface WordsProps {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'end';
  readonly className: string;
  readonly children: ReactNode;
}

function Words({ x, y, anchor = 'start', className, children }: WordsProps) {
  return (
    <text x={x} y={y + 4} textAnchor={anchor} className={`${css.onLine} ${className}`}>
      {children}
    </text>
  );
}
