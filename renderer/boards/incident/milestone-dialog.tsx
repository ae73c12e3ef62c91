/** A milestone that needs words or another time than now: acknowledge, mitigate, resolve, close, reopen. */
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { act } from '../../store/act.ts';

export type MilestoneAct = 'acknowledge' | 'mitigate' | 'resolve' | 'close' | 'reopen';

const asked = {
  acknowledge: { title: 'Acknowledge incident', label: 'Note', verb: 'Acknowledge' },
  mitigate: { title: 'Mitigate incident', label: 'What eased it', verb: 'Mitigate' },
  resolve: { title: 'Resolve incident', label: 'How it was resolved', verb: 'Resolve' },
  close: { title: 'Close incident', label: 'Note', verb: 'Close incident' },
  reopen: { title: 'Reopen incident', label: 'Why it is open again', verb: 'Reopen' },
} as const;

interface MilestoneDialogProps {
  readonly incident: Incident;
  readonly act: MilestoneAct;
  readonly onClose: () => void;
}

export function MilestoneDialog({ incident, act: milestone, onClose }: MilestoneDialogProps) {
  const { title, label, verb } = asked[milestone];
  const needsWords = milestone === 'resolve' || milestone === 'reopen';
  return (
    <ReasonDialog
      title={title}
      about={incident.ref}
      label={label}
      verb={verb}
      required={needsWords}
      run={(words, occurredAt) => send(milestone, incident, words, occurredAt)}
      onClose={onClose}
    />
  );
}

function send(milestone: MilestoneAct, { id: incidentId, ref }: Incident, words: string, occurredAt: number | undefined) {
  const { incident } = client;
  const noted = { incidentId, occurredAt, ...(words.trim() === '' ? {} : { note: words }) };
  if (milestone === 'resolve') return act(incident.resolveIncident, { incidentId, occurredAt, resolution: words }, `${ref} resolved`);
  if (milestone === 'reopen') return act(incident.reopenIncident, { incidentId, occurredAt, reason: words }, `${ref} reopened`);
  if (milestone === 'acknowledge') return act(incident.acknowledgeIncident, noted, `${ref} acknowledged`);
  if (milestone === 'mitigate') return act(incident.mitigateIncident, noted, `${ref} mitigated`);
  return act(incident.closeIncident, noted, `${ref} closed`);
}
