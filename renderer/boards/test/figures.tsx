/** All tests in a line of figures. */
import { performanceLines, type TestLine, testFigures } from '../../../shared/domain/readiness/test-standing.ts';
import { BigFigure } from '../../ui/figure.tsx';
import css from './test.module.css';

export function Figures({ lines }: { readonly lines: readonly TestLine[] }) {
  const { tests, byState, found, fixed, open, criticalOpen } = testFigures(lines);
  const targets = performanceLines(lines);
  const met = targets.filter(({ verdict }) => verdict === 'met').length;
  const missed = targets.filter(({ verdict }) => verdict === 'missed').length;
  return (
    <section className={css.figures} aria-label="All tests">
      <BigFigure size={20} label="Passed" value={byState.passed} sub={`of ${tests} that apply`} />
      <BigFigure size={20} label="Failed" value={byState.failed} tone={byState.failed > 0 ? 'stop' : 'q'} />
      <BigFigure size={20} label="Retest wanted" value={byState['retest wanted']} tone={byState['retest wanted'] > 0 ? 'warn' : 'q'} />
      <BigFigure size={20} label="Not run" value={byState['not run']} tone={byState['not run'] > 0 ? undefined : 'q'} />
      <BigFigure size={20} label="Defects open" value={open} tone={open > 0 ? 'warn' : 'q'} sub={`${fixed} of ${found} fixed`} />
      <BigFigure size={20} label="Critical open" value={criticalOpen} tone={criticalOpen > 0 ? 'stop' : 'q'} />
      <BigFigure size={20} label="Targets met" value={met} sub={`of ${targets.length}, ${missed} missed`} />
    </section>
  );
}
