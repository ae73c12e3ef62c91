/** What blocks a check and what did, with where each of them stands. */
import { type BlockerLine, blockerName, blockersOf } from '../../../shared/domain/readiness/blockers.ts';
import type { Blocker, Check } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useRole, useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

const boards: Readonly<Partial<Record<Blocker['kind'], string>>> = {
  task: 'runbook',
  ticket: 'ticket',
  incident: 'incident',
  training: 'training',
};

export function BlockerList({ check }: { readonly check: Check }) {
  const lines = blockersOf(useRows(), check);
  if (lines.length === 0) return null;
  const open = lines.filter(({ isCleared }) => !isCleared).length;
  return (
    <Panel title="Blocked by" quiet={open > 0 ? open : 'nothing any more'} ruled className={css.evidence}>
      {lines.map((line) => (
        <BlockerItem key={line.blocker.id} check={check} line={line} />
      ))}
    </Panel>
  );
}

function BlockerItem({ check, line }: { readonly check: Check; readonly line: BlockerLine }) {
  const mayAct = useRole() !== 'viewer';
  const { blocker, isCleared, ref, title, standing } = line;
  const board = boards[blocker.kind];
  const act = (does: 'clearBlocker' | 'removeBlocker', said: string) => () =>
    void actLoud(client.readiness[does], { blockerId: blocker.id }, `${check.ref}: ${blockerName(line)} ${said}`);
  return (
    <div className={css.line}>
      <p className={css.decided}>
        <Mark state={isCleared ? 'finished' : 'blocked'}>{isCleared ? 'Cleared' : 'Blocks'}</Mark>
        {board && ref !== '' && (
          <button type="button" className="link f" onClick={() => go(board, ref)}>
            {ref}
          </button>
        )}
        {ref !== '' && <span className="q2">{standing}</span>}
      </p>
      <p className={`${isCleared ? 'q2 ' : ''}${css.words}`}>{title}</p>
      {ref !== '' && blocker.content && <p className={`q2 ${css.words}`}>{blocker.content}</p>}
      <div className={`small q2 ${css.under}`}>
        <span className="cut">
          {blocker.kind === 'risk' && 'risk, '}
          {blocker.clearedAt === null ? blocker.addedBy : `cleared by ${blocker.clearedBy}`},{' '}
          <Time at={blocker.clearedAt ?? blocker.addedAt} withZone />
        </span>
        {mayAct && (
          <span className={`btns ${css.end}`}>
            {ref === '' && !isCleared && (
              <button type="button" className="link" onClick={act('clearBlocker', 'cleared')}>
                Clear
              </button>
            )}
            <button type="button" className="link" onClick={act('removeBlocker', 'removed')}>
              Remove
            </button>
          </span>
        )}
      </div>
    </div>
  );
}
