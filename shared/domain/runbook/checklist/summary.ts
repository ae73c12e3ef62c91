/** The deployment checklist in a few sentences and figures. */
import type { Figure } from '../../closure/report/schema-support.ts';
import { counted } from '../../timeline/told.ts';
import type { DeploymentChecklist } from './schema.ts';

type Parts = Pick<DeploymentChecklist, 'phases'>;

export function summaryOf(parts: Parts): string[] {
  const { checks, passed, waived, failed, open, wanted, verified, tasks, finished, ended } = countsOf(parts);
  const rest = open + failed === 0 ? 'None is open.' : `${open} open and ${failed} failed.`;
  return [
    checks === 0
      ? 'No check applies.'
      : `${passed} of ${counted(checks, 'check')} that ${checks === 1 ? 'applies is' : 'apply are'} passed, ${waived} waived. ${rest}`,
    wanted === 0
      ? 'No check needs to be verified by somebody else.'
      : `${verified} of ${counted(wanted, 'check')} that somebody else must verify ${verified === 1 ? 'is' : 'are'} verified.`,
    tasks === 0
      ? 'No task is planned.'
      : `${finished} of ${counted(tasks, 'task')} finished, ${ended - finished} ended otherwise, ${tasks - ended} open.`,
  ];
}

export function figuresOf(parts: Parts): Figure[] {
  const { checks, passed, waived, failed, open, wanted, verified, tasks, finished, ended, evidence } = countsOf(parts);
  return [
    {
      label: 'Checks passed',
      value: `${passed} of ${checks}`,
      note: 'of those that apply',
      tone: checks > 0 && passed === checks ? 'good' : 'plain',
    },
    { label: 'Verified', value: `${verified} of ${wanted}`, note: 'by somebody else', tone: verified < wanted ? 'warn' : 'plain' },
    { label: 'Waived', value: String(waived), note: 'with reason and name', tone: waived > 0 ? 'warn' : 'plain' },
    { label: 'Failed', value: String(failed), note: `${open} open`, tone: failed > 0 ? 'stop' : 'plain' },
    { label: 'Tasks finished', value: `${finished} of ${tasks}`, note: `${tasks - ended} open`, tone: 'plain' },
    {
      label: 'Tasks ended otherwise',
      value: String(ended - finished),
      note: 'failed, skipped or rolled back',
      tone: ended > finished ? 'warn' : 'plain',
    },
    { label: 'Evidence', value: String(evidence), note: 'pieces at checks', tone: 'plain' },
    { label: 'Phases', value: String(parts.phases.length), note: 'with checks or tasks', tone: 'plain' },
  ];
}

const good: ReadonlySet<string> = new Set(['finished', 'finished by workaround']);
const bad: ReadonlySet<string> = new Set(['failed', 'skipped', 'rolled back']);

function countsOf({ phases }: Parts) {
  const checks = phases.flatMap((phase) => phase.checks).filter(({ status }) => status !== 'not applicable');
  const tasks = phases.flatMap((phase) => phase.tasks);
  const of = (status: string) => checks.filter((check) => check.status === status).length;
  const [passed, waived, failed] = [of('passed'), of('waived'), of('failed')];
  const wanted = checks.filter(({ needsVerification, status }) => needsVerification && status !== 'waived');
  const finished = tasks.filter(({ status }) => good.has(status)).length;
  return {
    checks: checks.length,
    passed,
    waived,
    failed,
    open: checks.length - passed - waived - failed,
    wanted: wanted.length,
    verified: wanted.filter(({ verifiedAt }) => verifiedAt !== null).length,
    tasks: tasks.length,
    finished,
    ended: finished + tasks.filter(({ status }) => bad.has(status)).length,
    evidence: checks.reduce((sum, { evidence }) => sum + evidence.length, 0),
  };
}
