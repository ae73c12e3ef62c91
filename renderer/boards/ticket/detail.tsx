/** One ticket whole: what it says, how its promises stand, what can be done, and its history. */
import type { ReactNode } from 'react';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import type { KeyBinding } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { ReplyClock, ResolveClock } from './clock-cells.tsx';
import { Owner, Priority } from './columns.tsx';
import { History } from './history.tsx';
import styles from './ticket.module.css';

interface DetailProps {
  readonly ticket: Ticket;
  /** What can be done now, with its keys. */
  readonly acts: readonly KeyBinding[];
  readonly onClose: () => void;
}

export function Detail({ ticket, acts, onClose }: DetailProps) {
  const buttons = acts.filter(({ label, when }) => label !== 'priority' && when !== false);
  return (
    <div className={`${styles.side} split`}>
      <Panel
        title={ticket.ref}
        quiet={ticket.status}
        end={
          <Button hint="Escape" onClick={onClose}>
            Close
          </Button>
        }
        className={styles.detail}
        pad
      >
        <p className={`name ${styles.title}`}>{ticket.title}</p>
        <div className={`btns ${styles.acts}`}>
          {buttons.map(({ key, label, run }) => (
            <Button key={key} hint={key} onClick={run}>
              {label.charAt(0).toUpperCase() + label.slice(1)}
            </Button>
          ))}
        </div>
        <Facts ticket={ticket} />
        {ticket.detail && <p className={styles.words}>{ticket.detail}</p>}
        {ticket.resolution && (
          <>
            <h3 className={styles.head}>{resolutionHeads[ticket.status] ?? 'Said last'}</h3>
            <p className={styles.words}>{ticket.resolution}</p>
          </>
        )}
        <History ticket={ticket} />
      </Panel>
    </div>
  );
}

const resolutionHeads: Readonly<Partial<Record<Ticket['status'], string>>> = {
  waiting: 'Waits for',
  resolved: 'Resolution',
  closed: 'Resolution',
  cancelled: 'Cancelled because',
};

function Facts({ ticket }: { readonly ticket: Ticket }) {
  const incidents = useTable('incident');
  const tasks = useTable('task');
  const incident = ticket.incidentId === null ? undefined : incidents.get(ticket.incidentId);
  const task = ticket.taskId === null ? undefined : tasks.get(ticket.taskId);
  return (
    <dl className={styles.facts}>
      <Fact name="Priority">
        <Priority of={ticket.priority} />
      </Fact>
      <Fact name="Owner">
        <Owner id={ticket.assigneeId} />
      </Fact>
      <Fact name="Department">{ticket.department}</Fact>
      <Fact name="Category">{ticket.category}</Fact>
      <Fact name="Reporter">{ticket.reporter}</Fact>
      <Fact name="Opened">
        <Time at={ticket.openedAt} withZone />
      </Fact>
      <Fact name="First reply">
        <ReplyClock ticket={ticket} />
      </Fact>
      <Fact name="Resolve">
        <ResolveClock ticket={ticket} />
      </Fact>
      {incident && <Linked name="Incident" board="incident" to={incident} />}
      {task && <Linked name="Task" board="runbook" to={task} />}
      {ticket.sourceId && <Fact name="Imported as">{ticket.sourceId}</Fact>}
      {Object.entries(ticket.extra).map(([name, words]) => (
        <Fact key={name} name={name}>
          {words}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="q small cut" title={name}>
        {name}
      </dt>
      <dd className="cut" title={typeof children === 'string' ? children : undefined}>
        {children || <span className="q">not said</span>}
      </dd>
    </>
  );
}

interface LinkedProps {
  readonly name: string;
  readonly board: string;
  readonly to: { readonly ref: string; readonly title: string };
}

function Linked({ name, board, to: { ref, title } }: LinkedProps) {
  return (
    <Fact name={name}>
      <button type="button" className="link f" onClick={() => go(board, ref)}>
        {ref}
      </button>{' '}
      {title}
    </Fact>
  );
}
