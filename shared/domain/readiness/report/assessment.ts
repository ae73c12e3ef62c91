/** What the facts say of readiness: what stands against a go-live, and what must be known before one. */
import { criterionLines, isUnwaivable } from '../../gate/criterion-state.ts';
import { isOpen } from '../../incident/figures.ts';
import type { Rows } from '../../tables.ts';
import { counted } from '../../timeline/told.ts';
import { testFigures, testLines } from '../test-standing.ts';
import type { ReadinessReport } from './schema.ts';

type Parts = Pick<ReadinessReport, 'performance' | 'readiness'>;

/**
 * Not ready while a critical defect is open, a test has failed, a critical check has failed or is not passed, nobody may waive a
 * criterion that is not met before a gate that is still to be decided, or a SEV1 or SEV2 incident is open. Ready with
 * reservations while anything else is open, waived or not tested.
 */
export function assessmentOf(rows: Rows, { performance, readiness }: Parts): ReadinessReport['assessment'] {
  const { byState, criticalOpen, open } = testFigures(testLines(rows));
  const { missing, waivers, blockers } = readiness;
  const critical = missing.checks.filter(({ criticality }) => criticality === 'critical');
  const failed = missing.checks.filter(({ status, criticality }) => status === 'failed' && criticality !== 'critical');
  const others = missing.checks.length + missing.leftOut - critical.length - failed.length;
  const missed = performance.filter(({ verdict }) => verdict === 'missed').length;
  const grave = [...rows.incident.values()].filter((incident) => isOpen(incident) && incident.severity <= 2).map(({ ref }) => ref);
  const against = [
    criticalOpen > 0 && `${counted(criticalOpen, 'critical defect')} open`,
    byState.failed > 0 && `${counted(byState.failed, 'test')} failed`,
    missed > 0 && `${counted(missed, 'target')} missed`,
    ...unmet(rows),
    critical.length > 0 && `${counted(critical.length, 'critical check')} not passed: ${someOf(critical.map(({ ref }) => ref))}`,
    failed.length > 0 && `${counted(failed.length, 'check')} failed: ${someOf(failed.map(({ ref }) => ref))}`,
    grave.length > 0 && `SEV1 or SEV2 open: ${someOf(grave)}`,
  ].filter((words) => words !== false);
  const reservations = [
    byState['retest wanted'] > 0 && `${counted(byState['retest wanted'], 'test')} to be run again`,
    byState['not run'] > 0 && `${counted(byState['not run'], 'test')} not run`,
    open - criticalOpen > 0 &&
      `${counted(open - criticalOpen, 'defect')} open that ${open - criticalOpen === 1 ? 'is' : 'are'} not critical`,
    others > 0 && `${counted(others, 'check')} not passed yet`,
    waivers.length > 0 && `${counted(waivers.length, 'check')} waived`,
    blockers.length > 0 && `${counted(blockers.length, 'blocker')} not cleared`,
  ].filter((words) => words !== false);
  const verdict = against.length > 0 ? 'not ready' : reservations.length > 0 ? 'ready with reservations' : 'ready';
  return { verdict, against, reservations };
}

/** Criteria that nobody may waive, of gates that have not let it pass. */
function unmet(rows: Rows): readonly string[] {
  return [...rows.gate.values()]
    .filter(({ decision }) => decision !== 'go' && decision !== 'go with conditions')
    .sort((a, b) => a.position - b.position)
    .flatMap((gate) => {
      const lines = criterionLines(rows, gate).filter(
        ({ criterion, state }) => isUnwaivable(criterion) && (state === 'open' || state === 'failed'),
      );
      return lines.map(({ criterion }) => `${gate.ref} cannot be passed: ${criterion.title}`);
    });
}

const MOST_NAMED = 8;

function someOf(refs: readonly string[]): string {
  return refs.length <= MOST_NAMED ? refs.join(', ') : `${refs.slice(0, MOST_NAMED).join(', ')} and ${refs.length - MOST_NAMED} more`;
}
