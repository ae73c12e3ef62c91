/** The other areas on the overview: incidents, the next gate, tickets, readiness, what happened last. */
import { useMemo } from 'react';
import { formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { pollOf } from '../../../shared/domain/gate/poll.ts';
import { isOpen, worstFirst } from '../../../shared/domain/incident/figures.ts';
import { readinessByArea } from '../../../shared/domain/readiness/standing.ts';
import { isDueSoon, isOverdue, ticketClocks } from '../../../shared/domain/ticket/promise.ts';
import { isOpen as isOpenTicket } from '../../../shared/domain/ticket/ways.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { useEntries, useGoLive, useRows, useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { Ago, Time } from '../../ui/time.tsx';
import css from './overview.module.css';

export function IncidentPanel() {
  const open = [...useTable('incident').values()].filter(isOpen).sort(worstFirst);
  const people = useTable('person');
  return (
    <Panel title="Incidents" quiet={`${open.length} open`}>
      {open.map(({ id, ref, title, severity, commanderId, level, detectedAt }) => (
        <button key={id} type="button" className={css.incident} onClick={() => go('incident', ref)}>
          <Mark state={`sev${severity as 1 | 2 | 3 | 4}`} />
          <span className="f">{ref}</span>
          <span className="name cut" title={title}>
            {title}
          </span>
          <Ago at={detectedAt} />
          <span className={css.rest}>
            {people.get(commanderId ?? '')?.name ?? 'Nobody commands'}, level {level}
          </span>
        </button>
      ))}
    </Panel>
  );
}

export function GatePanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const { tZeroAt, zone } = useGoLive();
  const next = [...rows.gate.values()]
    .filter(({ decision }) => decision === null || decision === 'hold')
    .sort((a, b) => a.position - b.position)[0];
  if (!next) return <Panel title="Gates" quiet="all decided" />;
  const poll = pollOf(rows, next);
  const plannedAt = next.plannedOffset === null ? null : tZeroAt + next.plannedOffset;
  const missing = poll.filter(({ call }) => call === null).map(({ title }) => title);
  return (
    <Panel
      title={`${next.ref} ${next.title}`}
      quiet={next.decision === 'hold' ? 'on hold' : 'next gate'}
      end={`${poll.length - missing.length} of ${poll.length} in`}
      pad
    >
      <button type="button" className={`link cut ${css.hold}`} title={next.reasons} onClick={() => go('gate', next.ref)}>
        {next.decision === 'hold' ? (
          <Mark state="paused">Hold: {next.reasons}</Mark>
        ) : missing.length > 0 ? (
          `Missing: ${missing.join(', ')}`
        ) : (
          'Every call is in'
        )}
      </button>
      {plannedAt !== null && (
        <p className={plannedAt < now ? 'warn' : 'q'}>
          planned {formatTime(plannedAt, zone)} {zoneName(plannedAt, zone)}
        </p>
      )}
    </Panel>
  );
}

export function TicketPanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const { open, logged, soon, over } = useMemo(() => {
    const tickets = [...rows.ticket.values()];
    const stillOpen = tickets.filter(isOpenTicket);
    const clocks = stillOpen.map((ticket) => ticketClocks(rows, ticket, now));
    return { open: stillOpen.length, logged: tickets.length, soon: clocks.filter(isDueSoon).length, over: clocks.filter(isOverdue).length };
  }, [rows, now]);
  return (
    <Panel
      title="Tickets"
      end={
        <button type="button" className="link" onClick={() => go('ticket')}>
          Triage
        </button>
      }
      pad
    >
      <div className={css.figures}>
        <BigFigure size={20} value={open} sub="open" />
        <BigFigure size={20} value={logged} sub="logged" />
        <BigFigure
          size={20}
          value={soon}
          sub={
            <Mark state="late" as={soon === 0 ? 'none' : 'status'}>
              due soon
            </Mark>
          }
        />
        <BigFigure
          size={20}
          value={over}
          sub={
            <Mark state="breach" as={over === 0 ? 'none' : 'status'}>
              over
            </Mark>
          }
        />
      </div>
    </Panel>
  );
}

const MOST_AREAS = 5;

export function ReadinessPanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const areas = useMemo(() => readinessByArea(rows, now).filter(({ figure }) => figure !== null && figure < 1), [rows, now]);
  return (
    <Panel title="Readiness" quiet={areas.length > 0 ? 'areas that are short, worst first' : 'every check is settled'}>
      {areas.slice(0, MOST_AREAS).map(({ key, counts, figure }) => (
        <button key={key} type="button" className={css.area} onClick={() => go('readiness', key)}>
          <span className="cut">{key}</span>
          <ShareBar {...counts} />
          <span className="f">{Math.round((figure ?? 0) * 100)} %</span>
        </button>
      ))}
    </Panel>
  );
}

const MOST_ENTRIES = 12;

export function LatestPanel() {
  const rows = useRows();
  const { zone } = useGoLive();
  const entries = useEntries();
  const latest = useMemo(() => [...entries].sort((a, b) => b.occurredAt - a.occurredAt).slice(0, MOST_ENTRIES), [entries]);
  return (
    <Panel title="Latest" quiet={latest[0] ? zoneName(latest[0].occurredAt, zone) : undefined} end={<TimelineLink />}>
      {latest.map((entry) => (
        <div key={entry.seq} className={css.entry}>
          <Time at={entry.occurredAt} />
          <span className="cut" title={`${sentence(entry, rows)}, ${entry.actor}`}>
            {sentence(entry, rows)}
          </span>
        </div>
      ))}
    </Panel>
  );
}

function TimelineLink() {
  return (
    <button type="button" className="link" onClick={() => go('timeline')}>
      Timeline
    </button>
  );
}
