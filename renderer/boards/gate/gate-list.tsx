/** The gates of the go-live in their order, each with its state and planned time. */
import { useMemo } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { useTable, useTimes } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import css from './gate.module.css';
import { gateMark } from './marks.ts';

export function GateList({ gates, selected }: { readonly gates: readonly Gate[]; readonly selected: Gate }) {
  const { zone, tZeroAt } = useTimes();
  const now = useNow(60_000);
  const byId = useTable('gate');
  const columns = useMemo(() => columnsOf(tZeroAt, now), [tZeroAt, now]);
  return (
    <Panel title="Gates" end={<span className="small q">planned, {zoneName(tZeroAt, zone)}</span>} ruled className={css.list}>
      <Table
        main
        headLines={0}
        rowHeight={44}
        label="Gates"
        columns={columns}
        rows={gates}
        rowId={({ id }) => id}
        selectedId={selected.id}
        onSelect={(id) => select(byId.get(id)?.ref ?? null)}
      />
    </Panel>
  );
}

function columnsOf(tZeroAt: number, now: number): readonly Column<Gate>[] {
  return [
    {
      key: 'gate',
      head: 'Gate',
      width: '1fr',
      min: 180,
      title: ({ title }) => title,
      cell: (gate) => {
        const plannedAt = gate.plannedOffset === null ? null : tZeroAt + gate.plannedOffset;
        const { state, word } = gateMark(gate, plannedAt, now);
        return (
          <>
            <div className="cut">
              <span className="f q2">{gate.ref}</span> <span className="name">{gate.title}</span>
            </div>
            <div className={`small ${css.under}`}>
              <Mark state={state}>{word}</Mark>
              {plannedAt !== null && (
                <span className="q2">
                  <Time at={plannedAt} />
                </span>
              )}
            </div>
          </>
        );
      },
    },
  ];
}
