/** What can be done to a check from the board: at once where nothing must be said, by a question where a reason is needed. */
import type { Check, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';

/** A question the board asks about a check. */
export type Asked = 'failed' | 'waived' | 'not applicable' | 'evidence' | 'edit';

export interface CheckAct {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** The acts that make sense on the check now, the likeliest first. */
export function actsOn(check: Check, ask: (asked: Asked) => void): readonly CheckAct[] {
  const { id: checkId, ref, status } = check;
  const settle = (to: CheckStatus, said: string) => () =>
    void actLoud(client.readiness.settleCheck, { checkId, status: to }, `${ref} ${said}`);
  const all: readonly (CheckAct & { readonly leadsTo?: CheckStatus })[] = [
    { key: 'P', label: 'Pass', run: settle('passed', 'passed'), leadsTo: 'passed' },
    { key: 'F', label: 'Fail', run: () => ask('failed'), leadsTo: 'failed' },
    { key: 'S', label: 'Start', run: settle('in work', 'in work'), leadsTo: 'in work' },
    { key: 'W', label: 'Waive', run: () => ask('waived'), leadsTo: 'waived' },
    { key: 'X', label: 'Not applicable', run: () => ask('not applicable'), leadsTo: 'not applicable' },
    { key: 'O', label: 'Reopen', run: settle('open', 'reopened'), leadsTo: 'open' },
    { key: 'A', label: 'Attach', run: () => ask('evidence') },
    { key: 'E', label: 'Edit', run: () => ask('edit') },
  ];
  const mayStart = status === 'open' || status === 'failed';
  return all.filter(({ leadsTo }) => leadsTo !== status && (leadsTo !== 'in work' || mayStart));
}
