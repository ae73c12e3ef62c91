/** Asks why checks pass although something blocks them. */
import { useState } from 'react';
import { blockerName, blocking } from '../../../shared/domain/readiness/blockers.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import type { Outcome } from '../../client/client.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { nameOf } from './check-acts.ts';

interface DespiteDialogProps {
  readonly checks: readonly Check[];
  readonly label: 'Pass' | 'Verify';
  readonly run: (despite: string) => Promise<Outcome>;
  readonly onClose: () => void;
}

export function DespiteDialog({ checks, label, run, onClose }: DespiteDialogProps) {
  const rows = useRows();
  const [despite, setDespite] = useState('');
  const held = checks.flatMap((check) => blocking(rows, check).map((line) => ({ check, line })));
  return (
    <Dialog
      title={`${label} although blocked`}
      quiet={nameOf(checks)}
      onClose={onClose}
      submit={{ label, run: () => run(despite), disabled: despite.trim() === '' }}
    >
      {held.map(({ check, line }) => (
        <p key={line.blocker.id}>
          <span className="f">{check.ref}</span> is blocked by <span className={line.ref ? 'f' : undefined}>{blockerName(line)}</span>
          {line.ref && ` ${line.title}`}, <span className="q2">{line.standing}</span>
        </p>
      ))}
      <TextArea
        label="Why it passes all the same"
        hint="It stays on the check and in the journal."
        required
        autoFocus
        maxLength={2_000}
        value={despite}
        onChange={setDespite}
      />
    </Dialog>
  );
}
