/** What happened to a ticket, newest first: the acts on it, and the states it brought from elsewhere. */
import { useMemo } from 'react';
import { ticketHistory } from '../../../shared/domain/ticket/history.ts';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { useAbout } from '../../store/about.ts';
import { useTable } from '../../store/live.ts';
import { Time } from '../../ui/time.tsx';
import styles from './ticket.module.css';

interface Event {
  readonly id: string;
  readonly at: number;
  readonly writtenAt: number | null;
  readonly text: string;
  readonly by: string;
  readonly note: string;
}

export function History({ ticket }: { readonly ticket: Ticket }) {
  const { told, state } = useAbout([ticket.id]);
  const ticketState = useTable('ticketState');
  const events = useMemo(() => {
    const acts = told.map(
      ({ id, occurredAt, writtenAt, text, actor, note }): Event => ({ id, at: occurredAt, writtenAt, text, by: actor, note }),
    );
    const brought = ticketHistory({ ticketState }, ticket.id)
      .filter(({ sourceState }) => sourceState !== '')
      .map(({ id, occurredAt, sourceState, by }): Event => ({ id, at: occurredAt, writtenAt: null, text: sourceState, by, note: '' }));
    return [...acts, ...brought.reverse()].sort((a, b) => b.at - a.at);
  }, [told, ticketState, ticket.id]);
  return (
    <>
      <h3 className={styles.head}>
        History <span className="f q">{events.length > 0 && events.length}</span>
      </h3>
      {state === 'failed' && (
        <p className="q">The acts on it cannot be read now. They are safe in the record; this tries again with the next act.</p>
      )}
      {state === 'loading' && <p className="q">Reading the journal.</p>}
      <ol className={styles.history}>
        {events.map(({ id, at, writtenAt, text, by, note }) => (
          <li key={id}>
            <Time at={at} />
            <span>{text}</span>
            <p className="q small">
              {by}
              {writtenAt !== null && (
                <>
                  {' '}
                  written <Time at={writtenAt} />
                </>
              )}
              {note && `. ${note}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
