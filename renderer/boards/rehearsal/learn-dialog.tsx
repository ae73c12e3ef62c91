/** Taking what rehearsals took as the lengths of the plan, shown before it is done. */
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { formatSlip, formatSpan } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { act, refusalOf } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import css from './rehearsal.module.css';
import type { Run } from './use-comparison.ts';

type Preview = Extract<Awaited<ReturnType<typeof client.rehearsal.previewLearning.query>>, { ok: true }>;
type Learnt = Preview['learnt'][number];

interface LearnDialogProps {
  readonly runs: readonly Run[];
  readonly onClose: () => void;
}

export function LearnDialog({ runs, onClose }: LearnDialogProps) {
  const { id: goLiveId } = useGoLive();
  const [from, setFrom] = useState(runs.length === 1 ? (runs[0]?.id ?? 'all') : 'all');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let isGone = false;
    void client.rehearsal.previewLearning
      .query({ goLiveId, from })
      .catch((error: unknown) => ({ ok: false as const, refusal: refusalOf(error) }))
      .then((answer) => {
        if (isGone) return;
        setPreview(answer.ok ? answer : null);
        setRefusal(answer.ok ? null : answer.refusal);
      });
    return () => {
      isGone = true;
    };
  }, [goLiveId, from]);
  const count = preview?.learnt.length ?? 0;
  const said = `${count} ${count === 1 ? 'length' : 'lengths'} learnt`;
  return (
    <Dialog
      title="Learn lengths from rehearsals"
      size="wide"
      onClose={onClose}
      submit={{
        label: `Take ${count === 1 ? '1 length' : `${count} lengths`}`,
        run: () => act(client.rehearsal.learn, { from }, said),
        disabled: count === 0,
      }}
    >
      <div className={css.stack}>
        <SelectField
          label="From"
          value={from}
          onChange={(next) => setFrom(next ?? 'all')}
          options={[
            { value: 'all', label: 'All rehearsals: shortest, median, longest' },
            ...runs.map(({ id, ref, name }) => ({ value: id, label: `${ref} ${name}` })),
          ]}
        />
        {refusal && <RefusalNote refusal={refusal} />}
        {preview && (
          <p role="status">
            {count === 0
              ? 'The plan says already what was timed, or nothing was timed.'
              : `${count} open ${count === 1 ? 'task changes' : 'tasks change'}. ${impact(preview)}`}
          </p>
        )}
        {preview && count > 0 && (
          <div className={css.learnt}>
            <Table label="Lengths learnt" columns={columns} rows={preview.learnt} rowId={({ taskId }) => taskId} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function impact({ finishBefore, finishAfter }: Preview): string {
  if (finishBefore === null || finishAfter === null) return '';
  const by = finishAfter - finishBefore;
  if (Math.abs(by) < 60_000) return 'The forecast finish stays.';
  return `The forecast finish moves ${by > 0 ? 'later' : 'earlier'} by ${formatSpan(Math.abs(by))}.`;
}

const columns: readonly Column<Learnt>[] = [
  { key: 'ref', head: 'Ref', width: 76, className: 'f', cell: ({ ref }) => ref },
  { key: 'title', head: 'Task', width: '1fr', min: 200, className: 'name', cell: ({ title }) => title, title: ({ title }) => title },
  { key: 'from', head: 'Plan', width: 90, align: 'number', cell: ({ from }) => formatSpan(from.durationMs) },
  { key: 'to', head: 'Likely', width: 90, align: 'number', cell: ({ to }) => formatSpan(to.durationMs) },
  { key: 'off', head: 'Min', width: 70, align: 'number', cell: ({ from, to }) => formatSlip(to.durationMs - from.durationMs) },
  { key: 'range', head: 'Shortest to longest', width: 170, align: 'number', cell: ({ to }) => range(to) },
  { key: 'runs', head: 'Runs', width: 60, align: 'number', cell: ({ runs }) => runs },
];

function range({ shortestMs, longestMs }: Learnt['to']) {
  if (shortestMs === null || longestMs === null) return <span className="q">not said</span>;
  return `${formatSpan(shortestMs)} to ${formatSpan(longestMs)}`;
}
