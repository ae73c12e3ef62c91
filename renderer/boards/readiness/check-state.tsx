/** The state of a check in words: who decided it, who verified it, how long a waiver lasts, and why. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { useTable } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import { checkMarks } from './groups.ts';
import css from './readiness.module.css';

export function CheckState({ check }: { readonly check: Check }) {
  const { state, word } = checkMarks[check.status];
  return (
    <div className={css.state}>
      <p className={css.decided}>
        <Mark state={state} size="big">
          {word}
        </Mark>
        {check.decidedAt !== null && (
          <span className="q2">
            {check.status === 'to verify' || check.verifiedAt !== null ? 'passed by' : 'by'} {check.decidedBy},{' '}
            <Time at={check.decidedAt} withZone />
          </span>
        )}
      </p>
      {check.verifiedAt !== null && (
        <p className="q2">
          Verified by {check.verifiedBy}, <Time at={check.verifiedAt} withZone />
        </p>
      )}
      {check.status === 'to verify' && <Waits check={check} />}
      {check.status === 'waived' && <Waiver check={check} />}
      {check.reason && (
        <p className={css.words}>
          {check.status === 'passed' || check.status === 'to verify' ? <b>Although blocked: </b> : null}
          {check.reason}
        </p>
      )}
    </div>
  );
}

function Waits({ check }: { readonly check: Check }) {
  const people = useTable('person');
  const doer = people.get(check.decidedById ?? '')?.name;
  return (
    <p className="q2">
      {doer ? `Somebody other than ${doer} must verify it.` : 'Nobody of the roster is known to have passed it. Send it back.'}
    </p>
  );
}

function Waiver({ check }: { readonly check: Check }) {
  return (
    <p className="q2">
      Approved by {check.waiverApprover || check.decidedBy},{' '}
      {check.waivedUntil === null ? (
        'without an end'
      ) : (
        <>
          ends <Time at={check.waivedUntil} day="always" withZone />
        </>
      )}
    </p>
  );
}
