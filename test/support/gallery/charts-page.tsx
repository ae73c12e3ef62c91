/** Step chart, flow chart, bar rows and heat grid. */
import { BarRows } from '../../../renderer/ui/charts/bar-rows.tsx';
import { FlowChart } from '../../../renderer/ui/charts/flow-chart.tsx';
import { type HeatCell, HeatGrid, HeatKey } from '../../../renderer/ui/charts/heat-grid.tsx';
import { StepChart } from '../../../renderer/ui/charts/step-chart.tsx';
import { Panel } from '../../../renderer/ui/panel.tsx';
import { toast } from '../../../renderer/ui/toast.tsx';
import { HOUR, MINUTE, NIGHT } from './night.ts';

const start = NIGHT - 102 * MINUTE;
const planned = Array.from({ length: 47 }, (_, index) => ({ at: start - 30 * MINUTE + index * 6 * MINUTE, value: index }));
const closed = Array.from({ length: 22 }, (_, index) => ({ at: start - 30 * MINUTE + index * 6.2 * MINUTE, value: index }));
const forecast = [
  ...closed.slice(-1),
  ...Array.from({ length: 25 }, (_, index) => ({ at: NIGHT + index * 8 * MINUTE, value: 21 + index })),
];

const logged = [1, 2, 4, 5, 6, 8, 5];
const resolved = [0, 1, 1, 2, 3, 4, 3];
let open = 0;
const flow = logged.map((count, index) => {
  open += count - (resolved[index] ?? 0);
  return { at: start - 7_000 + index * 15 * MINUTE, in: count, out: resolved[index] ?? 0, open };
});

const heads = ['Sign-in, basics', 'Stock moves', 'Handheld scan', 'Work orders', 'Purchasing', 'Quality'];
const columns = heads.map((head, index) => ({ key: head, head, total: [100, 95, 77, 93, 97, 95][index] }));
const full: HeatCell = { percent: 100 };
const rows = [
  {
    key: 'wn',
    name: 'Warehouse North',
    quiet: 64,
    total: <Total percent={86} blocks={21} />,
    cells: {
      [columns[0]?.key ?? '']: full,
      'Stock moves': { percent: 93, text: '4 short' },
      'Handheld scan': { percent: 67, text: '21 short', mark: 'blocked', strong: true },
    },
  },
  {
    key: 'pr',
    name: 'Production',
    quiet: 120,
    total: <Total percent={96} blocks={9} />,
    cells: {
      'Sign-in, basics': full,
      'Work orders': { percent: 92, text: '9 short', mark: 'late', strong: true },
      Quality: { percent: 95, text: '2 short' },
    },
  },
  {
    key: 'fi',
    name: 'Finance',
    quiet: 27,
    total: <Total percent={95} blocks={0} />,
    cells: { 'Sign-in, basics': full, Purchasing: { percent: 83, text: '2 short' } },
  },
] as const;

function Total({ percent, blocks }: { readonly percent: number; readonly blocks: number }) {
  return (
    <>
      <span className="percent">{percent}</span>
      {blocks > 0 && <b className="more stop">{blocks} block</b>}
    </>
  );
}

export function ChartsPage() {
  return (
    <>
      <div className="cols">
        <Panel title="Burn-up" quiet="tasks closed, CET" pad>
          <StepChart
            label="21 of 46 tasks closed at 23:42 CET, 27 were planned"
            height={240}
            zone="Europe/Berlin"
            now={NIGHT}
            marks={[
              { at: NIGHT + 4.3 * HOUR, word: 'window ends' },
              { at: NIGHT + 72 * MINUTE, word: 'fuse', tone: 'warn' },
            ]}
            lines={[
              { key: 'plan', name: 'plan', kind: 'plan', points: planned },
              { key: 'forecast', name: 'forecast', kind: 'forecast', points: forecast },
              { key: 'closed', name: 'closed 21', kind: 'actual', points: closed },
            ]}
          />
        </Panel>
        <Panel title="Inflow and outflow" quiet="per 15 min since T-0" className="split" pad>
          <FlowChart
            label="31 tickets logged, 14 closed, 17 open at 23:42 CET and rising"
            height={240}
            zone="Europe/Berlin"
            steps={flow}
            inName="logged 31"
            outName="closed 14"
            openName="open 17"
          />
        </Panel>
        <Panel title="Open by department" quiet="strong: in a swarm" className="split" pad>
          <BarRows
            label="Open tickets by department"
            rows={[
              { key: 'w', name: 'Warehouse', value: 7, strong: 5 },
              { key: 'f', name: 'Finance', value: 5 },
              { key: 'p', name: 'Production', value: 3 },
              { key: 's', name: 'Sales', value: 1 },
            ]}
          />
          <BarRows
            label="Open tickets, as buttons"
            rows={[{ key: 'w', name: 'Warehouse', value: 7, text: '7 of 9' }]}
            onOpen={(key) => toast.show({ text: key })}
          />
        </Panel>
      </div>
      <div className="above pad">
        <HeatKey />
        <HeatGrid
          label="Coverage by department and course"
          corner="Department, people"
          columns={columns}
          rows={rows}
          totals="All departments"
          onOpen={(row, column) => toast.show({ text: `${row} ${column}` })}
        />
      </div>
    </>
  );
}
