/** How a file was read: which column is which field, the first rows, what cannot be read, and what the import would do. */
import type { client } from '../client/client.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';
import { Mark } from '../ui/mark.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { saveFile } from '../ui/save-file.ts';
import css from './import.module.css';

export type Preview = Extract<Awaited<ReturnType<typeof client.runbook.previewPlan.mutate>>, { ok: true }>;

/** Field names as people say them. */
const fieldWords: Readonly<Record<string, string>> = {
  sourceId: 'Id',
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  plannedStartTime: 'Planned start, time',
  plannedEndTime: 'Planned end, time',
  actualStart: 'Actual start',
  actualEnd: 'Actual end',
  openedAt: 'Opened',
  updatedAt: 'Updated',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  repliedAt: 'First reply',
  updatedBy: 'Updated by',
};

const SHOWN_ROWS = 8;
const SHOWN_PROBLEMS = 50;

interface ImportPreviewProps {
  readonly preview: Preview;
  /** An empty column takes the field away. */
  readonly onMap: (field: string, column: string) => void;
}

export function ImportPreview({ preview, onMap }: ImportPreviewProps) {
  const { readAs, notes, otherColumns, effect, refusal } = preview;
  return (
    <>
      <p className="q2">{readAs}.</p>
      {refusal ? (
        <RefusalNote refusal={refusal} />
      ) : (
        <ul className={css.effect}>
          {effect.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note}>
          <Mark state="at-risk">{note}</Mark>
        </p>
      ))}
      <Columns preview={preview} onMap={onMap} />
      {otherColumns.length > 0 && <p className="q2">Kept as they are on each row: {otherColumns.join(', ')}.</p>}
      <FirstRows preview={preview} />
      <Problems preview={preview} />
    </>
  );
}

function Columns({ preview, onMap }: ImportPreviewProps) {
  const { fields, columns, mapping } = preview;
  return (
    <details className={css.fold}>
      <summary>
        Columns <span className="q">{Object.keys(mapping).length} found; correct them here</span>
      </summary>
      <div className={css.fields}>
        {fields.map((field) => (
          <SelectField
            key={field}
            label={fieldWords[field] ?? field.charAt(0).toUpperCase() + field.slice(1)}
            value={mapping[field] ?? null}
            onChange={(column) => onMap(field, column ?? '')}
            options={columns.map((column) => ({ value: column, label: column }))}
            placeholder="No column"
            clearable
          />
        ))}
      </div>
    </details>
  );
}

function FirstRows({ preview: { shown, readable } }: { readonly preview: Preview }) {
  const [first] = shown;
  if (!first) return null;
  const heads = Object.keys(first).filter((head) => shown.some((row) => row[head]));
  return (
    <section className={css.rows} aria-label="First rows">
      <table className="t">
        <caption className="q">
          First {Math.min(SHOWN_ROWS, shown.length)} of {readable} that can be read
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN_ROWS).map((row) => (
            <tr key={row.Row}>
              {heads.map((head) => (
                <td key={head} title={row[head]}>
                  {row[head]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Problems({ preview: { problems, moreProblems, refusedRows, refusedCsv } }: { readonly preview: Preview }) {
  if (problems.length === 0) return null;
  const more = moreProblems + Math.max(0, problems.length - SHOWN_PROBLEMS);
  const save = () => saveFile({ name: 'rows-that-cannot-be-read.csv', mediaType: 'text/csv', content: refusedCsv });
  return (
    <details className={css.fold} open={refusedRows > 0}>
      <summary>
        {refusedRows > 0 ? (
          <Mark state="failed">{refusedRows} rows cannot be read</Mark>
        ) : (
          <Mark state="at-risk">{problems.length} remarks</Mark>
        )}
      </summary>
      {refusedCsv !== '' && <Button onClick={save}>Save these rows as a file</Button>}
      <ul className={css.problems}>
        {problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, value, reason, severity }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and never move
          <li key={at} className={severity === 'refused' ? '' : 'q2'}>
            <span className="f">Row {row}</span> {column && `${column}: `}
            {reason} {value && <span className="q">"{value.slice(0, 80)}"</span>}
          </li>
        ))}
        {more > 0 && <li className="q">And {more} more.</li>}
      </ul>
    </details>
  );
}
