/** What can be done to one test now: as keys, as buttons, and the dialogs that ask for more. */
import { type ReactNode, useState } from 'react';
import type { TestLine } from '../../../shared/domain/readiness/test-standing.ts';
import { targetText } from '../../../shared/domain/readiness/test-target.ts';
import { client } from '../../client/client.ts';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { act, actLoud } from '../../store/act.ts';
import { useRole } from '../../store/live.ts';
import type { KeyBinding } from '../../ui/keys.ts';
import { RunDialog } from './run-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';

type Asked = 'run' | 'failed' | 'correct' | 'exclude' | 'edit';

export interface TestActs {
  readonly bindings: readonly KeyBinding[];
  /** The dialog that is open; null when none is. */
  readonly dialog: ReactNode;
}

/** No keys without a test, or for who may only look. */
export function useTestActs(line: TestLine | null): TestActs {
  const [asked, ask] = useState<Asked | null>(null);
  const mayAct = useRole() !== 'viewer';
  if (!line || !mayAct) return { bindings: [], dialog: null };
  return { bindings: actsOn(line, ask), dialog: asked && dialogOf(asked, line, () => ask(null)) };
}

function actsOn({ test, last }: TestLine, ask: (asked: Asked) => void): readonly KeyBinding[] {
  const { id: testId, ref } = test;
  const applies = test.notApplicable === '';
  const hasTarget = targetText(test) !== '';
  const pass = () => void actLoud(client.test.recordRun, { testId, result: 'passed' }, `${ref} passed`);
  const include = () => void actLoud(client.test.includeTest, { testId }, `${ref} applies again`);
  return [
    { key: 'R', label: 'record run', run: () => ask('run'), when: applies },
    { key: 'P', label: 'passed', run: pass, when: applies && !hasTarget },
    { key: 'F', label: 'failed', run: () => ask('failed'), when: applies },
    { key: 'C', label: 'correct last run', run: () => ask('correct'), when: last !== null },
    { key: 'E', label: 'edit', run: () => ask('edit') },
    { key: 'X', label: 'not applicable', run: () => ask('exclude'), when: applies },
    { key: 'X', label: 'applies again', run: include, when: !applies },
  ];
}

function dialogOf(asked: Asked, { test, last, runs }: TestLine, onClose: () => void): ReactNode {
  if (asked === 'edit') return <TestDialog test={test} onClose={onClose} />;
  if (asked === 'correct' && last) return <RunDialog test={test} run={last} before={runs} onClose={onClose} />;
  if (asked !== 'exclude') return <RunDialog test={test} run={null} before={runs} isFailed={asked === 'failed'} onClose={onClose} />;
  return (
    <ReasonDialog
      title="Not applicable"
      about={test.ref}
      label="Why it does not apply"
      verb="Set aside"
      run={(reason, occurredAt) => act(client.test.excludeTest, { testId: test.id, reason, occurredAt }, `${test.ref} not applicable`)}
      onClose={onClose}
    />
  );
}
