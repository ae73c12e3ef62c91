/** The tests that must have passed before a check does, with what each last measured. Results are written down on their own board. */
import { testsOfCheck } from '../../../shared/domain/readiness/linked-tests.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import type { TestLine } from '../../../shared/domain/readiness/test-standing.ts';
import { useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

export function TestList({ check }: { readonly check: Check }) {
  const lines = testsOfCheck(useRows(), check);
  if (lines.length === 0) return null;
  const passed = lines.filter(({ test, last }) => test.notApplicable !== '' || last?.result === 'passed').length;
  return (
    <Panel title="Tests" quiet={`${passed} of ${lines.length} passed`} ruled className={css.evidence}>
      {lines.map((line) => (
        <div key={line.test.id} className={css.line}>
          <p className={css.decided}>
            <button type="button" className="link f" onClick={() => go('test', line.test.ref)}>
              {line.test.ref}
            </button>
            <span className={css.grow}>{line.test.title}</span>
            <ResultMark line={line} />
          </p>
          <p className="small q2">
            {line.test.notApplicable || (
              <>
                {line.words && `${line.words}, `}
                {line.last ? (
                  <>
                    {line.last.ranBy}, <Time at={line.last.ranAt} withZone />
                  </>
                ) : (
                  'not run yet'
                )}
              </>
            )}
          </p>
        </div>
      ))}
    </Panel>
  );
}

function ResultMark({ line: { test, last } }: { readonly line: TestLine }) {
  const [state, word] = ((): readonly [MarkState, string] => {
    if (test.notApplicable !== '') return ['skipped', 'Not applicable'];
    if (!last) return ['not-ready', 'Not run'];
    return last.result === 'passed' ? ['finished', 'Passed'] : ['failed', 'Failed'];
  })();
  return <Mark state={state}>{word}</Mark>;
}
