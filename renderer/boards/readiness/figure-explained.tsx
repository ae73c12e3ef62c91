/** The readiness figure; pointed at, focused or asked for with its key it says what it is made of and what would raise it. */
import { useId, useRef, useState } from 'react';
import { criticalities, weightOf } from '../../../shared/domain/readiness/criticality.ts';
import { figureParts, type Raises } from '../../../shared/domain/readiness/raises.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { type Standing, shareOf } from '../../../shared/domain/readiness/standing.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { checkMarks, criticalityMarks } from './groups.ts';
import css from './readiness.module.css';

interface FigureExplainedProps {
  readonly checks: ReadonlyMap<string, Check>;
  readonly standing: Standing;
  readonly raising: Raises;
}

export function FigureExplained({ checks, standing, raising }: FigureExplainedProps) {
  const [isOpen, setOpen] = useState(false);
  const figure = useRef<HTMLButtonElement>(null);
  const id = useId();
  useKeys('Readiness figure', [
    { key: 'Y', label: 'why this figure', run: () => (isOpen ? setOpen(false) : figure.current?.focus()) },
    { key: 'Escape', label: 'close', run: () => setOpen(false), when: isOpen, palette: false, foot: false },
  ]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing is one of three ways; the button inside takes focus and keys
    <div className={css.figure} onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button
        ref={figure}
        type="button"
        className={css.why}
        aria-describedby={isOpen ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        <BigFigure
          size={44}
          value={standing.figure === null ? 'none' : (standing.figure * 100).toFixed(1)}
          sub={`of 100, weighted, ${standing.applicable} checks apply`}
        />
      </button>
      {standing.counts.failed > 0 && <Mark state="failed">{standing.counts.failed} failed</Mark>}
      {isOpen && (
        <div id={id} role="tooltip" className={css.tip}>
          <Explanation checks={checks} standing={standing} raising={raising} />
        </div>
      )}
    </div>
  );
}

const MOST_CHECKS = 5;

function Explanation({ checks, standing: { counts, weight }, raising }: FigureExplainedProps) {
  return (
    <>
      <table className="t">
        <thead>
          <tr>
            <th>State</th>
            <th className="n">Checks</th>
            <th className="n">Weight</th>
            <th className="n">Counts</th>
            <th className="n">Points</th>
          </tr>
        </thead>
        <tbody>
          {figureParts(checks.values()).map((part) => (
            <tr key={part.status}>
              <td>
                <Mark state={checkMarks[part.status].state}>{checkMarks[part.status].word}</Mark>
              </td>
              <td className="n">{part.checks}</td>
              <td className="n">{part.weight}</td>
              <td className="n">{shareOf[part.status]}</td>
              <td className="n">{part.points.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small q2">
        {criticalities.map((each) => `${criticalityMarks[each].word} weighs ${weightOf[each]}`).join(', ')}; {weight} in all.
        {counts.notApplicable > 0 && ` ${counts.notApplicable} not applicable, left out.`}
      </p>
      {raising.checks.length > 0 && <p className="small q">Passing one of these would raise it most</p>}
      {raising.checks.slice(0, MOST_CHECKS).map(({ check, points }) => (
        <p key={check.id} className={css.raise}>
          <span className="cut">
            <span className="f q2">{check.ref}</span> {check.title}
          </span>
          <span className="f">+{points.toFixed(1)}</span>
        </p>
      ))}
    </>
  );
}
