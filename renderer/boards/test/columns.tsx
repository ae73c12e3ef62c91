/** The columns of the tests. */
import { type TestLine, testStates } from '../../../shared/domain/readiness/test-standing.ts';
import { targetText, targetVerdict } from '../../../shared/domain/readiness/test-target.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import { stateMarks } from './lines.ts';

const environmentOf = ({ test, last }: TestLine) => last?.environment || test.environment;
const targetOf = ({ test }: TestLine) => targetText(test);
const missed = (line: TestLine) => targetVerdict(line.test, line.last?.measured ?? null) === 'missed';

export const testColumns: readonly Column<TestLine>[] = [
  { key: 'ref', head: 'Ref', width: 68, cell: ({ test }) => test.ref, className: 'f' },
  {
    key: 'title',
    head: 'Test',
    width: '5fr',
    min: 150,
    cell: ({ test }) => test.title,
    title: ({ test }) => test.title,
    className: 'name',
    compare: (a, b) => a.test.title.localeCompare(b.test.title),
  },
  {
    key: 'state',
    head: 'State',
    width: 130,
    cell: ({ state }) => <Mark state={stateMarks[state].state}>{stateMarks[state].word}</Mark>,
    compare: (a, b) => testStates.indexOf(a.state) - testStates.indexOf(b.state),
  },
  { key: 'target', head: 'Must be', width: '2fr', min: 118, cell: targetOf, title: targetOf, className: 'q2' },
  {
    key: 'measured',
    head: 'Measured',
    width: 88,
    align: 'number',
    cell: ({ words }) => words,
    title: ({ words }) => words,
    className: (line) => (missed(line) ? 'stop' : ''),
  },
  { key: 'environment', head: 'Where', width: '1fr', min: 82, cell: environmentOf, title: environmentOf, className: 'q2' },
  {
    key: 'fixed',
    head: 'Fixed',
    hiddenHead: 'Defects fixed of those found',
    width: 66,
    align: 'number',
    cell: ({ defects: { found, fixed } }) => (found === 0 ? <Count of={0} /> : `${fixed} of ${found}`),
    title: () => 'Defects fixed of those found',
    className: ({ defects }) => (defects.open > 0 ? 'warn' : ''),
  },
  {
    key: 'critical',
    head: 'Critical',
    width: 68,
    align: 'number',
    cell: ({ criticalOpen }) => <Count of={criticalOpen} state="failed" />,
    title: () => 'Critical defects open',
  },
];

/** Zero is a quiet dot, what needs somebody has its mark. */
export function Count({ of, state }: { readonly of: number; readonly state?: MarkState }) {
  if (of > 0) return state ? <Mark state={state}>{of}</Mark> : of;
  return (
    <>
      <span className="q" aria-hidden="true">
        ·
      </span>
      <span className="sr">0</span>
    </>
  );
}
