import { describe, expect, test } from 'vitest';
import { tasksFromPlaybook } from '../../../shared/domain/go-live/tasks-from-playbook.ts';
import { type RolloutPicture, rolloutPicture } from '../../../shared/domain/playbook/stages.ts';
import { followed } from '../../../shared/domain/playbook/vary.ts';
import type { TaskStatus } from '../../../shared/domain/runbook/schema.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { anAct, aPlaybookCopy, rowsWith } from '../../support/builders.ts';
import { aChoicePlaybook, aStrategy } from '../../support/choices.ts';

function rowsOf(strategy: string): Rows {
  const made = followed(aChoicePlaybook(), { variation: '', conditions: {}, strategy, complexity: null }, [aStrategy()]);
  if (!made.ok) throw new Error(made.refusal.reason);
  const copy = { ...aPlaybookCopy(), content: made.value };
  return applyChanges(
    rowsWith({ playbookCopy: [copy] }),
    tasksFromPlaybook(made.value, () => [], anAct()),
  );
}

/** The picture with the tasks of these steps in these states. */
function seen(statuses: Readonly<Record<string, TaskStatus>> = {}): RolloutPicture {
  const rows = rowsOf('canary');
  const set = [...rows.task.values()].flatMap(({ id, source }) =>
    statuses[source] ? [{ table: 'task', id, was: {}, set: { status: statuses[source] } }] : [],
  );
  const picture = rolloutPicture(applyChanges(rows, set));
  if (!picture) throw new Error('there is no picture');
  return picture;
}

const half = { 'stage-half': 'finished' } as const;
const halfSeen = { ...half, 'validate-half': 'finished' } as const;
const all = { ...halfSeen, 'stage-all': 'finished' } as const;

describe('the picture of a rollout', () => {
  test('is there only for a go-live that follows a strategy and has its tasks', () => {
    expect(rolloutPicture(rowsOf(''))).toBe(null);
    expect(rolloutPicture({ ...rowsOf('canary'), task: new Map() })).toBe(null);
    expect(seen()).toMatchObject({ title: 'Canary', kind: 'canary' });
  });

  test('has the stages in order, without the way back, with their validation', () => {
    expect(seen().stages).toMatchObject([
      {
        key: 'half',
        percent: 50,
        state: 'waiting',
        validation: { words: 'No new errors', state: 'waiting', task: { source: 'validate-half' } },
      },
      { key: 'all', percent: 100, state: 'waiting', validation: null },
    ]);
  });

  test('is at the first stage that is not over, its validation included', () => {
    expect(seen().current).toBe(0);
    expect(seen({ 'stage-half': 'in progress' })).toMatchObject({ current: 0, stages: [{ state: 'in progress' }, {}] });
    expect(seen(half).current).toBe(0);
    expect(seen({ ...half, 'validate-half': 'failed' })).toMatchObject({ current: 0, stages: [{ validation: { state: 'failed' } }, {}] });
    expect(seen(halfSeen).current).toBe(1);
    expect(seen({ 'stage-half': 'skipped' }).current).toBe(1);
    expect(seen(all).current).toBe(null);
  });

  test('shows the share that the last finished stage has brought', () => {
    expect(seen().percent).toBe(0);
    expect(seen({ 'stage-half': 'in progress' }).percent).toBe(0);
    expect(seen({ 'stage-half': 'finished by workaround' }).percent).toBe(50);
    expect(seen({ ...halfSeen, 'stage-all': 'failed' }).percent).toBe(50);
    expect(seen({ ...halfSeen, 'stage-all': 'rolled back' }).percent).toBe(50);
    expect(seen(all).percent).toBe(100);
  });

  test('moves back with each stage that is rolled back, until nothing is on the new version', () => {
    const oneBack = seen({ ...halfSeen, 'stage-all': 'rolled back' });
    expect(oneBack).toMatchObject({ current: 1, percent: 50, wayBack: { state: 'open' } });
    const allBack = seen({ 'stage-half': 'rolled back', 'validate-half': 'finished', 'stage-all': 'rolled back' });
    expect(allBack).toMatchObject({ current: 0, percent: 0, live: 'blue', wayBack: { state: 'waiting' } });
  });

  test('has green live once it carries more than half', () => {
    expect(seen(halfSeen).live).toBe('blue');
    expect(seen(all).live).toBe('green');
  });

  test('has the way back open from the first stage that began until the last is over', () => {
    const wayBack = { title: 'Back to the old version', procedure: 'roll-back-canary' };
    expect(seen().wayBack).toMatchObject({ ...wayBack, state: 'waiting' });
    expect(seen({ 'stage-half': 'skipped' }).wayBack?.state).toBe('waiting');
    expect(seen({ 'stage-half': 'in progress' }).wayBack?.state).toBe('open');
    expect(seen({ ...halfSeen, 'stage-all': 'failed' }).wayBack?.state).toBe('open');
    expect(seen(all).wayBack?.state).toBe('closed');
  });
});
