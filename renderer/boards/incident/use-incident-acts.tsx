/** What can be done about one incident now: as keys, as buttons, and the dialogs that ask for more. */
import { type ReactNode, useState } from 'react';
import { isOpen, nextMilestone } from '../../../shared/domain/incident/figures.ts';
import { procedureSteps } from '../../../shared/domain/incident/procedure.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useRole, useTable } from '../../store/live.ts';
import type { KeyBinding } from '../../ui/keys.ts';
import { EditIncidentDialog } from './edit-dialog.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { type MilestoneAct, MilestoneDialog } from './milestone-dialog.tsx';
import { ProcedureDialog } from './procedure-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';

type Asking = MilestoneAct | 'edit' | 'escalate' | 'procedure' | { readonly step: string };

export interface IncidentActs {
  readonly bindings: readonly KeyBinding[];
  readonly ask: (what: Asking) => void;
  /** The dialog that is open; null when none is. */
  readonly dialog: ReactNode;
}

/** No keys without an incident, or for who may only look. */
export function useIncidentActs(incident: Incident | null): IncidentActs {
  const [asking, setAsking] = useState<Asking | null>(null);
  const procedureStep = useTable('procedureStep');
  const mayAct = useRole() !== 'viewer';
  if (!incident || !mayAct) return { bindings: [], ask: () => undefined, dialog: null };
  const step = procedureSteps({ procedureStep }, incident.id).find(({ status }) => status === 'open');
  const bindings = actsOn(incident, step?.id ?? null, setAsking);
  return { bindings, ask: setAsking, dialog: dialogOf(asking, incident, () => setAsking(null)) };
}

function actsOn(incident: Incident, stepId: string | null, ask: (what: Asking) => void): readonly KeyBinding[] {
  const { id: incidentId, ref, status } = incident;
  const next = nextMilestone(incident);
  const pass = () => {
    if (next === 'resolve') ask('resolve');
    else if (next) void actLoud(requests[next], { incidentId }, `${ref} ${said[next]}`);
  };
  const finish = () => {
    if (stepId) void actLoud(client.incident.settleStep, { stepId, status: 'finished' }, `${ref}, step finished`);
  };
  return [
    { key: 'M', label: next ?? 'milestone', run: pass, when: next !== null },
    { key: 'Shift+M', label: `${next} earlier`, run: () => next && ask(next), when: next !== null && next !== 'resolve', foot: false },
    { key: 'R', label: 'resolve', run: () => ask('resolve'), when: isOpen(incident) && next !== 'resolve' },
    { key: 'S', label: 'escalate', run: () => ask('escalate'), when: isOpen(incident) && incident.level < 4 },
    { key: 'T', label: 'procedure', run: () => ask('procedure'), when: status !== 'closed' && stepId === null },
    { key: 'F', label: 'finish step', run: finish, when: status !== 'closed' && stepId !== null },
    {
      key: 'P',
      label: 'settle step',
      run: () => stepId && ask({ step: stepId }),
      when: status !== 'closed' && stepId !== null,
      foot: false,
    },
    { key: 'E', label: 'edit', run: () => ask('edit') },
    { key: 'O', label: 'reopen', run: () => ask('reopen'), when: !isOpen(incident) },
  ];
}

const requests = {
  acknowledge: client.incident.acknowledgeIncident,
  mitigate: client.incident.mitigateIncident,
  close: client.incident.closeIncident,
} as const;
const said = { acknowledge: 'acknowledged', mitigate: 'mitigated', close: 'closed' } as const;

function dialogOf(asking: Asking | null, incident: Incident, close: () => void): ReactNode {
  if (asking === null) return null;
  if (typeof asking === 'object') return <StepDialog incident={incident} stepId={asking.step} onClose={close} />;
  if (asking === 'edit') return <EditIncidentDialog incident={incident} onClose={close} />;
  if (asking === 'escalate') return <EscalateDialog incident={incident} onClose={close} />;
  if (asking === 'procedure') return <ProcedureDialog incident={incident} onClose={close} />;
  return <MilestoneDialog incident={incident} act={asking} onClose={close} />;
}
