/** A board over the clock that scrolls both ways: a canvas as large as the view, painted anew for what is in sight, and rows of text beside it. */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Scale, type Span, scaleOf, xOf } from '../../../../shared/domain/runbook/drawing/scale.ts';
import type { Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { useScheme } from '../../../theme/theme-provider.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useLatest } from '../../../ui/use-latest.ts';
import { type Zoom, zooms } from '../board-query.ts';
import { type Colours, coloursAt, paint } from './canvas-paint.ts';
import { type ClockFacts, headHeight, headShapes, headWords, lineShapes, type Pane } from './clock-shapes.ts';
import { type ClockPointer, useClockPointer } from './use-clock-pointer.ts';
import css from './views.module.css';

const HOUR = 3_600_000;
/** Px of an hour at each zoom but `fit`. */
const perHour: Readonly<Record<Exclude<Zoom, 'fit'>, number>> = { day: 24, hour: 100, quarter: 360 };
const MOST_PER_HOUR = 3_000;
const MOST_WIDTH = 8_000_000;

/** What is to be brought into view: px from the first row, and a stretch of time. */
export interface Place extends Span {
  readonly y: number;
  readonly height: number;
}

interface ClockCanvasProps {
  readonly facts: ClockFacts;
  readonly span: Span;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  /** Px of all rows. */
  readonly height: number;
  /** Px of the text beside the drawing. */
  readonly side: number;
  readonly sideHead?: ReactNode;
  /** The text of what lies from `top` to `bottom`, placed from the first row. */
  readonly sideRows: (top: number, bottom: number) => ReactNode;
  /** What is drawn over rows from `top` to `bottom`; `y` is where the first row lies. */
  readonly draw: (pane: Pane, y: number, top: number, bottom: number) => readonly Shape[];
  /** What is drawn over the lines of the clock; `y` as for `draw`. */
  readonly front?: (pane: Pane, y: number) => readonly Shape[];
  readonly show: Place | null;
  readonly onPick: (y: number, at: number) => void;
  readonly label: string;
  readonly role: 'grid' | 'region';
  readonly rowCount?: number;
  readonly activeId?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Listens to the mouse on the drawing, to drag something there. */
  readonly pointer?: ClockPointer | undefined;
}

export function ClockCanvas(props: ClockCanvasProps) {
  const { facts, span, zoom, onZoom, height, side, show } = props;
  const scroller = useRef<HTMLDivElement | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const moved = useRef<HTMLDivElement>(null);
  const colours = useRef<Colours | null>(null);
  const anchor = useRef<{ at: number; x: number } | null>(null);
  const { scheme } = useScheme();
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [free, setFree] = useState<number | null>(null);
  const [rows, setRows] = useState({ top: 0, bottom: 1_200 });

  const head = headHeight(facts);
  const paneWidth = Math.max(50, size.width - side);
  const scale = scaleAt(span, zoom, free, paneWidth);

  const paintNow = useLatest(() => {
    const [board, sheet] = [scroller.current, canvas.current];
    if (!board || !sheet || size.width === 0) return;
    const { scrollLeft: left, scrollTop: top } = board;
    const on = sheet.getContext('2d');
    if (!on) return;
    const dots = window.devicePixelRatio || 1;
    const [wide, tall] = [Math.round(paneWidth * dots), Math.round(size.height * dots)];
    if (sheet.width !== wide || sheet.height !== tall) Object.assign(sheet, { width: wide, height: tall });
    colours.current ??= coloursAt(board);
    on.setTransform(dots, 0, 0, dots, 0, 0);
    on.clearRect(0, 0, paneWidth, size.height);
    const pane: Pane = { scale, left, x: 0, width: paneWidth };
    const bottom = Math.min(size.height, head + height - top);
    paint(on, props.draw(pane, head - top, top, top + size.height - head), colours.current);
    const front = props.front?.(pane, head - top) ?? [];
    paint(on, [...lineShapes(pane, facts, head, bottom), ...front, ...headShapes(pane, facts)], colours.current);
    if (moved.current) moved.current.style.transform = `translateY(${-top}px)`;
    if (top < rows.top || top + size.height > rows.bottom) setRows({ top: Math.max(0, top - 400), bottom: top + size.height + 400 });
  });

  useLayoutEffect(() => {
    const board = scroller.current;
    if (!board) return;
    const watch = new ResizeObserver(() => setSize({ width: board.clientWidth, height: board.clientHeight }));
    watch.observe(board);
    let asked = 0;
    const onScroll = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        paintNow();
      });
    };
    board.addEventListener('scroll', onScroll, { passive: true });
    void document.fonts.ready.then(paintNow);
    return () => {
      watch.disconnect();
      board.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(asked);
    };
  }, [paintNow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of another scheme are found when it is painted next
  useLayoutEffect(() => {
    colours.current = null;
  }, [scheme]);
  useLayoutEffect(() => paintNow());

  const scaleNow = useLatest(() => scale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the zoom changes, not with every minute
  useLayoutEffect(() => {
    const board = scroller.current;
    if (!board || size.width === 0) return;
    const kept = anchor.current ?? { at: Math.min(Math.max(facts.now, span.from), span.to), x: paneWidth / 3 };
    anchor.current = null;
    board.scrollLeft = xOf(scaleNow(), kept.at) - kept.x;
  }, [zoom, free, size.width > 0]);

  const bring = useLatest(() => {
    const board = scroller.current;
    if (!board || !show || size.width === 0) return;
    const room = size.height - head;
    if (show.y < board.scrollTop) board.scrollTop = show.y;
    else if (show.y + show.height > board.scrollTop + room) board.scrollTop = show.y + show.height - room;
    const [from, to] = [xOf(scale, show.from), xOf(scale, show.to)];
    if (to < board.scrollLeft || from > board.scrollLeft + paneWidth - 40) board.scrollLeft = from - paneWidth / 4;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the selection, not every change of the plan
  useEffect(bring, [show?.y, size.width > 0]);

  const zoomBy = useLatest((factor: number, x: number) => {
    const board = scroller.current;
    if (!board) return;
    const at = scale.from + (board.scrollLeft + x) / scale.perMs;
    anchor.current = { at, x };
    setFree(Math.min(scale.perMs * factor, MOST_PER_HOUR / HOUR));
  });
  useEffect(() => {
    const board = scroller.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1.25 : 0.8, event.clientX - (canvas.current?.getBoundingClientRect().left ?? 0));
    };
    board?.addEventListener('wheel', onWheel, { passive: false });
    return () => board?.removeEventListener('wheel', onWheel);
  }, [zoomBy]);
  const { handlers, isEndOfDrag } = useClockPointer(props.pointer, {
    scroller,
    canvas,
    head,
    paneNow: () => ({ scale, left: scroller.current?.scrollLeft ?? 0, x: 0, width: paneWidth }),
  });
  const pan = (share: number) => scroller.current?.scrollBy({ left: paneWidth * share });
  const goTo = (at: number) => scroller.current?.scrollTo({ left: xOf(scale, at) - paneWidth / 3 });
  const pick = (next: Zoom) => {
    setFree(null);
    onZoom(next);
  };
  useKeys('Time scale', [
    { key: ']', label: 'zoom in', run: () => zoomBy(1.5, paneWidth / 3), repeat: true },
    { key: '[', label: 'zoom out', run: () => zoomBy(1 / 1.5, paneWidth / 3), repeat: true, foot: false },
    { key: 'ArrowLeft', label: 'earlier', run: () => pan(-0.2), repeat: true, foot: false, palette: false },
    { key: 'ArrowRight', label: 'later', run: () => pan(0.2), repeat: true, foot: false, palette: false },
    { key: ',', label: 'go to T-0', run: () => goTo(facts.tZeroAt), foot: false },
    { key: '.', label: 'go to now', run: () => goTo(facts.now), foot: false },
    { key: 'Shift+Z', label: 'next zoom', run: () => pick(zooms[(zooms.indexOf(zoom) + 1) % zooms.length] ?? 'fit'), foot: false },
  ]);

  function onClick(event: MouseEvent) {
    const [board, sheet] = [scroller.current, canvas.current];
    if (!board || !sheet || event.target !== sheet || isEndOfDrag()) return;
    const box = sheet.getBoundingClientRect();
    const y = event.clientY - box.top - head;
    if (y >= 0) props.onPick(y + board.scrollTop, scale.from + (event.clientX - box.left + board.scrollLeft) / scale.perMs);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is grid or region
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a count of rows is given with the role grid only
    <div
      ref={scroller}
      className={css.clock}
      role={props.role}
      aria-label={props.label}
      aria-rowcount={props.rowCount}
      aria-activedescendant={props.activeId}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onClick={onClick}
    >
      <div style={{ width: side + Math.max(scale.width, paneWidth), height: head + height }}>
        <div className={css.still} style={{ width: size.width, height: size.height }}>
          <div className={css.side} style={{ width: side }}>
            <div ref={moved} className={css.moved} style={{ top: head }}>
              {props.sideRows(rows.top, rows.bottom)}
            </div>
            <div className={css.sideHead} style={{ height: head }}>
              {props.sideHead}
              <div className={css.headWords}>
                {headWords(facts).map((word) => (
                  <span key={word}>{word}</span>
                ))}
              </div>
            </div>
          </div>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; what it shows stands as text beside it */}
          <canvas
            ref={canvas}
            aria-hidden="true"
            {...handlers}
            style={{ ...handlers?.style, left: side, width: paneWidth, height: size.height }}
          />
        </div>
      </div>
    </div>
  );
}

/** Never narrower than the pane; `free` is a zoom between the named ones, px for one ms. */
function scaleAt(span: Span, zoom: Zoom, free: number | null, paneWidth: number): Scale {
  const wanted = free ?? (zoom === 'fit' ? 0 : perHour[zoom] / HOUR);
  return scaleOf(span, Math.min(MOST_WIDTH, Math.max(paneWidth, wanted * (span.to - span.from))));
}
