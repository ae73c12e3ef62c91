/** What this screen may do at a gate. It only decides what is offered; the host decides what is done. */
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { openPollOf, revealedPollOf } from '../../../shared/domain/gate/sealed-poll.ts';
import { roleHolders } from '../../../shared/domain/roster/roles.ts';
import { useMe, useRole, useRows } from '../../store/live.ts';

export interface Rights {
  readonly mayAct: boolean;
  readonly isDecider: boolean;
  /** In the open, before any sealed poll. */
  readonly mayCall: boolean;
  /** Into the sealed poll that is open. */
  readonly mayCast: boolean;
  readonly mayOpenPoll: boolean;
  readonly mayDecide: boolean;
  readonly mayReopen: boolean;
}

export function useRights(gate: Gate): Rights {
  const role = useRole();
  const me = useMe();
  const rows = useRows();
  const isDecider =
    role === 'manager' || (role === 'member' && (roleHolders(rows).get(gate.deciderRole) ?? []).some(({ id }) => id === me));
  const mayAct = role !== 'viewer';
  const isOpen = mayDecideAgain(gate);
  const asks = gate.positions.length > 0;
  const sealed = openPollOf(rows, gate) !== null;
  return {
    mayAct,
    isDecider,
    mayCall: mayAct && isOpen && asks && !sealed && !revealedPollOf(rows, gate),
    mayCast: mayAct && sealed,
    mayOpenPoll: isDecider && isOpen && asks && !sealed,
    mayDecide: isDecider && isOpen && !sealed,
    mayReopen: isDecider && gate.decision !== null,
  };
}
