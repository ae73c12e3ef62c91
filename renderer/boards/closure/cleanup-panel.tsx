/** How the run is cleaned up: the choice of three, its reason, and its actions in order. */
import type { CleanupAction } from '../../../shared/domain/closure/schema.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './closure.module.css';

interface CleanupPanelProps {
  readonly goLive: GoLive;
  /** Those of the option chosen, in order. */
  readonly actions: readonly CleanupAction[];
  readonly mayAct: boolean;
  readonly mayDecide: boolean;
  readonly onDecide: () => void;
  readonly onSettle: (action: CleanupAction) => void;
}

export function CleanupPanel({ goLive, actions, mayAct, mayDecide, onDecide, onSettle }: CleanupPanelProps) {
  const { cleanup, cleanupReason } = goLive;
  const settled = actions.filter(({ status }) => status !== 'open').length;
  return (
    <Panel
      title="Cleanup"
      quiet={cleanup === null ? 'not decided' : `${cleanup}, ${settled} of ${actions.length} actions settled`}
      className={`split above ${styles.withActs}`}
      pad
      end={
        mayDecide && (
          <Button hint="D" onClick={onDecide}>
            {cleanup === null ? 'Decide' : 'Change'}
          </Button>
        )
      }
    >
      {cleanup === null ? (
        <p className="q2">Decide whether this was a milestone, completes the project, or work continues. The actions follow from that.</p>
      ) : (
        <>
          <p className="q2">{cleanupReason}</p>
          <ol>
            {actions.map((action) => (
              <li key={action.id} className={styles.action}>
                <ActionMark status={action.status} />
                <span className="cut" title={[action.title, action.note].filter(Boolean).join(': ')}>
                  {action.title}
                </span>
                {action.status === 'open' && mayAct ? (
                  <button type="button" className="link" onClick={() => onSettle(action)}>
                    Settle<span className="sr"> {action.title}</span>
                  </button>
                ) : (
                  <span className="q small">{action.finishedBy}</span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}

function ActionMark({ status }: { readonly status: CleanupAction['status'] }) {
  if (status === 'finished') return <Mark state="finished" />;
  return status === 'skipped' ? <Mark state="skipped" /> : <Mark state="ready">Open</Mark>;
}
