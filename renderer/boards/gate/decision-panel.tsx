/** The decision of a gate: what stands against it while it is open; who decided what, when and why once it is taken. */
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import { earliestGo, mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import type { Approval, Gate, Poll } from '../../../shared/domain/gate/schema.ts';
import { roleHolders, titleOfRole } from '../../../shared/domain/roster/roles.ts';
import { useRows } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Span, Time } from '../../ui/time.tsx';
import { against } from './against.ts';
import css from './gate.module.css';
import { decisionMarks } from './marks.ts';
import type { Asked } from './question.tsx';
import type { Rights } from './rights.ts';

interface DecisionPanelProps {
  readonly gate: Gate;
  readonly criteria: readonly CriterionLine[];
  readonly poll: readonly PollLine[];
  readonly approvals: readonly Approval[];
  /** The sealed poll that is open; null when there is none. */
  readonly sealed: Poll | null;
  readonly rights: Rights;
  readonly ask: (asked: Asked) => void;
}

export function DecisionPanel({ gate, criteria, poll, approvals, sealed, rights, ask }: DecisionPanelProps) {
  const { isDecider, mayCall, mayCast, mayDecide, mayOpenPoll, mayReopen } = rights;
  return (
    <Panel title="Decision" pad>
      {gate.decision === null ? (
        <Mark state="not-ready" size="big">
          Not decided
        </Mark>
      ) : (
        <Decided gate={gate} />
      )}
      {mayDecideAgain(gate) && <StandsAgainst criteria={criteria} poll={poll} approvals={approvals} />}
      <NotBefore gate={gate} />
      <Who gate={gate} />
      <div className="btns">
        {mayDecide && (
          <Button primary hint="D" onClick={() => ask({ what: 'decide' })}>
            Decide
          </Button>
        )}
        {mayCall && (
          <Button hint="V" onClick={() => ask({ what: 'call', position: null })}>
            Call
          </Button>
        )}
        {sealed && mayCast && (
          <Button hint="V" onClick={() => ask({ what: 'cast', poll: sealed, position: null })}>
            Sealed call
          </Button>
        )}
        {mayOpenPoll && (
          <Button hint="P" onClick={() => ask({ what: 'open poll' })}>
            Sealed poll
          </Button>
        )}
        {sealed && isDecider && <Button onClick={() => ask({ what: 'withdraw', poll: sealed })}>Withdraw the poll</Button>}
        {mayReopen && (
          <Button hint="O" onClick={() => ask({ what: 'reopen' })}>
            Reopen
          </Button>
        )}
      </div>
    </Panel>
  );
}

function StandsAgainst({ criteria, poll, approvals }: Pick<DecisionPanelProps, 'criteria' | 'poll' | 'approvals'>) {
  const { holding, missing } = against(criteria, poll, approvals);
  return (
    <>
      <ul className={css.against}>
        {holding.map(({ state, words }) => (
          <li key={words}>
            <Mark state={state}>{words}</Mark>
          </li>
        ))}
        {missing > 0 && (
          <li>
            <Mark state="awaited">{missing === 1 ? '1 call is awaited' : `${missing} calls are awaited`}</Mark>
          </li>
        )}
      </ul>
      <p className="q2">{holding.length === 0 ? 'Nothing stands against a plain go.' : 'This stands against a plain go.'}</p>
    </>
  );
}

/** A stability period that must have passed first. */
function NotBefore({ gate }: { readonly gate: Gate }) {
  const rows = useRows();
  if (gate.liveForMs === null || !mayDecideAgain(gate)) return null;
  const at = earliestGo(rows, gate);
  return (
    <p className="q2">
      No go before the system was live for <Span ms={gate.liveForMs} />
      {at !== null && (
        <>
          , on <Time at={at} day="always" withZone />
        </>
      )}
      .
    </p>
  );
}

function Decided({ gate }: { readonly gate: Gate }) {
  if (gate.decision === null || gate.decidedAt === null) return null;
  const { state, word } = decisionMarks[gate.decision];
  return (
    <>
      <p>
        <Mark state={state} size="big">
          {gate.decision === 'hold' ? word : `Decided: ${word.toLowerCase()}`}
        </Mark>
      </p>
      <p className="q2">
        {gate.decidedBy}, <Time at={gate.decidedAt} withZone />
      </p>
      <p className={css.words}>{gate.reasons}</p>
    </>
  );
}

function Who({ gate }: { readonly gate: Gate }) {
  const rows = useRows();
  const holders = (roleHolders(rows).get(gate.deciderRole) ?? []).map(({ name }) => name).join(', ');
  const phases = [...rows.playbookCopy.values()].flatMap(({ content }) => content.phases);
  const guarded = gate.guards.map((key) => phases.find((phase) => phase.key === key)?.title ?? key);
  return (
    <dl className={css.facts}>
      <dt className="q">Decider</dt>
      <dd>
        {titleOfRole(rows, gate.deciderRole)} <span className="q2">{holders || 'held by nobody, so a manager decides'}</span>
      </dd>
      {guarded.length > 0 && (
        <>
          <dt className="q">Holds back</dt>
          <dd>{guarded.join(', ')}</dd>
        </>
      )}
      {gate.catalogueIds.length > 0 && (
        <>
          <dt className="q">Source</dt>
          <dd className="f q">{gate.catalogueIds.join(' ')}</dd>
        </>
      )}
    </dl>
  );
}
