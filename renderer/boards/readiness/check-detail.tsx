/** Everything about the selected check: its state and why, its acts and keys, its evidence, and what was done to it. */
import { type ReactNode, useState } from 'react';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { isOverdue } from '../../../shared/domain/readiness/standing.ts';
import { useRole, useRows, useTimes } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time, TOffset } from '../../ui/time.tsx';
import { type Asked, actsOn } from './check-acts.ts';
import { CheckDialog } from './check-dialog.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { checkMarks, ownerOf, phaseTitle } from './groups.ts';
import { CheckHistory } from './history.tsx';
import css from './readiness.module.css';
import { SettleDialog } from './settle-dialog.tsx';

export function CheckDetail({ check }: { readonly check: Check }) {
  const mayAct = useRole() !== 'viewer';
  const [asked, ask] = useState<Asked | null>(null);
  const acts = mayAct ? actsOn(check, ask) : [];
  useKeys(
    `Check ${check.ref}`,
    acts.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run })),
  );
  return (
    <>
      <section className={css.detail}>
        <h2>
          <span className="f q2">{check.ref}</span> {check.title}
        </h2>
        <State check={check} />
        {check.detail && <p className={`q2 ${css.words}`}>{check.detail}</p>}
        <Facts check={check} />
        <div className="btns">
          {acts.map(({ key, label, run }) => (
            <Button key={key} hint={key} onClick={run}>
              {label}
            </Button>
          ))}
        </div>
      </section>
      <EvidenceList check={check} />
      <CheckHistory check={check} />
      <Question asked={asked} check={check} onClose={() => ask(null)} />
    </>
  );
}

function State({ check }: { readonly check: Check }) {
  const { state, word } = checkMarks[check.status];
  return (
    <div className={css.state}>
      <p className={css.decided}>
        <Mark state={state} size="big">
          {word}
        </Mark>
        {check.decidedAt !== null && (
          <span className="q2">
            by {check.decidedBy}, <Time at={check.decidedAt} withZone />
          </span>
        )}
      </p>
      {check.reason && <p className={css.words}>{check.reason}</p>}
    </div>
  );
}

function Facts({ check }: { readonly check: Check }) {
  const rows = useRows();
  const { tZeroAt } = useTimes();
  const isLate = isOverdue(rows, check, useNow(60_000));
  const proves = [...rows.criterion.values()].filter(({ checkIds }) => checkIds.includes(check.id));
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

function Question({ asked, check, onClose }: { readonly asked: Asked | null; readonly check: Check; readonly onClose: () => void }) {
  if (asked === null) return null;
  if (asked === 'evidence') return <EvidenceDialog check={check} onClose={onClose} />;
  if (asked === 'edit') return <CheckDialog check={check} onClose={onClose} />;
  return <SettleDialog check={check} status={asked} onClose={onClose} />;
}
