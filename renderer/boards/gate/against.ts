/** What stands against a plain go, in words: criteria that are failed or open, positions at no-go, approvals not given. */
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import type { Approval } from '../../../shared/domain/gate/schema.ts';
import type { MarkState } from '../../ui/mark.tsx';

export interface Against {
  readonly holding: readonly { readonly state: MarkState; readonly words: string }[];
  /** Calls that are awaited; they hold nothing. */
  readonly missing: number;
}

export function against(criteria: readonly CriterionLine[], poll: readonly PollLine[], approvals: readonly Approval[]): Against {
  const inState = (wanted: string) => criteria.filter(({ state }) => state === wanted).length;
  const noGo = poll.filter(({ call }) => call?.call === 'no-go').map(({ title }) => title);
  const unsigned = approvals.filter(({ decision }) => decision !== 'approved').length;
  const failed = inState('failed');
  const open = inState('open');
  return {
    holding: [
      ...(failed > 0 ? [{ state: 'failed' as const, words: failed === 1 ? '1 criterion failed' : `${failed} criteria failed` }] : []),
      ...(noGo.length > 0 ? [{ state: 'no-go' as const, words: `No-go of ${noGo.join(', ')}` }] : []),
      ...(unsigned > 0
        ? [{ state: 'awaited' as const, words: unsigned === 1 ? '1 approval is missing' : `${unsigned} approvals are missing` }]
        : []),
      ...(open > 0 ? [{ state: 'not-ready' as const, words: open === 1 ? '1 criterion is open' : `${open} criteria are open` }] : []),
    ],
    missing: poll.filter(({ call }) => call === null).length,
  };
}
