/** The conditions of a go with conditions: what, by whom, until when, and what became of it. */
import { useMemo } from 'react';
import type { Condition } from '../../../shared/domain/gate/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { conditionMark } from './marks.ts';

interface ConditionsPanelProps {
  readonly conditions: readonly Condition[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Undefined for who may only look. */
  readonly onOpen: ((condition: Condition) => void) | undefined;
}

export function ConditionsPanel({ conditions, selectedId, onSelect, onOpen }: ConditionsPanelProps) {
  const people = useTable('person');
  const now = useNow(60_000);
  const columns = useMemo(() => columnsOf(people, now), [people, now]);
  const met = conditions.filter(({ status }) => status === 'met').length;
  return (
    <Panel
      title="Conditions"
      quiet={`${met} of ${conditions.length} met`}
      end={onOpen && <span className="small q">S or Enter settles the selected one</span>}
      ruled
    >
      <Table
        fit
        headLines={0}
        rowHeight={44}
        label="Conditions"
        columns={columns}
        rows={conditions}
        rowId={({ id }) => id}
        selectedId={selectedId}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </Panel>
  );
}

function columnsOf(people: Rows['person'], now: number): readonly Column<Condition>[] {
  return [
    {
      key: 'state',
      head: 'State',
      width: 136,
      cell: (condition) => {
        const { state, word } = conditionMark(condition, now);
        return <Mark state={state}>{word}</Mark>;
      },
    },
    {
      key: 'condition',
      head: 'Condition',
      width: '1fr',
      min: 180,
      title: ({ content, note }) => (note ? `${content}: ${note}` : content),
      cell: ({ content, ownerId, dueAt, note }) => (
        <>
          <div className="cut">{content}</div>
          <div className="small q2 cut">
            {people.get(ownerId ?? '')?.name ?? 'Nobody'}, due <Time at={dueAt} withZone />
            {note && `. ${note}`}
          </div>
        </>
      ),
    },
  ];
}
