/** The two ends of a rollback: the prior state is back, or it is given up to fix forward. */
import type { Rollback } from '../../../shared/domain/rollback/schema.ts';
import { client } from '../../client/client.ts';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { act } from '../../store/act.ts';

interface EndProps {
  readonly rollback: Rollback;
  readonly onClose: () => void;
}

export function EndDialog({ rollback, onClose }: EndProps) {
  const { id: rollbackId, ref, kind } = rollback;
  return (
    <ReasonDialog
      title="The prior state is back"
      about={ref}
      label="What shows it"
      hint={kind === 'database' ? 'Such as the counts and sums of the consistency check' : 'Such as the smoke tests of the former release'}
      verb="End the rollback"
      run={(outcomeNote, occurredAt) => act(client.rollback.end, { rollbackId, outcomeNote, occurredAt }, `${ref} over`)}
      onClose={onClose}
    />
  );
}

export function GiveUpDialog({ rollback, onClose }: EndProps) {
  const { id: rollbackId, ref } = rollback;
  return (
    <ReasonDialog
      title="Give up the rollback"
      about={ref}
      label="Why it is fixed forward instead"
      hint="Its open tasks are skipped. What was taken back stays so and can be done again."
      verb="Give up"
      danger
      run={(reason, occurredAt) => act(client.rollback.giveUp, { rollbackId, reason, occurredAt }, `${ref} given up`)}
      onClose={onClose}
    />
  );
}
