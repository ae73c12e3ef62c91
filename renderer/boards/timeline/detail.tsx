/** One entry whole: who, when, the fields it changed from what to what, and its place in the chain. */
import { Fragment } from 'react';
import type { Entry } from '../../../shared/base/entry.ts';
import type { TimelineLine } from '../../../shared/domain/timeline/list.ts';
import { useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { changedFields, changedRow } from './changed-fields.ts';
import type { Shown } from './columns.tsx';
import styles from './timeline.module.css';

interface DetailProps {
  readonly line: Shown;
  /** Null for a state that came with an import. */
  readonly entry: Entry | null;
  /** Undefined where it cannot be taken back from here. */
  readonly onUndo: (() => void) | undefined;
}

const boards: Readonly<Record<string, string>> = {
  task: 'runbook',
  check: 'readiness',
  test: 'test',
  gate: 'gate',
  incident: 'incident',
  ticket: 'ticket',
  person: 'roster',
};

/** The board that shows what a line is about; undefined when it is about nothing with a reference. */
export function boardOf({ subject }: TimelineLine): string | undefined {
  return subject?.ref ? boards[subject.table] : undefined;
}

export function Detail({ line, entry, onUndo }: DetailProps) {
  const { subject } = line;
  const board = boardOf(line);
  return (
    <Panel title={line.seq === null ? 'Imported state' : `Entry ${line.seq}`} className="split" pad>
      <p className={`name ${styles.words}`}>{line.text}</p>
      {line.note && <p className={styles.words}>{line.note}</p>}
      <div className="btns">
        {subject && board && (
          <Button hint="G" onClick={() => go(board, subject.ref)}>
            Go to {subject.ref}
          </Button>
        )}
        {onUndo && (
          <Button hint="U" onClick={onUndo}>
            Take back
          </Button>
        )}
      </div>
      <dl className={styles.facts}>
        <dt className="q small">Happened</dt>
        <dd>
          <Time at={line.occurredAt} day="always" seconds withZone />
        </dd>
        {entry && (
          <>
            <dt className="q small">Recorded</dt>
            <dd>
              <Time at={entry.at} day="always" seconds withZone />
            </dd>
          </>
        )}
        <dt className="q small">By</dt>
        <dd>{line.actor || <span className="q">not said</span>}</dd>
        {line.undoneBy !== null && (
          <>
            <dt className="q small">Taken back</dt>
            <dd>by entry {line.undoneBy}</dd>
          </>
        )}
      </dl>
      {entry && <Changes entry={entry} />}
      {entry && (
        <details className={styles.proof}>
          <summary className="q2">For proof: the act's name and its hash in the chain</summary>
          <p className="f q2">{line.action}</p>
          <p className={`f q2 ${styles.hash}`}>{entry.hash}</p>
          <p className={`f q ${styles.hash}`}>after {entry.prev}</p>
        </details>
      )}
    </Panel>
  );
}

const MOST_ROWS = 20;

function Changes({ entry }: { readonly entry: Entry }) {
  const rows = useRows();
  const { changes } = entry;
  return (
    <>
      <h3 className={styles.head}>
        Changed <span className="f q">{changes.length === 1 ? '1 row' : `${changes.length} rows`}</span>
      </h3>
      <ul className={styles.changes}>
        {changes.slice(0, MOST_ROWS).map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the changes of an entry never move
          <li key={index}>
            <RowHead change={change} />
            <dl>
              {changedFields(change, rows).map(({ field, was, is }) => (
                <Fragment key={field}>
                  <dt className="q2">{field}</dt>
                  <dd>
                    {was !== null && <span className="q">{was} → </span>}
                    {is}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {changes.length > MOST_ROWS && <p className="q small">and {changes.length - MOST_ROWS} more rows</p>}
    </>
  );
}

function RowHead({ change }: { readonly change: Entry['changes'][number] }) {
  const { name, what } = changedRow(change, useRows());
  return (
    <p>
      {name && <span className="name">{name} </span>}
      <span className="q small">{what}</span>
    </p>
  );
}
