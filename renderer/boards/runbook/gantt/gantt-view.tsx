/** The runbook as a Gantt chart: names and states as text, bars and links painted for what is in sight. */
import { type KeyboardEvent, useCallback, useId, useMemo, useState } from 'react';
import { formatDate } from '../../../../shared/base/time-words.ts';
import { networkOf } from '../../../../shared/domain/runbook/network.ts';
import { useRole, useRows, useTable } from '../../../store/live.ts';
import { select } from '../../../store/route.ts';
import { useKeys } from '../../../ui/keys.ts';
import { PickSet } from '../../../ui/pick-set.tsx';
import { lineAfter, type Move, moveOf } from '../../../ui/table-lines.ts';
import { type Zoom, zooms } from '../board-query.ts';
import { type DraggedLink, DropDialog } from '../plan/drop-dialog.tsx';
import type { ViewProps } from '../view-props.ts';
import { ClockCanvas } from '../views/clock-canvas.tsx';
import type { Pane } from '../views/clock-shapes.ts';
import { Legend } from '../views/legend.tsx';
import { PrintButton } from '../views/print-button.tsx';
import { clockSpan, useClockFacts } from '../views/use-clock-facts.ts';
import css from '../views/views.module.css';
import { type GanttLine, ganttRows, ROW } from './gantt-lines.ts';
import { ganttPages, MOST_PAGES, MOST_ROWS } from './gantt-pages.ts';
import { type BaselineSpans, ganttShapes } from './gantt-shapes.ts';
import { NameRow } from './name-row.tsx';
import { useLinkDrag } from './use-link-drag.ts';

const zoomWords: Readonly<Record<Zoom, string>> = { fit: 'Fit', day: 'Days', hour: 'Hours', quarter: 'Quarters' };
const SIDE = 476;

export function GanttView({ query, onLook, all, shown, groups, selected, now }: ViewProps) {
  const rows = useRows();
  const facts = useClockFacts(now);
  const gridId = useId();
  const drawn = useMemo(() => ganttRows(groups, query.group, shown, all), [groups, query.group, shown, all]);
  const span = useMemo(() => clockSpan(shown, facts), [shown, facts]);
  const { baseline, picks } = useBaseline(query.baseline, facts.zone);
  const linksAt = useMemo(() => {
    const { into, outOf } = networkOf(rows);
    return (id: string) => [...(into.get(id) ?? []), ...(outOf.get(id) ?? [])];
  }, [rows]);
  const chosen = useMemo(() => all.find(({ task }) => task.ref === selected) ?? null, [all, selected]);
  const at = chosen ? (drawn.rowOf.get(chosen.task.id) ?? -1) : -1;
  const drawing = { ...drawn, facts, baseline, linksAt, selectedId: chosen?.task.id ?? null };

  const [dropped, setDropped] = useState<DraggedLink | null>(null);
  const linking = useLinkDrag(drawn, useRole() !== 'viewer', setDropped);

  const move = (where: Move) => {
    const line = drawn.lines[lineAfter(drawn.lines, at, where, 20)];
    if (line?.kind === 'row') select(line.line.task.ref);
  };
  useKeys('Gantt', [
    { key: 'J', label: 'move', run: () => move('next'), repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => move('previous'), repeat: true, palette: false },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const where = event.ctrlKey || event.metaKey || event.altKey ? undefined : moveOf(event.key);
    if (!where) return;
    move(where);
    event.preventDefault();
  };
  const groupOf = (line: GanttLine) =>
    line.kind === 'row' && query.group !== 'plan' ? (rows.task.get(line.line.task.parentId ?? '')?.title ?? '') : '';
  const idOf = useCallback((ref: string) => `${gridId}${ref}`, [gridId]);
  return (
    <>
      <div className={css.options}>
        <PickSet
          label="Zoom"
          value={query.zoom}
          onPick={(zoom) => onLook({ zoom })}
          picks={zooms.map((value) => ({ value, label: zoomWords[value] }))}
        />
        {picks.length > 1 && (
          <PickSet label="Compared with" value={query.baseline} onPick={(next) => onLook({ baseline: next })} picks={picks} />
        )}
        <Legend />
        <PrintButton
          name="gantt"
          bounds={`A PDF holds ${MOST_PAGES} pages of A3, a PNG ${MOST_ROWS} rows; filter to print others.`}
          make={(isOnePicture, words) => ganttPages(drawing, span, { ...words, what: `Gantt, ${shown.length} tasks` }, isOnePicture)}
        />
      </div>
      <ClockCanvas
        role="grid"
        label="Tasks on the clock"
        rowCount={drawn.lines.length}
        activeId={at >= 0 && chosen ? idOf(chosen.task.ref) : undefined}
        facts={facts}
        span={span}
        zoom={query.zoom}
        onZoom={(zoom) => onLook({ zoom })}
        height={drawn.lines.length * ROW}
        side={SIDE}
        sideRows={(top, bottom) => drawnRows(drawn.lines, top, bottom, selected, facts.zone, idOf, groupOf)}
        draw={(pane: Pane, y, top, bottom) => ganttShapes(drawing, pane, y, Math.floor(top / ROW), Math.ceil(bottom / ROW))}
        front={linking.shapes}
        pointer={linking.pointer}
        show={at >= 0 && chosen ? { y: at * ROW, height: ROW, from: chosen.times.start, to: chosen.times.end } : null}
        onPick={(y) => {
          const line = drawn.lines[Math.floor(y / ROW)];
          if (line?.kind === 'row') select(line.line.task.ref);
        }}
        onKeyDown={onKeyDown}
      />
      {dropped && <DropDialog link={dropped} onClose={() => setDropped(null)} />}
    </>
  );
}

function drawnRows(
  lines: readonly GanttLine[],
  top: number,
  bottom: number,
  selected: string | null,
  zone: string,
  idOf: (ref: string) => string,
  groupOf: (line: GanttLine) => string,
) {
  const first = Math.max(0, Math.floor(top / ROW));
  return lines
    .slice(first, Math.ceil(bottom / ROW))
    .map((line, index) => (
      <NameRow
        key={line.kind === 'row' ? line.line.task.id : `group ${line.group.key}`}
        line={line}
        index={first + index}
        isSelected={line.kind === 'row' && line.line.task.ref === selected}
        group={groupOf(line)}
        zone={zone}
        idOf={idOf}
      />
    ));
}

/** The frozen plan that is compared with; the present plan where none is chosen. */
function useBaseline(id: string, zone: string) {
  const table = useTable('baseline');
  return useMemo(() => {
    const known = [...table.values()].sort((a, b) => b.frozenAt - a.frozenAt);
    const spans = table.get(id)?.spans;
    const baseline: BaselineSpans | null = spans ? new Map(spans.map(([taskId, from, to]) => [taskId, [from, to] as const])) : null;
    const picks = [
      { value: '', label: 'Present plan' },
      ...known.slice(0, 3).map((each) => ({ value: each.id, label: `${each.name}, ${formatDate(each.frozenAt, zone)}` })),
    ];
    return { baseline, picks };
  }, [table, id, zone]);
}
