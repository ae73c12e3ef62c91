/** The columns of the timeline. */

import type { TimelineLine } from '../../../shared/domain/timeline/list.ts';
import type { EntryKind } from '../../../shared/domain/timeline/subject.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import { Time, ZoneName } from '../../ui/time.tsx';

/** A line, and the entry that took it back where one did. */
export interface Shown extends TimelineLine {
  readonly undoneBy: number | null;
}

const marks: Readonly<Record<EntryKind, MarkState>> = {
  act: 'act',
  note: 'note',
  machine: 'machine',
  gate: 'gate',
  incident: 'late',
  undo: 'rolled-back',
};
const kindWords: Readonly<Record<EntryKind, string>> = {
  act: 'Act',
  note: 'Note',
  machine: 'From a file',
  gate: 'Decision',
  incident: 'Incident',
  undo: 'Taken back',
};

export const timelineColumns: readonly Column<Shown>[] = [
  { key: 'time', head: <ZoneName />, width: 146, align: 'number', cell: ({ occurredAt }) => <Time at={occurredAt} /> },
  {
    key: 'kind',
    head: '',
    hiddenHead: 'Kind',
    width: 30,
    cell: ({ kind }) => (
      <Mark state={marks[kind]} bare>
        {kindWords[kind]}
      </Mark>
    ),
  },
  { key: 'text', head: 'What happened', width: '1fr', min: 240, cell: (line) => <Words line={line} />, title: wordsOf },
  {
    key: 'written',
    head: 'Written',
    width: 128,
    cell: ({ writtenAt }) => writtenAt !== null && <Written at={writtenAt} />,
    className: 'q',
  },
  { key: 'actor', head: 'By', width: 132, cell: ({ actor }) => actor, title: ({ actor }) => actor, className: 'q2' },
  { key: 'seq', head: 'Entry', width: 76, align: 'number', cell: ({ seq }) => seq, className: 'q' },
];

function Words({ line }: { readonly line: Shown }) {
  if (line.undoneBy === null) return wordsOf(line);
  return (
    <span className="q">
      <s>{wordsOf(line)}</s> taken back by entry {line.undoneBy}
    </span>
  );
}

function Written({ at }: { readonly at: number }) {
  return (
    <>
      written <Time at={at} />
    </>
  );
}

function wordsOf({ text, note }: TimelineLine): string {
  return note ? `${text}. ${note}` : text;
}
