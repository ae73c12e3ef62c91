/** What a playbook differs in from the one it was made from, the changes not saved yet included. */
import { useMemo } from 'react';
import { type PlaybookDifference, playbookDifferences } from '../../../shared/domain/playbook/compare.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { Empty } from '../../ui/empty.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type PlaybookLine, usePlaybook } from './use-library.ts';
import css from './workshop.module.css';

export function Differences({ line, content }: { readonly line: PlaybookLine; readonly content: Playbook }) {
  const basedOn = line.own?.basedOn ?? '';
  if (basedOn === '') return <Empty title="Nothing to compare">This playbook was not made from another one.</Empty>;
  return <From basedOn={basedOn} content={content} />;
}

function From({ basedOn, content }: { readonly basedOn: string; readonly content: Playbook }) {
  const { playbook, refusal } = usePlaybook(basedOn, 0);
  const rows = useMemo(
    () => (playbook ? playbookDifferences(playbook, content).map((each, at) => ({ ...each, id: `${at}` })) : []),
    [playbook, content],
  );
  if (refusal) return <RefusalNote refusal={refusal} />;
  if (!playbook) return <p className="q">Comparing.</p>;
  if (rows.length === 0) return <Empty title="No difference">It is the same as “{playbook.title}”.</Empty>;
  return (
    <div className={css.differences}>
      <p className="q2">
        <span className="f">{rows.length}</span> {rows.length === 1 ? 'difference' : 'differences'} from “{playbook.title}” version{' '}
        {playbook.version}
      </p>
      <Table fit label="Differences" columns={columns} rows={rows} rowId={({ id }) => id} rowHeight={44} />
    </div>
  );
}

const marks: Readonly<Record<PlaybookDifference['kind'], { readonly state: MarkState; readonly word: string }>> = {
  added: { state: 'new', word: 'Added' },
  removed: { state: 'skipped', word: 'Removed' },
  changed: { state: 'act', word: 'Changed' },
};

const columns: readonly Column<PlaybookDifference & { readonly id: string }>[] = [
  { key: 'kind', head: 'What', width: 120, cell: ({ kind }) => <Mark state={marks[kind].state}>{marks[kind].word}</Mark> },
  {
    key: 'place',
    head: 'Where',
    width: '1.4fr',
    min: 220,
    title: ({ place }) => place,
    cell: ({ place }) => (
      <>
        <div className="cut">{place.split(' › ').slice(-2).join(' › ')}</div>
        <div className="small q2 cut">{place.split(' › ').slice(0, -2).join(' › ')}</div>
      </>
    ),
  },
  { key: 'was', head: 'Was', width: '1fr', min: 120, className: 'q2', cell: ({ was }) => was, title: ({ was }) => was },
  { key: 'now', head: 'Is', width: '1fr', min: 120, cell: ({ now }) => now, title: ({ now }) => now },
];
