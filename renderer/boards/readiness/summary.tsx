/** Readiness in one figure, what it counts, and what would raise it most. */
import { useMemo } from 'react';
import { standingOf } from '../../../shared/domain/readiness/standing.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import type { GroupLine } from './groups.ts';
import css from './readiness.module.css';

const MOST_RAISING = 3;

export function Summary({ lines }: { readonly lines: readonly GroupLine[] }) {
  const { counts, applicable, figure } = useMemo(() => standingOf(lines.flatMap(({ checks }) => checks)), [lines]);
  const overdue = lines.reduce((sum, line) => sum + line.overdue, 0);
  const raising = lines.filter(({ lost }) => lost > 0).sort((a, b) => b.lost - a.lost);
  const shown = [
    ['Passed', counts.passed],
    ['Waived', counts.waived],
    ['In work', counts.inWork],
    ['Open', counts.open],
    ['Failed', counts.failed],
  ] as const;
  return (
    <section className={css.summary} aria-label="Readiness">
      <div>
        <BigFigure size={44} value={figure === null ? 'none' : (figure * 100).toFixed(1)} sub={`of 100, ${applicable} checks apply`} />
        {(counts.failed > 0 || overdue > 0) && (
          <p className={css.marks}>
            {counts.failed > 0 && <Mark state="failed">{counts.failed} failed</Mark>}
            {overdue > 0 && <Mark state="late">{overdue} overdue</Mark>}
          </p>
        )}
      </div>
      <div>
        <ShareBar {...counts} />
        <dl className={css.counts}>
          {shown.map(([word, count]) => (
            <div key={word}>
              <dt className="small q">{word}</dt>
              <dd className={count === 0 ? 'f q' : 'f'}>{count}</dd>
            </div>
          ))}
        </dl>
        <p className="small q">
          Passed counts 1, waived one half.{counts.notApplicable > 0 && ` ${counts.notApplicable} not applicable, left out.`}
        </p>
      </div>
      <div>
        <h2 className="small q">What would raise it most</h2>
        {raising.slice(0, MOST_RAISING).map((line) => (
          <p key={line.id} className={css.raise}>
            <span className="cut" title={line.title}>
              {line.title} <span className="q2">{leftWords(line)}</span>
            </span>
            <span className="f">+{line.lost.toFixed(1)}</span>
          </p>
        ))}
        {raising.length === 0 && <p className="q2">Nothing is missing.</p>}
      </div>
    </section>
  );
}

function leftWords({ counts }: GroupLine): string {
  const left = counts.open + counts.inWork + counts.failed + counts.waived;
  return `${left} ${left === 1 ? 'check' : 'checks'} left`;
}
