/** What may be asked of incidents. */
import {
  AcknowledgeIncident,
  CloseIncident,
  DeclareIncident,
  EditIncident,
  EscalateIncident,
  MitigateIncident,
  ReopenIncident,
  ResolveIncident,
  SettleStep,
  StartProcedure,
} from '../../shared/domain/incident/commands.ts';
import {
  acknowledgeIncident,
  closeIncident,
  mitigateIncident,
  reopenIncident,
  resolveIncident,
} from '../../shared/domain/incident/milestones.ts';
import { settleStep, startProcedure } from '../../shared/domain/incident/procedure.ts';
import { declareIncident, editIncident, escalateIncident } from '../../shared/domain/incident/rules.ts';
import { act, router } from './trpc.ts';

export const incident = router({
  declareIncident: act(DeclareIncident, declareIncident),
  editIncident: act(EditIncident, editIncident),
  acknowledgeIncident: act(AcknowledgeIncident, acknowledgeIncident),
  mitigateIncident: act(MitigateIncident, mitigateIncident),
  resolveIncident: act(ResolveIncident, resolveIncident),
  closeIncident: act(CloseIncident, closeIncident),
  reopenIncident: act(ReopenIncident, reopenIncident),
  escalateIncident: act(EscalateIncident, escalateIncident),
  startProcedure: act(StartProcedure, startProcedure),
  settleStep: act(SettleStep, settleStep),
});
