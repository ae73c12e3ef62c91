/** The one button of the runbook for files: export the plan, bring an edited export back, or bring in another plan. */
import { useState } from 'react';
import { ImportDialog } from '../../../dialogs/import-dialog.tsx';
import { useRole } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useKeys } from '../../../ui/keys.ts';
import css from './exchange.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';

type Asking = 'what' | 'export' | 'return' | 'plan' | null;

const ways = [
  {
    to: 'export',
    label: 'Export',
    about: 'The plan for Excel, as CSV or for Microsoft Project, or tasks for a calendar.',
    isForManagers: false,
  },
  {
    to: 'return',
    label: 'Bring back an export',
    about: 'A file exported here and edited, or a project of MS Project saved as XML. Every change is shown before it is made.',
    isForManagers: true,
  },
  { to: 'plan', label: 'Import another plan', about: "A team's own table of tasks, whatever its columns are called.", isForManagers: true },
] as const;

export function ExchangeButton() {
  const [asking, setAsking] = useState<Asking>(null);
  const isManager = useRole() === 'manager';
  const ask = () => setAsking('what');
  const close = () => setAsking(null);
  useKeys('Exchange', [{ key: 'Shift+X', label: 'export or import', run: ask, foot: false }]);
  return (
    <>
      <Button hint="Shift+X" onClick={ask}>
        Export / Import
      </Button>
      {asking === 'what' && (
        <Dialog title="Export / Import" onClose={close}>
          <ul className={css.ways}>
            {ways.map(({ to, label, about, isForManagers }) => (
              <li key={to}>
                <Button disabled={isForManagers && !isManager} onClick={() => setAsking(to)}>
                  {label}
                </Button>
                <span className="q2">{isForManagers && !isManager ? `${about} Only a manager does this.` : about}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      {asking === 'export' && <ExportDialog onClose={close} />}
      {asking === 'return' && <ReturnDialog onClose={close} />}
      {asking === 'plan' && <ImportDialog kind="plan" onClose={close} />}
    </>
  );
}
