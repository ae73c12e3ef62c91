/** What was done to a check, its evidence, its blockers and its tests, newest first. */

import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { useAbout } from '../../store/about.ts';
import { useTable } from '../../store/live.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

/** Rows whose changes are told; how the go-live was made and what gates say of the check are not. */
const own: ReadonlySet<string> = new Set(['check', 'evidence', 'blocker', 'test', 'testRun', 'note']);
const MOST_IDS = 60;

export function CheckHistory({ check }: { readonly check: Check }) {
  const blockers = useTable('blocker');
  const tests = useTable('test');
  const related = [...blockers.values(), ...tests.values()].filter(({ checkId }) => checkId === check.id).map(({ id }) => id);
  const { told, state } = useAbout([check.id, ...related].slice(0, MOST_IDS));
  const shown = told.filter(({ action, changes }) => action !== 'goLive.create' && changes.some(({ table }) => own.has(table)));
  const quiet = { loading: 'loading', failed: 'could not be asked of the host', there: shown.length === 0 ? 'nothing yet' : undefined }[
    state
  ];
  return (
    <Panel title="History" quiet={quiet} ruled className={css.evidence}>
      {shown.map((entry) => (
        <div key={entry.id} className={css.line}>
          <p className={css.words}>{entry.text}</p>
          {entry.note && <p className={`q2 ${css.words}`}>{entry.note}</p>}
          <p className="small q2">
            {entry.actor}, <Time at={entry.occurredAt} withZone />
            {entry.seq !== null && (
              <>
                , entry <span className="f">{entry.seq}</span>
              </>
            )}
          </p>
        </div>
      ))}
    </Panel>
  );
}
