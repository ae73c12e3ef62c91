/** Takes an incident to a higher level. */
import { useState } from 'react';
import { escalationLevels } from '../../../shared/domain/incident/escalation.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';

interface EscalateDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

export function EscalateDialog({ incident, onClose }: EscalateDialogProps) {
  const levels = escalationLevels(useRows(), incident, []).filter(({ level }) => level > incident.level);
  const [chosen, setChosen] = useState(`${incident.level + 1}`);
  const level = levels.find((each) => `${each.level}` === chosen);
  const choices = levels.map((each) => ({ value: `${each.level}`, label: `${each.level} ${each.title}` }));
  return (
    <ReasonDialog
      title="Escalate incident"
      about={incident.ref}
      label="Why"
      hint={level && level.actions.length > 0 ? `At this level: ${level.actions.join(', ')}` : undefined}
      verb="Escalate"
      run={(reason, occurredAt) =>
        act(
          client.incident.escalateIncident,
          { incidentId: incident.id, level: Number(chosen), reason, occurredAt },
          `${incident.ref} escalated to level ${chosen}`,
        )
      }
      onClose={onClose}
    >
      <ChoiceField label="Level" choices={choices} value={chosen} onChange={setChosen} />
    </ReasonDialog>
  );
}
