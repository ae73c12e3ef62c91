/** The rows of the night line on which something was planned for one instant and happens at another: gates, and the finish. */
import type { ReactNode } from 'react';
import { formatSlip, formatSpan, formatTime } from '../../../shared/base/time-words.ts';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { GateOutcome } from '../../../shared/domain/gate/schema.ts';
import type { CutoverFinish, GateTime } from '../../../shared/domain/go-live/milestones.ts';
import { useTimes } from '../../store/live.ts';
import { HALF_DIAMOND, LETTER_WIDTH, placeLabels } from './night-labels.ts';
import { LEFT, type NightScale } from './night-scale.ts';
import css from './overview.module.css';

interface RowProps {
  readonly scale: NightScale;
  /** Middle of the row in px. */
  readonly y: number;
  readonly width: number;
}

const MINUTE = 60_000;
const fills: Readonly<Record<GateOutcome, string>> = {
  go: 'var(--ink-3)',
  'go with conditions': 'var(--warn)',
  'no-go': 'var(--stop)',
  hold: 'none',
};

/** Decided gates where they were decided; of the others the next one with its words, planned and forecast. */
export function GateRow({ gates, scale, y, width }: RowProps & { readonly gates: readonly GateTime[] }) {
  const { zone } = useTimes();
  const next = gates.find(({ gate }) => mayDecideAgain(gate));
  const placed = gates.flatMap((each) => {
    const x = each.at === null ? null : scale.x(each.at);
    return x === null ? [] : [{ ...each, x, isNext: each === next }];
  });
  const plannedX = next && isLate(next) && next.plannedAt !== null ? scale.x(next.plannedAt) : null;
  const byWeight = [...placed].sort((a, b) => Number(b.isNext) - Number(a.isNext));
  const labels = placeLabels(
    byWeight.map(({ gate, x, isNext }) => ({ x, texts: isNext && next ? nextWords(next, zone) : [gate.ref] })),
    [...placed.map(({ x }) => x), ...(plannedX === null ? [] : [plannedX])],
    LEFT - HALF_DIAMOND,
    width,
  );
  return (
    <g>
      {placed.map(({ gate, x, isNext }) => (
        <g key={gate.id}>
          <title>{`${gate.ref} ${gate.title}: ${gate.decision ?? 'not decided'}`}</title>
          {isNext && plannedX !== null && <Slip from={plannedX} to={x} y={y} />}
          <Diamond x={x} y={y} fill={isNext ? 'var(--ink)' : mayDecideAgain(gate) ? 'none' : fills[gate.decision ?? 'hold']} />
        </g>
      ))}
      {byWeight.map((each, at) => {
        const label = labels[at];
        const tone = each.isNext ? (isLate(each) ? 'warn name' : 'name') : 'f q';
        return (
          label && (
            <Words key={each.gate.id} x={label.middle} y={label.isOver ? y - 14 : y} anchor="middle" className={tone}>
              {label.text}
            </Words>
          )
        );
      })}
    </g>
  );
}

function isLate({ at, plannedAt }: GateTime): boolean {
  return at !== null && plannedAt !== null && at - plannedAt >= MINUTE;
}

/** From the whole sentence to the reference alone. */
function nextWords(next: GateTime, zone: string): readonly string[] {
  const { gate, plannedAt, at } = next;
  if (at === null || plannedAt === null) return [gate.ref];
  const head = gate.decision === 'hold' ? `${gate.ref} on hold` : gate.ref;
  const planned = `${head}, planned ${formatTime(plannedAt, zone)}`;
  return [...(isLate(next) ? [`${planned}, ${formatSpan(at - plannedAt)} late`] : []), planned, gate.ref];
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
  const all = [
    `${word} ${formatTime(at, zone)}`,
    plannedAt !== null && !hasSlip && 'as planned',
    plannedAt !== null && hasSlip && `planned ${formatTime(plannedAt, zone)}, ${formatSlip(slip)} m`,
    over > 0 && `${formatSpan(over)} after the window`,
  ].filter((each) => each !== false);
  const left = Math.min(x ?? width, plannedX ?? width);
  const right = Math.max(x ?? 0, plannedX ?? 0);
  const isLeft = left > (LEFT + width) / 2;
  const room = isLeft ? left - 14 - LEFT : width - right - 14;
  const words = [all.join(', '), all.slice(0, 1).join(), ''].find((each) => each.length * LETTER_WIDTH <= room);
  return (
    <g>
      {x !== null && plannedX !== null && hasSlip && <Slip from={plannedX} to={x} y={y} />}
      {x !== null && <Diamond x={x} y={y} fill={over > 0 ? 'var(--stop)' : 'var(--ink)'} />}
      <Words x={isLeft ? left - 14 : right + 14} y={y} anchor={isLeft ? 'end' : 'start'} className={tone}>
        {words}
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
  readonly anchor?: 'start' | 'middle' | 'end';
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
