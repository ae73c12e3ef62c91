/** The timeline: all that happened, in words, newest first; with one entry whole on the right. */
import { useMemo, useState } from 'react';
import type { Entry } from '../../../shared/base/entry.ts';
import { zoneName } from '../../../shared/base/time-words.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { type TimelineLine, timelineOf } from '../../../shared/domain/timeline/list.ts';
import { useGoLive, useRole, useRows } from '../../store/live.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { type Shown, timelineColumns } from './columns.tsx';
import { boardOf, Detail } from './detail.tsx';
import { everything, isNarrowed, wishedFor } from './filter.ts';
import { Filters, Views } from './filters.tsx';
import { QuickNote } from './quick-note.tsx';
import styles from './timeline.module.css';
import { UndoDialog } from './undo-dialog.tsx';
import { type History, useHistory } from './use-history.ts';

export function TimelineBoard() {
  const rows = useRows();
  const { zone } = useGoLive();
  const zoneWord = zoneName(useNow(60_000), zone);
  const mayAct = useRole() !== 'viewer';
  const { selected: key } = useRoute();
  const history = useHistory();
  const [wish, setWish] = useState(everything);
  const [asking, setAsking] = useState<'note' | 'undo' | null>(null);
  const { entries, isWhole } = history;
  const all = useMemo(() => linesOf(entries, isWhole, rows), [entries, isWhole, rows]);
  const shown = useMemo(() => all.filter(wishedFor(wish)), [all, wish]);
  const actors = useMemo(() => [...new Set(all.map(({ actor }) => actor))].filter(Boolean).sort(), [all]);
  const line = all.find((each) => keyOf(each) === key) ?? null;
  const entry = entries.find(({ seq }) => seq === line?.seq) ?? null;
  const mayUndo = mayAct && entry !== null && line?.undoneBy === null;
  const board = line === null ? undefined : boardOf(line);

  useKeys('Timeline', [
    { key: 'N', label: 'note', run: () => setAsking('note'), when: mayAct },
    { key: 'U', label: 'take back', run: () => setAsking('undo'), when: mayUndo },
    { key: 'G', label: 'go to it', run: () => board && go(board, line?.subject?.ref), when: board !== undefined },
    { key: 'B', label: 'earlier', run: history.loadEarlier, when: !isWhole && !history.isLoading },
    { key: 'Escape', label: 'show all', run: () => setWish(everything), when: isNarrowed(wish), foot: false, palette: false },
  ]);

  return (
    <>
      <ToolLine
        title="Timeline"
        quiet={`Newest first, times in ${zoneWord}`}
        end={
          mayAct && (
            <Button primary hint="N" onClick={() => setAsking('note')}>
              Write note
            </Button>
          )
        }
      >
        <Views wish={wish} onWish={setWish} />
      </ToolLine>
      <Filters wish={wish} onWish={setWish} actors={actors} />
      <div className={styles.board}>
        <div className={styles.list}>
          <div className={styles.table}>
            <Table
              main
              label="Timeline"
              rows={shown}
              columns={timelineColumns}
              rowId={keyOf}
              selectedId={key}
              onSelect={select}
              empty={
                isNarrowed(wish)
                  ? 'Nothing in what is loaded fits. Clear the filters, or load earlier entries.'
                  : 'Nothing has happened yet.'
              }
            />
          </div>
          <Back history={history} shown={shown.length} />
        </div>
        {line ? (
          <Detail line={line} entry={entry} onUndo={mayUndo ? () => setAsking('undo') : undefined} />
        ) : (
          <Panel title="Nothing selected" className="split" pad>
            <p className="q2">Choose an entry to see what it changed, and to take it back.</p>
          </Panel>
        )}
      </div>
      {asking === 'note' && <QuickNote onClose={() => setAsking(null)} />}
      {asking === 'undo' && line?.seq != null && <UndoDialog line={{ ...line, seq: line.seq }} onClose={() => setAsking(null)} />}
    </>
  );
}

/** How far back it goes, and the way further. */
function Back({ history, shown }: { readonly history: History; readonly shown: number }) {
  const { entries, isWhole, isLoading, refusal, loadEarlier } = history;
  const oldest = entries.at(-1);
  return (
    <div className={styles.back}>
      <span className="q2">
        <span className="f">{shown}</span> shown, <span className="f">{entries.length}</span> entries read
        {isWhole ? ' from the first on' : oldest && <>, back to {<Time at={oldest.at} withZone />}</>}
      </span>
      {!isWhole && (
        <Button hint="B" onClick={loadEarlier} disabled={isLoading}>
          {isLoading ? 'Reading' : 'Earlier'}
        </Button>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
    </div>
  );
}

/** Imported states older than the oldest entry at hand wait until it is reached, so that no gap looks like quiet. */
function linesOf(entries: readonly Entry[], isWhole: boolean, rows: Rows): readonly Shown[] {
  const undone = new Map(entries.filter(({ undoes }) => undoes !== null).map(({ undoes, seq }) => [undoes, seq]));
  const oldest = isWhole ? Number.NEGATIVE_INFINITY : (entries.at(-1)?.at ?? 0);
  return timelineOf(entries, rows)
    .filter(({ seq, occurredAt }) => seq !== null || occurredAt >= oldest)
    .map((line) => ({ ...line, undoneBy: (line.seq !== null && undone.get(line.seq)) || null }))
    .reverse();
}

function keyOf({ seq, id }: TimelineLine): string {
  return seq === null ? id : `${seq}`;
}
