/** Readiness in one figure, how it went, and what would raise it most. */
import { useMemo } from 'react';
import { raises } from '../../../shared/domain/readiness/raises.ts';
import { standingOf } from '../../../shared/domain/readiness/standing.ts';
import { useTable } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { FigureExplained } from './figure-explained.tsx';
import css from './readiness.module.css';
import { Trend } from './trend.tsx';

const MOST_AREAS = 3;
const MOST_CHECKS = 2;

export function Summary() {
  const checks = useTable('check');
  const standing = useMemo(() => standingOf(checks.values()), [checks]);
  const raising = useMemo(() => raises({ check: checks }), [checks]);
  return (
    <section className={css.summary} aria-label="Readiness">
      <FigureExplained checks={checks} standing={standing} raising={raising} />
      <Trend />
      <div>
        <h2 className="small q">What would raise it most</h2>
        {raising.areas.slice(0, MOST_AREAS).map(({ area, checks: count, points }) => (
          <p key={area} className={css.raise}>
            <span className="cut" title={area}>
              {area}{' '}
              <span className="q2">
                {count} {count === 1 ? 'check' : 'checks'} left
              </span>
            </span>
            <span className="f">+{points.toFixed(1)}</span>
          </p>
        ))}
        {raising.checks.slice(0, MOST_CHECKS).map(({ check, points }) => (
          <p key={check.id} className={css.raise}>
            <span className="cut" title={check.title}>
              <button type="button" className="link f" onClick={() => select(check.ref)}>
                {check.ref}
              </button>{' '}
              <span className="q2">{check.title}</span>
            </span>
            <span className="f">+{points.toFixed(1)}</span>
          </p>
        ))}
        {raising.areas.length === 0 && <p className="q2">Nothing is missing.</p>}
      </div>
    </section>
  );
}
