/** Trouble that waits to strike. Covered until the trainer uncovers it: others may look at the same screen. */
import { useMemo, useState } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { refusalOf, tell } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import type { Planned } from './drill-console.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import css from './rehearsal.module.css';

interface TroubleProps {
  readonly planned: Planned;
  readonly onChange: () => void;
}

export function Trouble({ planned, onChange }: TroubleProps) {
  const { id: goLiveId } = useGoLive();
  const rows = useRows();
  const [isShown, setShown] = useState(false);
  const [asking, setAsking] = useState<'place' | 'generate' | null>(null);
  const close = () => {
    setAsking(null);
    onChange();
  };
  const columns = useMemo<readonly Column<Planned[number]>[]>(() => {
    const remove = (troubleId: string) =>
      void client.drill.removeTrouble.mutate({ goLiveId, troubleId }).then(onChange, (error: unknown) => tell(refusalOf(error)));
    return [
      { key: 'due', head: 'Strikes', width: 170, cell: ({ dueAt }) => <Time at={dueAt} day="always" /> },
      { key: 'kind', head: 'Kind', width: 130, cell: ({ kind }) => kind },
      {
        key: 'whom',
        head: 'Whom or what',
        width: '1fr',
        min: 160,
        className: 'name',
        cell: ({ taskId, personId }) => nameOf(rows.task.get(taskId ?? ''), rows.person.get(personId ?? '')),
      },
      { key: 'length', head: 'Lasts', width: 110, cell: ({ lengthMs }) => (lengthMs === 0 ? 'until mended' : formatSpan(lengthMs)) },
      { key: 'says', head: 'What is told', width: '2fr', min: 200, cell: ({ says }) => says, title: ({ says }) => says },
      { key: 'remove', head: '', hiddenHead: 'Remove', width: 112, cell: ({ id }) => <Button onClick={() => remove(id)}>Remove</Button> },
    ];
  }, [goLiveId, rows.task, rows.person, onChange]);
  return (
    <Panel
      title="Planned trouble"
      quiet={planned.length === 0 ? 'none' : `${planned.length}, hidden from the team until each strikes`}
      ruled
      className={css.withButtons}
      end={
        <span className="btns">
          {planned.length > 0 && <Button onClick={() => setShown(!isShown)}>{isShown ? 'Cover' : 'Uncover'}</Button>}
          <Button onClick={() => setAsking('place')}>Put in</Button>
          <Button onClick={() => setAsking('generate')}>Generate</Button>
        </span>
      }
    >
      {planned.length === 0 || !isShown ? (
        <p className={`q ${css.hidden}`}>
          {planned.length === 0
            ? 'Things that will go wrong in the drill. Put them in by hand, or let Gantry draw them by lot.'
            : 'Covered, because others may see this screen.'}
        </p>
      ) : (
        <Table label="Planned trouble" columns={columns} rows={planned} rowHeight={44} rowId={({ id }) => id} />
      )}
      {asking === 'place' && <PlaceDialog onClose={close} />}
      {asking === 'generate' && <GenerateDialog onClose={close} />}
    </Panel>
  );
}

function nameOf(task?: { readonly ref: string; readonly title: string }, person?: { readonly name: string }): string {
  return task ? `${task.ref} ${task.title}` : (person?.name ?? 'gone');
}
