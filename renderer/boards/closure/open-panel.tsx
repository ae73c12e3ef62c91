/** What is still open, worst first; each leads to where it is settled. */
import type { OpenMatter } from '../../../shared/domain/closure/open.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';

interface OpenPanelProps {
  readonly matters: readonly OpenMatter[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (matter: OpenMatter) => void;
}

export function OpenPanel({ matters, selectedId, onSelect, onOpen }: OpenPanelProps) {
  const stopping = matters.filter(({ weight }) => weight === 1).length;
  const quiet =
    matters.length === 0
      ? 'nothing'
      : stopping === 0
        ? 'worst first, nothing that should stop the closing'
        : `worst first, ${stopping} should stop the closing`;
  return (
    <Panel title="Still open" quiet={quiet} ruled>
      <Table
        main
        label="Still open"
        rows={matters}
        columns={columns}
        rowId={matterId}
        selectedId={selectedId}
        onSelect={onSelect}
        onOpen={onOpen}
        empty={<Mark state="finished">Nothing is open. The go-live can be closed.</Mark>}
      />
    </Panel>
  );
}

/** Unique in the list of what is open. */
function matterId({ kind, ref, words }: OpenMatter): string {
  return `${kind} ${ref} ${words}`;
}

const weights: Readonly<Record<OpenMatter['weight'], readonly [MarkState, string]>> = {
  1: ['blocked', 'Stops closing'],
  2: ['late', 'To explain'],
  3: ['ready', 'To work off'],
};

const weightMeans: Readonly<Record<OpenMatter['weight'], string>> = {
  1: 'Settle it before the go-live is closed.',
  2: 'The go-live can be closed with it, if the closing words say why it was left open.',
  3: 'Left to be worked off after the closing.',
};

const boardWords: Readonly<Record<OpenMatter['board'], string>> = {
  incident: 'Incidents',
  runbook: 'Runbook',
  ticket: 'Tickets',
  gate: 'Gate',
  readiness: 'Readiness',
  closure: 'here',
};

const columns: readonly Column<OpenMatter>[] = [
  {
    key: 'weight',
    head: 'Weight',
    width: 136,
    cell: ({ weight }) => <Mark state={weights[weight][0]}>{weights[weight][1]}</Mark>,
    title: ({ weight }) => weightMeans[weight],
  },
  { key: 'ref', head: 'Ref', width: 84, cell: ({ ref }) => ref, className: 'f' },
  { key: 'words', head: 'What', width: '1fr', min: 160, cell: ({ words }) => words, title: ({ words }) => words },
  { key: 'board', head: 'Settled on', width: 96, cell: ({ board }) => boardWords[board], className: 'q2' },
];
