/** The points of no return: which were passed, and when the next one comes. */
import { useMemo } from 'react';
import { comingNoReturn, passedNoReturn } from '../../../shared/domain/rollback/fuse.ts';
import { useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { useSchedule } from '../../store/task-lines.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './rollback.module.css';

export function NoReturnPanel() {
  const gate = useTable('gate');
  const passed = useMemo(() => passedNoReturn({ gate }), [gate]);
  const coming = useMemo(() => comingNoReturn({ gate }), [gate]);
  return (
    <Panel title="Points of no return" quiet={passed.length + coming.length === 0 ? 'none planned' : undefined} pad>
      {passed.length + coming.length === 0 && <p className="q2">No gate of this go-live closes the way back.</p>}
      <ul className={css.rows}>
        {passed.map(({ id, ref, title, decidedAt }) => (
          <li key={id}>
            <Mark state="no-go">Passed</Mark>
            <button type="button" className={`link ${css.gate}`} onClick={() => go('gate', ref)}>
              <span className="f">{ref}</span> {title}
            </button>
            <span className={css.end}>{decidedAt !== null && <Time at={decidedAt} withZone />}</span>
          </li>
        ))}
        {coming.map(({ id, ref, title }) => (
          <li key={id}>
            <Mark state="gate">Ahead</Mark>
            <button type="button" className={`link ${css.gate}`} onClick={() => go('gate', ref)}>
              <span className="f">{ref}</span> {title}
            </button>
            <span className={css.end}>
              <Expected gateId={id} />
            </span>
          </li>
        ))}
      </ul>
      {passed.length > 0 && <p className="q2">A rollback now needs to say why it is decided all the same.</p>}
    </Panel>
  );
}

/** When it is forecast to be decided at the earliest. */
function Expected({ gateId }: { readonly gateId: string }) {
  const times = useSchedule().gates.get(gateId);
  return times && <Time at={times.at} withZone />;
}
