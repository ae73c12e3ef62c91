/** Everything about the selected test: where it stands and why, its acts and keys, and its runs. */
import type { ReactNode } from 'react';
import { performanceLines, type TestLine } from '../../../shared/domain/readiness/test-standing.ts';
import { marginText } from '../../../shared/domain/readiness/test-target.ts';
import { useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import type { KeyBinding } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import { kindWords, phasesOf, stateMarks } from './lines.ts';
import { Runs } from './runs.tsx';
import css from './test.module.css';

interface DetailProps {
  readonly line: TestLine;
  /** What can be done now, with its keys. */
  readonly acts: readonly KeyBinding[];
}

export function Detail({ line, acts }: DetailProps) {
  const { test, state, last } = line;
  return (
    <>
      <section className={css.detail}>
        <h2>
          <span className="f q2">{test.ref}</span> {test.title}
        </h2>
        <p className={css.head}>
          <Mark state={stateMarks[state].state} size="big">
            {stateMarks[state].word}
          </Mark>
          {last && (
            <span className="q2">
              by {last.ranBy}, <Time at={last.ranAt} withZone />
            </span>
          )}
        </p>
        {test.notApplicable && <p className={css.words}>{test.notApplicable}</p>}
        {test.detail && <p className={`q2 ${css.words}`}>{test.detail}</p>}
        <Facts line={line} />
        <div className="btns">
          {acts
            .filter(({ when }) => when !== false)
            .map(({ key, label, run }) => (
              <Button key={label} hint={key} onClick={run}>
                {label.charAt(0).toUpperCase() + label.slice(1)}
              </Button>
            ))}
        </div>
      </section>
      <Runs line={line} />
    </>
  );
}

function Facts({ line }: { readonly line: TestLine }) {
  const rows = useRows();
  const { test, words, defects, criticalOpen } = line;
  const check = rows.check.get(test.checkId ?? '');
  const proves = [...rows.criterion.values()].filter(({ testIds }) => testIds.includes(test.id));
  const [reached] = performanceLines([line]);
  const phase = phasesOf(rows).find(({ key }) => key === test.phase)?.title ?? test.phase;
  return (
    <dl className={css.facts}>
      <Fact name="Kind">{kindWords(test.kind)}</Fact>
      {phase && <Fact name="Phase">{phase}</Fact>}
      <Fact name="Owner">{rows.person.get(test.ownerId ?? '')?.name ?? <span className="q">Nobody yet</span>}</Fact>
      {reached && <Fact name="Must be">{reached.target}</Fact>}
      {words && (
        <Fact name="Measured">
          <span className={`f ${reached?.verdict === 'missed' ? 'stop' : ''}`}>{words}</span>
          {reached && (
            <span className="q2">
              {' '}
              {reached.verdict === 'no baseline' ? 'no baseline to hold it against' : marginText(reached.margin, test.unit)}
            </span>
          )}
        </Fact>
      )}
      <Fact name="Defects">
        {defects.found === 0 ? 'none found' : `${defects.found} found, ${defects.fixed} fixed, ${defects.open} open`}
        {criticalOpen > 0 && <span className="stop">, {criticalOpen} critical</span>}
      </Fact>
      {check && (
        <Fact name="Measures">
          <button type="button" className="link f" onClick={() => go('readiness', check.ref)}>
            {check.ref}
          </button>{' '}
          {check.title}
        </Fact>
      )}
      {proves.map((criterion) => {
        const gate = rows.gate.get(criterion.gateId);
        return (
          <Fact key={criterion.id} name="Proves">
            {gate && (
              <button type="button" className="link f" onClick={() => go('gate', gate.ref)}>
                {gate.ref}
              </button>
            )}{' '}
            {criterion.title}
          </Fact>
        );
      })}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="q small">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
