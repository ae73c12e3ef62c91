/** How testing went: the trade's own tests with their runs, and the playbook's, all of them passed in time for their checks. */
import night from '../../../assets/sample/night.json' with { type: 'json' };
import { AddTest, RecordRun } from '../../../shared/domain/readiness/test-commands.ts';
import { addTest } from '../../../shared/domain/readiness/test-rules.ts';
import { recordRun } from '../../../shared/domain/readiness/test-run-rules.ts';
import type { Test } from '../../../shared/domain/readiness/test-schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { cellsOf, rowWhere, type Scene } from './stage.ts';

const DAY = 24 * 60;
/** The phase that only begins tomorrow: of its tests only those run that a check waits for. */
const TO_COME = 'post-deployment-monitoring';
const IN_PRODUCTION = 'production-deployment';

export function testScenes(rows: Rows): readonly Scene[] {
  const planned = [...rows.test.values()].filter(
    ({ notApplicable, phase, checkId }) => notApplicable === '' && (phase !== TO_COME || checkId !== null),
  );
  return [...planned.map(passing(rows)), ...night.tests.map(adding), ...night.runs.map(running)];
}

function adding(line: string, index: number): Scene {
  const [title, kind, phase, owner = '', environment, operator, target, unit] = cellsOf(line);
  return {
    minute: -16 * DAY + index,
    actor: 'E. Moreau',
    play: (rows, act) => {
      const ownerId = rowWhere(rows.person, 'name', owner).id;
      const held = operator ? { operator, target: Number(target), unit } : {};
      return addTest(rows, AddTest.parse({ title, kind, phase, ownerId, environment, ...held }), act);
    },
  };
}

function running(line: string): Scene {
  const [minute, title = '', actor = '', measured, result, found, fixed, critical, build, remark] = cellsOf(line);
  return {
    minute: Number(minute),
    actor,
    play: (rows, act) => {
      const run = {
        testId: testNamed(rows, title).id,
        build,
        remark,
        defectsFound: Number(found),
        defectsFixed: Number(fixed),
        criticalOpen: Number(critical),
        ...(measured ? { measured: Number(measured) } : { result }),
      };
      return recordRun(rows, RecordRun.parse(run), act);
    },
  };
}

/** A test of the playbook passes eleven days before, in production before its gate: at its target, where it has one. */
function passing(rows: Rows) {
  return (test: Test, index: number): Scene => {
    const [minute, build] = test.phase === IN_PRODUCTION ? [16 + index, '16.2'] : [-11 * DAY + index * 15, '16.2-rc1'];
    return {
      minute,
      actor: rows.person.get(test.ownerId ?? '')?.name ?? 'E. Moreau',
      play: (now, act) => recordRun(now, RecordRun.parse({ testId: test.id, build, ...reached(test) }), act),
    };
  };
}

function reached({ operator, target }: Test) {
  if (operator === null) return { result: 'passed' };
  if (operator === 'no increase' || operator === 'within percent of baseline') return { measured: 0.4, baseline: 0.4 };
  const at = target ?? 0;
  const by = operator === '<' ? -0.2 : operator === '>' ? 0.01 : 0;
  return { measured: at + Math.abs(at) * by };
}

function testNamed(rows: Rows, beginning: string): Test {
  const found = [...rows.test.values()].find(({ title }) => title.startsWith(beginning));
  if (!found) throw new Error(`the sample runs a test ${beginning} that was never added`);
  return found;
}
