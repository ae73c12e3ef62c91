/** The gate board: the gates in their order, and of one of them its criteria, its poll and its decision. */
import { useMemo, useState } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import { approvalsOf } from '../../../shared/domain/gate/approvals.ts';
import { conditionsOf } from '../../../shared/domain/gate/conditions.ts';
import { criterionLines } from '../../../shared/domain/gate/criterion-state.ts';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import { pollOf } from '../../../shared/domain/gate/poll.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { openPollOf, revealedPollOf } from '../../../shared/domain/gate/sealed-poll.ts';
import { ReportButton } from '../../dialogs/report-button.tsx';
import { useRows, useTable, useTimes } from '../../store/live.ts';
import { useRoute } from '../../store/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Time } from '../../ui/time.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { ApprovalsPanel } from './approvals-panel.tsx';
import { CallsPanel } from './calls-panel.tsx';
import { ConditionsPanel } from './conditions-panel.tsx';
import { CriteriaPanel } from './criteria-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import css from './gate.module.css';
import { GateList } from './gate-list.tsx';
import { KnownPanel } from './known-panel.tsx';
import { type Asked, GateQuestion } from './question.tsx';
import { useRights } from './rights.ts';
import { SealedPanel } from './sealed-panel.tsx';
import { WayBackPanel } from './way-back-panel.tsx';

export function GateBoard() {
  const { gates, gate } = useGates();
  if (!gate) {
    return (
      <Empty title="No gates">
        A gate is a decision point: its criteria, each position's call, and a decision with its reasons that is kept with what was known.
        The playbook of this go-live has none.
      </Empty>
    );
  }
  return (
    <div className={css.board}>
      <GateList gates={gates} selected={gate} />
      <OpenGate key={gate.id} gate={gate} />
    </div>
  );
}

function OpenGate({ gate }: { readonly gate: Gate }) {
  const rows = useRows();
  const { tZeroAt } = useTimes();
  const rights = useRights(gate);
  const criteria = useMemo(() => criterionLines(rows, gate), [rows, gate]);
  const poll = useMemo(() => pollOf(rows, gate), [rows, gate]);
  const conditions = useMemo(() => conditionsOf(rows, gate), [rows, gate]);
  const [criterionId, chooseCriterion] = useState<string | null>(null);
  const [conditionId, chooseCondition] = useState<string | null>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const criterion = (
    criteria.find((line) => line.criterion.id === criterionId) ??
    criteria.find(({ state }) => state === 'open') ??
    criteria[0]
  )?.criterion;
  const condition = conditions.find(({ id }) => id === conditionId) ?? conditions.find(({ status }) => status === 'open') ?? conditions[0];
  const { mayAct, mayCall, mayCast, mayDecide, mayReopen, mayOpenPoll } = rights;
  const sealed = openPollOf(rows, gate);
  const approvals = useMemo(() => approvalsOf(rows, gate), [rows, gate]);
  const nextApproval = approvals.find(({ decision }) => decision !== 'approved') ?? approvals.at(-1);
  const mayApprove = mayAct && mayDecideAgain(gate);
  useKeys('Gate', [
    { key: 'V', label: 'call', run: () => ask({ what: 'call', position: null }), when: mayCall },
    { key: 'V', label: 'sealed call', run: () => sealed && ask({ what: 'cast', poll: sealed, position: null }), when: mayCast },
    { key: 'P', label: 'sealed poll', run: () => ask({ what: 'open poll' }), when: mayOpenPoll },
    {
      key: 'A',
      label: 'approve',
      run: () => nextApproval && ask({ what: 'approve', approval: nextApproval }),
      when: mayApprove && nextApproval !== undefined,
    },
    { key: 'D', label: 'decide', run: () => ask({ what: 'decide' }), when: mayDecide },
    {
      key: 'C',
      label: 'judge criterion',
      run: () => criterion && ask({ what: 'judge', criterion }),
      when: mayAct && criterion !== undefined,
    },
    {
      key: 'S',
      label: 'settle condition',
      run: () => condition && ask({ what: 'settle', condition }),
      when: mayAct && condition !== undefined,
    },
    { key: 'O', label: 'reopen', run: () => ask({ what: 'reopen' }), when: mayReopen },
  ]);
  return (
    <div className={css.gate}>
      <ToolLine
        title={
          <>
            <span className="f">{gate.ref}</span> {gate.title}
          </>
        }
        quiet={gate.question}
        end={
          <>
            {gate.plannedOffset !== null && (
              <span className="q2">
                Planned <span className="f">{formatOffset(gate.plannedOffset)}</span>, <Time at={tZeroAt + gate.plannedOffset} withZone />
              </span>
            )}
            <ReportButton kinds={['decision']} gate={gate.ref} />
          </>
        }
      />
      <div className={css.regions}>
        <div className={css.main}>
          {conditions.length > 0 && (
            <ConditionsPanel
              conditions={conditions}
              selectedId={conditionId}
              onSelect={chooseCondition}
              onOpen={mayAct ? (each) => ask({ what: 'settle', condition: each }) : undefined}
            />
          )}
          <CriteriaPanel
            gate={gate}
            lines={criteria}
            selectedId={criterionId}
            onSelect={chooseCriterion}
            onOpen={mayAct ? (line) => ask({ what: 'judge', criterion: line.criterion }) : undefined}
          />
          {sealed ? (
            <SealedPanel poll={sealed} onOpen={mayCast ? ({ position }) => ask({ what: 'cast', poll: sealed, position }) : undefined} />
          ) : (
            <CallsPanel
              lines={poll}
              revealed={revealedPollOf(rows, gate)}
              onOpen={mayCall ? ({ position }) => ask({ what: 'call', position }) : undefined}
            />
          )}
          {approvals.length > 0 && (
            <ApprovalsPanel approvals={approvals} onOpen={mayApprove ? (approval) => ask({ what: 'approve', approval }) : undefined} />
          )}
          {gate.known && <KnownPanel gate={gate} known={gate.known} />}
        </div>
        <aside className={`split ${css.side}`} aria-label={`Decision of ${gate.ref}`}>
          <DecisionPanel gate={gate} criteria={criteria} poll={poll} approvals={approvals} sealed={sealed} rights={rights} ask={ask} />
          <WayBackPanel gate={gate} />
        </aside>
      </div>
      {asked && <GateQuestion asked={asked} gate={gate} criteria={criteria} poll={poll} approvals={approvals} onClose={() => ask(null)} />}
    </div>
  );
}

/** The gates in their order, and the one the address names; else the next to decide, else the last. */
function useGates(): { readonly gates: readonly Gate[]; readonly gate: Gate | undefined } {
  const table = useTable('gate');
  const { selected } = useRoute();
  const gates = useMemo(() => [...table.values()].sort((a, b) => a.position - b.position), [table]);
  const gate = gates.find(({ ref }) => ref === selected) ?? gates.find(mayDecideAgain) ?? gates.at(-1);
  return { gates, gate };
}
