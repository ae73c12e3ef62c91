/** What a check is planned with: where it belongs, whose it is, when it is due, how much it weighs, which gates it proves. */
import type { ReactNode } from 'react';
import { raises } from '../../../shared/domain/readiness/raises.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { isOverdue } from '../../../shared/domain/readiness/standing.ts';
import { useRows, useTimes } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time, TOffset } from '../../ui/time.tsx';
import { criticalityMarks, ownerOf, phaseTitle } from './groups.ts';
import css from './readiness.module.css';

export function CheckFacts({ check }: { readonly check: Check }) {
  const rows = useRows();
  const { tZeroAt } = useTimes();
  const isLate = isOverdue(rows, check, useNow(60_000));
  const proves = [...rows.criterion.values()].filter(({ checkIds }) => checkIds.includes(check.id));
  const { state, word } = criticalityMarks[check.criticality];
  const points = raises(rows).checks.find((each) => each.check.id === check.id)?.points ?? 0;
  return (
    <dl className={css.facts}>
      <Line name="Area">{check.area}</Line>
      {check.phase && <Line name="Phase">{phaseTitle(rows, check.phase)}</Line>}
      <Line name="Owner">{ownerOf(rows, check) || <span className="q">Nobody yet</span>}</Line>
      {check.dueOffset !== null && (
        <Line name="Due">
          <TOffset ms={check.dueOffset} />, <Time at={tZeroAt + check.dueOffset} withZone /> {isLate && <Mark state="late">Overdue</Mark>}
        </Line>
      )}
      <Line name="Weight">
        <span className={css.decided}>
          <Mark state={state} as="priority">
            {word}
          </Mark>
          {points > 0 && <span className="q2">passing it gives {points.toFixed(1)} points</span>}
        </span>
      </Line>
      {check.needsVerification && <Line name="Verification">by somebody other than who passes it</Line>}
      {check.condition && <Line name="Applies if">{check.condition}</Line>}
      {proves.map((criterion) => {
        const gate = rows.gate.get(criterion.gateId);
        return (
          gate && (
            <Line key={criterion.id} name="Proves">
              <button type="button" className="link" onClick={() => go('gate', gate.ref)}>
                {gate.ref}
              </button>{' '}
              {criterion.title}
            </Line>
          )
        );
      })}
      {check.catalogueIds.length > 0 && (
        <Line name="Source">
          <span className="f q">{check.catalogueIds.join(' ')}</span>
        </Line>
      )}
    </dl>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="q">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
