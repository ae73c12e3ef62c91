/** The tickets of hypercare: clocks that run out first, then by state; on the right how they come and go, or one of them whole. */
import { useMemo, useState } from 'react';
import { isOpen } from '../../../shared/domain/ticket/ways.ts';
import { ImportDialog } from '../../dialogs/import-dialog.tsx';
import { useMe, useRole, useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { ticketColumns } from './columns.tsx';
import { Detail } from './detail.tsx';
import { Figures } from './figures.tsx';
import { type Filter, type Head, shownTickets } from './lines.ts';
import { QuickTicket } from './quick-ticket.tsx';
import styles from './ticket.module.css';
import { useTicketActs } from './use-ticket-acts.tsx';

const FRESH_MS = 15_000;
const words: Readonly<Record<Filter, string>> = { open: 'Open', mine: 'Mine', unowned: 'Unowned', due: 'Due in 30 m', closed: 'Closed' };

export function TicketBoard() {
  const ticket = useTable('ticket');
  const ticketState = useTable('ticketState');
  const me = useMe();
  const mayAct = useRole() !== 'viewer';
  const now = useNow(15_000);
  const { selected: ref } = useRoute();
  const selected = useMemo(() => [...ticket.values()].find((each) => each.ref === ref) ?? null, [ticket, ref]);
  const [filter, setFilter] = useState<Filter>(selected && !isOpen(selected) ? 'closed' : 'open');
  const [isDetailOpen, setDetailOpen] = useState(selected !== null);
  const [asking, setAsking] = useState<'log' | 'import' | null>(null);
  const close = () => setAsking(null);
  const { heads, counts } = useMemo(() => shownTickets({ ticket, ticketState }, filter, me, now), [ticket, ticketState, filter, me, now]);
  const groups = useMemo(() => heads.map(withHead), [heads]);
  const { bindings, dialog } = useTicketActs(selected);

  useKeys('Tickets', [
    ...bindings,
    { key: 'Shift+I', label: 'import', run: () => setAsking('import'), when: mayAct, foot: false },
    { key: 'Escape', label: 'close detail', run: () => setDetailOpen(false), when: isDetailOpen, foot: false, palette: false },
  ]);

  const steps = mayAct && (
    <>
      <Button hint="Shift+I" onClick={() => setAsking('import')}>
        Import
      </Button>
      <Button primary hint="L" onClick={() => setAsking('log')}>
        Log ticket
      </Button>
    </>
  );
  return (
    <>
      <ToolLine
        title="Tickets"
        quiet={filter === 'closed' ? 'Latest first' : 'Worst clock first, then by state'}
        end={
          <>
            <span className="q2 small">Clocks run round the clock, hours:minutes left</span>
            {steps}
          </>
        }
      >
        <PickSet
          label="Which tickets"
          picks={(Object.keys(words) as Filter[]).map((value) => ({ value, label: words[value], count: counts[value] }))}
          value={filter}
          onPick={setFilter}
        />
      </ToolLine>
      {ticket.size === 0 ? (
        <Empty title="No tickets yet" step={steps}>
          Whatever people report after the switch is logged here, with the promise of a first reply and a resolution by priority.
        </Empty>
      ) : (
        <div className={styles.board}>
          <div className={styles.list}>
            <Table
              main
              label="Tickets"
              groups={groups}
              columns={ticketColumns}
              rowId={({ ref: id }) => id}
              selectedId={ref}
              onSelect={select}
              onOpen={() => setDetailOpen(true)}
              rowClass={({ openedAt }) => (now - openedAt < FRESH_MS ? 'fresh' : '')}
              empty={emptyWords(filter, me)}
            />
          </div>
          {selected && isDetailOpen ? <Detail ticket={selected} acts={bindings} onClose={() => setDetailOpen(false)} /> : <Figures />}
        </div>
      )}
      {dialog}
      {asking === 'log' && <QuickTicket onClose={close} />}
      {asking === 'import' && <ImportDialog kind="tickets" onClose={close} />}
    </>
  );
}

function withHead({ key, title, rows }: Head) {
  return { key, rows, head: key === 'due' ? <Mark state="late">{title}</Mark> : title, quiet: <span className="f">{rows.length}</span> };
}

function emptyWords(filter: Filter, me: string | null): string {
  if (filter === 'mine')
    return me === null ? 'Say who you are at the upper right, then your tickets stand here.' : 'No open ticket is yours.';
  if (filter === 'unowned') return 'Every open ticket has an owner.';
  if (filter === 'due') return 'No clock runs out within 30 minutes.';
  return filter === 'closed' ? 'No ticket has ended yet.' : 'No ticket is open.';
}
