/** The playbooks of the record: built in, and people's own. */
import { whenToTake } from '../../../shared/domain/playbook/when-to-take.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { PlaybookLine } from './use-library.ts';
import css from './workshop.module.css';

interface PlaybookListProps {
  readonly lines: readonly PlaybookLine[];
  readonly selected: PlaybookLine | null;
  readonly onOpen: (line: PlaybookLine) => void;
}

export function PlaybookList({ lines, selected, onOpen }: PlaybookListProps) {
  const groups = [
    { key: 'built-in', head: 'Built in', rows: lines.filter(({ own }) => own === null) },
    { key: 'own', head: 'Your own', rows: lines.filter(({ own }) => own !== null) },
  ];
  return (
    <Panel title="Playbooks" ruled className={css.list}>
      <Table
        main
        headLines={0}
        rowHeight={56}
        label="Playbooks"
        columns={columns}
        groups={groups.filter(({ rows }) => rows.length > 0)}
        rowId={({ key }) => key}
        selectedId={selected?.key ?? null}
        onSelect={(key) => {
          const line = lines.find((each) => each.key === key);
          if (line) onOpen(line);
        }}
      />
    </Panel>
  );
}

const columns: readonly Column<PlaybookLine>[] = [
  {
    key: 'title',
    head: 'Playbook',
    width: '1fr',
    min: 160,
    title: (line) => `${line.title}. ${whenToTake(line)}`,
    cell: ({ key, title, detail, version, own }) => (
      <>
        <div className="cut name">{title}</div>
        <div className="small q2 cut">
          version {version}
          {own && `, saved ${own.revision === 1 ? 'once' : `${own.revision} times`}`}
          {own?.isRetired && ', retired'}
        </div>
        <div className="small q2 cut">{whenToTake({ key, detail })}</div>
      </>
    ),
  },
];
