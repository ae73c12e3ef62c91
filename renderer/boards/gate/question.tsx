/** The questions the gate board asks, one at a time. */
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import type { Approval, Condition, Criterion, Gate, Poll } from '../../../shared/domain/gate/schema.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { CallDialog } from './call-dialog.tsx';
import { CastDialog } from './cast-dialog.tsx';
import { ConditionDialog } from './condition-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { JudgeDialog } from './judge-dialog.tsx';
import { OpenPollDialog } from './open-poll-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export type Asked =
  /** `position` is null when the person chooses it. */
  | { readonly what: 'call'; readonly position: string | null }
  | { readonly what: 'cast'; readonly poll: Poll; readonly position: string | null }
  | { readonly what: 'open poll' }
  | { readonly what: 'withdraw'; readonly poll: Poll }
  | { readonly what: 'approve'; readonly approval: Approval }
  | { readonly what: 'decide' }
  | { readonly what: 'reopen' }
  | { readonly what: 'judge'; readonly criterion: Criterion }
  | { readonly what: 'settle'; readonly condition: Condition };

interface GateQuestionProps {
  readonly asked: Asked;
  readonly gate: Gate;
  readonly criteria: readonly CriterionLine[];
  readonly poll: readonly PollLine[];
  readonly approvals: readonly Approval[];
  readonly onClose: () => void;
}

export function GateQuestion({ asked, gate, criteria, poll, approvals, onClose }: GateQuestionProps) {
  switch (asked.what) {
    case 'call':
      return <CallDialog gate={gate} poll={poll} position={asked.position} onClose={onClose} />;
    case 'cast':
      return <CastDialog gate={gate} poll={asked.poll} position={asked.position} onClose={onClose} />;
    case 'open poll':
      return <OpenPollDialog gate={gate} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog gate={gate} poll={asked.poll} onClose={onClose} />;
    case 'approve':
      return <ApprovalDialog gate={gate} approval={asked.approval} onClose={onClose} />;
    case 'decide':
      return <DecideDialog gate={gate} criteria={criteria} poll={poll} approvals={approvals} onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog gate={gate} onClose={onClose} />;
    case 'judge':
      return <JudgeDialog gate={gate} criterion={asked.criterion} onClose={onClose} />;
    case 'settle':
      return <ConditionDialog gate={gate} condition={asked.condition} onClose={onClose} />;
  }
}
