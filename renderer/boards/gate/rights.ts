/** What this screen may do at a gate. It only decides what is offered; the host decides what is done. */
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { roleHolders } from '../../../shared/domain/roster/roles.ts';
import { useMe, useRole, useRows } from '../../store/live.ts';

export interface Rights {
  readonly mayAct: boolean;
  readonly mayCall: boolean;
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
  return {
    mayAct,
    mayCall: mayAct && mayDecideAgain(gate) && gate.positions.length > 0,
    mayDecide: isDecider && mayDecideAgain(gate),
    mayReopen: isDecider && gate.decision !== null,
  };
}
