/** What struck, how long until it was noticed, and until it was mended. */
import { useMemo } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import type { Lessons } from './drill-console.tsx';
import { kindWords } from './place-dialog.tsx';
import css from './rehearsal.module.css';

type Lesson = Lessons[number];

export function Debrief({ lessons }: { readonly lessons: Lessons }) {
  const rows = useRows();
  const columns = useMemo<readonly Column<Lesson>[]>(
    () => [
      {
        key: 'struck',
        head: 'Struck',
        width: 170,
        cell: ({ injection: { struckAt } }) =>
          struckAt === null ? <span className="q">came too late</span> : <Time at={struckAt} day="always" />,
      },
      { key: 'kind', head: 'Kind', width: 130, cell: ({ injection: { kind } }) => kindWords[kind] },
      {
        key: 'whom',
        head: 'Whom or what',
        width: '1fr',
        min: 160,
        className: 'name',
        cell: ({ injection: { taskId, personId } }) => rows.task.get(taskId ?? '')?.ref ?? rows.person.get(personId ?? '')?.name ?? '',
      },
      {
        key: 'says',
        head: 'What was told',
        width: '2fr',
        min: 200,
        cell: ({ injection: { says } }) => says,
        title: ({ injection: { says } }) => says,
      },
      { key: 'noticed', head: 'Noticed after', width: 130, align: 'number', cell: (lesson) => after(lesson, lesson.noticedAt) },
      { key: 'mended', head: 'Mended after', width: 130, align: 'number', cell: (lesson) => after(lesson, lesson.mendedAt) },
      { key: 'end', head: '', hiddenHead: 'End', width: 90, cell: ({ injection }) => <End injection={injection} /> },
    ],
    [rows.task, rows.person],
  );
  const struck = lessons.filter(({ injection: { struckAt } }) => struckAt !== null);
  return (
    <Panel title="Debrief" quiet={struck.length === 0 ? 'nothing struck yet' : `${struck.length} struck`} ruled>
      {lessons.length === 0 ? (
        <p className={`q ${css.hidden}`}>What strikes is told here, with how long the team took to notice and to mend it.</p>
      ) : (
        <Table label="Debrief" columns={columns} rows={lessons} rowHeight={44} rowId={({ injection: { id } }) => id} />
      )}
    </Panel>
  );
}

function after({ injection: { struckAt } }: Lesson, at: number | null) {
  if (struckAt === null) return '';
  return at === null ? <Mark state="awaited">not yet</Mark> : formatSpan(at - struckAt);
}

/** What lasts until somebody ends it is ended by the trainer. */
function End({ injection: { id, kind, struckAt, endedAt } }: Pick<Lesson, 'injection'>) {
  if (struckAt === null || endedAt !== null || kind === 'failure' || kind === 'delay') return null;
  return <Button onClick={() => void actLoud(client.drill.endTrouble, { injectionId: id })}>End</Button>;
}
