/** Metrics against their thresholds. */
import { figureText, type MetricVerdict, metricVerdict, thresholdText } from '../../../shared/domain/closure/metric.ts';
import type { Metric } from '../../../shared/domain/closure/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './closure.module.css';

interface MetricsPanelProps {
  readonly metrics: readonly Metric[];
  readonly mayAct: boolean;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onMeasure: () => void;
  readonly onAdd: () => void;
}

export function MetricsPanel({ metrics, mayAct, selectedId, onSelect, onMeasure, onAdd }: MetricsPanelProps) {
  const met = metrics.filter((metric) => metricVerdict(metric) === 'met').length;
  return (
    <Panel
      title="Metrics against thresholds"
      quiet={`${met} of ${metrics.length} met`}
      className={`split ${styles.withActs}`}
      ruled
      end={
        mayAct && (
          <span className="btns">
            <Button onClick={onAdd}>Add</Button>
            <Button hint="M" onClick={onMeasure} disabled={metrics.length === 0}>
              Measure
            </Button>
          </span>
        )
      }
    >
      <Table
        label="Metrics against thresholds"
        rows={metrics}
        columns={columns}
        rowId={({ id }) => id}
        selectedId={selectedId}
        onSelect={onSelect}
        onOpen={() => mayAct && onMeasure()}
        empty="No metric yet."
      />
    </Panel>
  );
}

export const verdictMarks: Readonly<Record<MetricVerdict, readonly [MarkState, string]>> = {
  met: ['finished', 'Met'],
  missed: ['failed', 'Missed'],
  'not measured': ['not-ready', 'Not measured'],
  'no baseline': ['at-risk', 'No baseline'],
};

const columns: readonly Column<Metric>[] = [
  { key: 'title', head: 'Metric', width: '2fr', min: 140, cell: ({ title }) => title, title: ({ title }) => title, className: 'name' },
  { key: 'threshold', head: 'Must be', width: '2fr', min: 130, cell: thresholdText, title: thresholdText, className: 'q2' },
  {
    key: 'actual',
    head: 'Measured',
    width: 104,
    align: 'number',
    cell: ({ actual, unit }) => (actual === null ? '' : figureText(actual, unit)),
    title: ({ comment, measuredBy }) => [measuredBy && `by ${measuredBy}`, comment].filter(Boolean).join(': '),
  },
  {
    key: 'verdict',
    head: 'Verdict',
    width: 124,
    cell: (metric) => {
      const [state, word] = verdictMarks[metricVerdict(metric)];
      return <Mark state={state}>{word}</Mark>;
    },
  },
];
