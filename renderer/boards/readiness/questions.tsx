/** The questions asked before an act on one check or several. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { client, type Outcome } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { BlockerDialog } from './blocker-dialog.tsx';
import { type Asked, settle, verify } from './check-acts.ts';
import { CheckDialog } from './check-dialog.tsx';
import { DespiteDialog } from './despite-dialog.tsx';
import { EditManyDialog } from './edit-many-dialog.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';

interface QuestionProps {
  readonly asked: Asked | null;
  readonly checks: readonly Check[];
  readonly onClose: () => void;
  /** After an act that was written. */
  readonly onSettled?: () => void;
}

export function Question({ asked, checks, onClose, onSettled = () => undefined }: QuestionProps) {
  const [check] = checks;
  if (asked === null || !check) return null;
  async function settled(outcome: Promise<Outcome>) {
    const answer = await outcome;
    if (answer.ok) onSettled();
    return answer;
  }
  switch (asked) {
    case 'edit':
      if (checks.length === 1) return <CheckDialog check={check} onClose={onClose} />;
      return (
        <EditManyDialog
          checks={checks}
          onClose={onClose}
          run={(fields) =>
            settled(act(client.readiness.editChecks, { checkIds: checks.map(({ id }) => id), ...fields }, `${checks.length} checks edited`))
          }
        />
      );
    case 'evidence':
      return <EvidenceDialog check={check} onClose={onClose} />;
    case 'blocker':
      return <BlockerDialog check={check} onClose={onClose} />;
    case 'send back':
      return <SendBackDialog check={check} onClose={onClose} />;
    case 'pass blocked':
      return (
        <DespiteDialog
          checks={checks}
          label="Pass"
          onClose={onClose}
          run={(despite) => settled(settle(checks, { status: 'passed', despite }))}
        />
      );
    case 'verify blocked':
      return <DespiteDialog checks={checks} label="Verify" onClose={onClose} run={(despite) => settled(verify(checks, despite))} />;
    default:
      return (
        <SettleDialog
          checks={checks}
          status={asked}
          onClose={onClose}
          run={(given) => settled(settle(checks, { status: asked, ...given }))}
        />
      );
  }
}
