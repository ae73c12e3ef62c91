/** The other areas on the overview: incidents, readiness, tickets, what happened last. Each is left out while it has nothing to say. */
import { useMemo } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import { isOpen, worstFirst } from '../../../shared/domain/incident/figures.ts';
import { type ReadinessGroup, readinessByArea, standingOf } from '../../../shared/domain/readiness/standing.ts';
import { ticketFigures } from '../../../shared/domain/ticket/figures.ts';
import { isDueSoon, isOverdue, ticketClocks } from '../../../shared/domain/ticket/promise.ts';
import { isOpen as isOpenTicket } from '../../../shared/domain/ticket/ways.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { useEntries, useRows, useTable, useTimes } from '../../store/live.ts';
import { BigFigure } from '../../ui/figure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { Ago, Time } from '../../ui/time.tsx';
import { Lead } from './lead.tsx';
import css from './overview.module.css';

const MOST_INCIDENTS = 4;

export function IncidentPanel() {
  const incidents = useTable('incident');
  const people = useTable('person');
  const tasks = useTable('task');
  const open = useMemo(() => [...incidents.values()].filter(isOpen).sort(worstFirst), [incidents]);
  if (open.length === 0) return null;
  return (
    <Panel title="Incidents" quiet={`${open.length} open`} className={css.natural}>
      {open.slice(0, MOST_INCIDENTS).map(({ id, ref, title, severity, status, commanderId, level, detectedAt, taskId }) => (
        <div key={id} className={`${css.row} ${css.incident}`}>
          <Mark state={`sev${severity as 1 | 2 | 3 | 4}`} />
          <span className="f">{ref}</span>
          <Lead board="incident" at={ref} className="name cut" title={title}>
            {title}
          </Lead>
          <span className={severity <= 2 ? 'stop' : 'q2'}>
            <Ago at={detectedAt} />
          </span>
          <span className={`small q2 cut ${css.under}`}>
            {people.get(commanderId ?? '')?.name ?? 'Nobody commands'}, level {level}
            {status === 'mitigated' && ', mitigated'}
          </span>
          {taskId !== null && <span className="small q2 nw">holds {tasks.get(taskId)?.ref}</span>}
        </div>
      ))}
    </Panel>
  );
}

const MOST_AREAS = 4;

export function ReadinessPanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const areas = useMemo(() => readinessByArea(rows, now).filter(({ lost }) => lost > 0), [rows, now]);
  const { figure } = useMemo(() => standingOf(rows.check.values()), [rows.check]);
  if (figure === null) return null;
  return (
    <Panel
      title="Readiness"
      quiet={areas.length > 0 ? 'worst areas' : 'every check is passed'}
      end={<span className="f">{percent(figure)}</span>}
      className={css.natural}
    >
      {areas.slice(0, MOST_AREAS).map((area) => (
        <div key={area.key} className={`${css.row} ${css.area}`}>
          <Lead board="readiness" at={worstCheck(area)} className="cut" title={area.key}>
            {area.key || 'Without an area'}
          </Lead>
          <ShareBar {...area.counts} />
          <span className="f">{percent(area.figure ?? 0)}</span>
        </div>
      ))}
    </Panel>
  );
}

const worstStatuses = ['failed', 'open', 'in work', 'to verify', 'waived'] as const;

function worstCheck({ checks }: ReadinessGroup): string | null {
  for (const wanted of worstStatuses) {
    const check = checks.find(({ status }) => status === wanted);
    if (check) return check.ref;
  }
  return null;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

export function TicketPanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const figures = useMemo(() => ticketFigures(rows, now), [rows, now]);
  const soon = useMemo(() => {
    const clocks = [...rows.ticket.values()].filter(isOpenTicket).map((ticket) => ticketClocks(rows, ticket, now));
    return clocks.filter((each) => isDueSoon(each) && !isOverdue(each)).length;
  }, [rows, now]);
  if (figures.all === 0) return null;
  return (
    <Panel title="Tickets" quiet={figures.unowned > 0 ? `${figures.unowned} assigned to nobody` : undefined} className={css.natural}>
      <div className={`${css.row} ${css.figures}`}>
        <BigFigure
          size={20}
          value={figures.open}
          sub={
            <Lead board="ticket" at={null}>
              open
            </Lead>
          }
        />
        <BigFigure size={20} value={figures.all} sub="logged" />
        <BigFigure
          size={20}
          value={soon}
          sub={
            <Mark state="late" as={soon === 0 ? 'none' : 'status'}>
              {'< 30 m'}
            </Mark>
          }
        />
        <BigFigure
          size={20}
          value={figures.overdue}
          sub={
            <Mark state="breach" as={figures.overdue === 0 ? 'none' : 'status'}>
              over
            </Mark>
          }
        />
      </div>
    </Panel>
  );
}

const MOST_ENTRIES = 14;

export function LatestPanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const { zone } = useTimes();
  const entries = useEntries();
  const latest = useMemo(
    () => entries.slice(0, MOST_ENTRIES).map((entry) => ({ ...entry, words: sentence(entry, rows) })),
    [entries, rows],
  );
  if (latest.length === 0) return null;
  return (
    <Panel title="Latest" quiet={zoneName(now, zone)} className={css.latest}>
      <ul>
        {latest.map(({ seq, occurredAt, actor, words }) => (
          <li key={seq} className={`${css.row} ${css.entry}`}>
            <span className="q">
              <Time at={occurredAt} />
            </span>
            <Lead board="timeline" at={`${seq}`} className="cut" title={`${words}, ${actor}`}>
              {words}
            </Lead>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
