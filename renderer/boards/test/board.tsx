/** The tests of the release: what is planned, what runs measured and found, and what must be run again. */
import { useMemo, useState } from 'react';
import { type TestLine, testLines } from '../../../shared/domain/readiness/test-standing.ts';
import { ReportButton } from '../../dialogs/report-button.tsx';
import { useRole, useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { testColumns } from './columns.tsx';
import { Detail } from './detail.tsx';
import { Figures } from './figures.tsx';
import { type Grouping, testGroups } from './lines.ts';
import css from './test.module.css';
import { TestDialog } from './test-dialog.tsx';
import { useTestActs } from './use-test-acts.tsx';

const picks = [
  { value: 'phase', label: 'Phases' },
  { value: 'kind', label: 'Kinds' },
] as const;

export function TestBoard() {
  const test = useTable('test');
  const testRun = useTable('testRun');
  const playbookCopy = useTable('playbookCopy');
  const mayAct = useRole() !== 'viewer';
  const { selected: ref } = useRoute();
  const [by, setBy] = useState<Grouping>('phase');
  const [isAdding, setAdding] = useState(false);
  const lines = useMemo(() => testLines({ test, testRun }), [test, testRun]);
  const groups = useMemo(() => testGroups({ playbookCopy }, lines, by).map(withHead), [playbookCopy, lines, by]);
  const line = lines.find((each) => each.test.ref === ref) ?? groups[0]?.rows[0] ?? null;
  const { bindings, dialog } = useTestActs(line);
  useKeys('Tests', [...bindings, { key: 'N', label: 'new test', run: () => setAdding(true), when: mayAct, foot: false }]);

  const step = mayAct && (
    <Button hint="N" primary={lines.length === 0} onClick={() => setAdding(true)}>
      New test
    </Button>
  );
  return (
    <>
      <ToolLine
        title="Tests"
        quiet="What wants somebody first"
        end={
          <>
            {lines.length > 0 && <ReportButton kinds={['readiness']} />}
            {step}
          </>
        }
      >
        {lines.length > 0 && <PickSet label="Group tests by" picks={picks} value={by} onPick={setBy} />}
      </ToolLine>
      {line === null ? (
        <Empty title="No tests yet" step={step}>
          Here stands what is tested before the release goes live: with its target, what each run measured, the defects it found and whether
          it must be run again. A playbook may bring its tests; you can add your own.
        </Empty>
      ) : (
        <div className={css.board}>
          <div className={css.main}>
            <Figures lines={lines} />
            <div className={css.list}>
              <Table
                main
                label="Tests"
                groups={groups}
                columns={testColumns}
                rowId={({ test: { ref: id } }) => id}
                selectedId={line.test.ref}
                onSelect={select}
                rowClass={({ state }) => (state === 'not applicable' ? 'q2' : '')}
              />
            </div>
          </div>
          <aside className={`split ${css.side}`} aria-label={`Test ${line.test.ref}`}>
            <Detail key={line.test.id} line={line} acts={bindings} />
          </aside>
        </div>
      )}
      {dialog}
      {isAdding && <TestDialog test={null} kind={by === 'kind' ? line?.test.kind : undefined} onClose={() => setAdding(false)} />}
    </>
  );
}

function withHead({ key, title, lines, passed, applicable }: ReturnType<typeof testGroups>[number]) {
  const rows: readonly TestLine[] = lines;
  return { key, rows, head: title, quiet: `${passed} of ${applicable} passed` };
}
