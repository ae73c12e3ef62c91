/** The tasks, checks and tests that an element became in this go-live, and how each stands. */
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { type TestState, testLine } from '../../../shared/domain/readiness/test-standing.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import css from './playbook.module.css';

const taskMarks: Readonly<Record<Task['status'], MarkState>> = {
  planned: 'not-ready',
  'in progress': 'in-progress',
  blocked: 'blocked',
  finished: 'finished',
  'finished by workaround': 'workaround',
  failed: 'failed',
  skipped: 'skipped',
  'rolled back': 'rolled-back',
};

const checkMarks: Readonly<Record<Check['status'], MarkState>> = {
  open: 'not-ready',
  'in work': 'in-progress',
  'to verify': 'awaited',
  passed: 'finished',
  failed: 'failed',
  waived: 'waived',
  'not applicable': 'skipped',
};

const testMarks: Readonly<Record<TestState, MarkState>> = {
  'not run': 'not-ready',
  passed: 'finished',
  failed: 'failed',
  'retest wanted': 'awaited',
  'not applicable': 'skipped',
};

interface Made {
  readonly source: string;
  readonly catalogueIds: readonly string[];
}

export function Standing({ source, ids }: { readonly source: string; readonly ids: readonly string[] }) {
  const tasks = useTable('task');
  const checks = useTable('check');
  const test = useTable('test');
  const testRun = useTable('testRun');
  /** Rows of older go-lives do not say what they were made of: there the catalogue ids do. */
  const isOf = (row: Made) => (row.source === '' ? row.catalogueIds.some((id) => ids.includes(id)) : row.source === source);
  const rows = [
    ...[...tasks.values()].filter(isOf).map(({ ref, status }) => ({ ref, status, mark: taskMarks[status], board: 'runbook' })),
    ...[...checks.values()].filter(isOf).map(({ ref, status }) => ({ ref, status, mark: checkMarks[status], board: 'readiness' })),
    ...[...test.values()].filter(isOf).map((row) => {
      const { state } = testLine({ testRun }, row);
      return { ref: row.ref, status: state, mark: testMarks[state], board: 'test' };
    }),
  ];
  if (rows.length === 0) return null;
  return (
    <p className={css.standing}>
      {rows.map(({ ref, status, mark, board }) => (
        <button key={ref} type="button" onClick={() => go(board, ref)}>
          <span className="f link">{ref}</span>
          <Mark state={mark}>{status}</Mark>
        </button>
      ))}
    </p>
  );
}
