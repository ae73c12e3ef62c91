/** The mouse on a drawing over the clock, in the places of the drawing; while something is dragged the drawing follows at its edges. */
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useLatest } from '../../../ui/use-latest.ts';
import type { Pane } from './clock-shapes.ts';

/** Px of the pane, and px from the first row. */
interface Hand {
  readonly x: number;
  readonly y: number;
}

export interface ClockPointer {
  /** True while something is dragged. */
  readonly isBusy: boolean;
  readonly isOnHandle: boolean;
  readonly move: (pane: Pane, hand: Hand) => void;
  /** True when there is something to drag. */
  readonly grab: (pane: Pane, hand: Hand) => boolean;
  readonly drop: () => void;
  readonly cancel: () => void;
  readonly leave: () => void;
}

const EDGE = 28;
const STEP = 14;
const EVERY_MS = 40;

export interface ClockSheet {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly head: number;
  /** The part of the drawing in sight, as it is scrolled now. */
  readonly paneNow: () => Pane;
}

/** What the canvas listens to, and whether the click that follows belongs to a drag and is none. */
export function useClockPointer(pointer: ClockPointer | undefined, { scroller, canvas, head, paneNow }: ClockSheet) {
  const last = useRef<{ readonly clientX: number; readonly clientY: number } | null>(null);
  const wasDragged = useRef(false);
  const isBusy = pointer?.isBusy ?? false;

  const handAt = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Hand | null => {
    const [board, sheet] = [scroller.current, canvas.current];
    if (!board || !sheet) return null;
    const box = sheet.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top - head + board.scrollTop };
  };
  const move = useLatest((at: { readonly clientX: number; readonly clientY: number }) => {
    const hand = handAt(at);
    if (hand) pointer?.move(paneNow(), hand);
  });

  const nudge = useLatest(() => {
    const [board, sheet, at] = [scroller.current, canvas.current, last.current];
    if (!board || !sheet || !at) return;
    const box = sheet.getBoundingClientRect();
    const towards = (place: number, from: number, to: number) => (place < from + EDGE ? -STEP : place > to - EDGE ? STEP : 0);
    const [left, top] = [towards(at.clientX, box.left, box.right), towards(at.clientY, box.top + head, box.bottom)];
    if (left === 0 && top === 0) return;
    board.scrollBy({ left, top });
    move(at);
  });
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(nudge, EVERY_MS);
    return () => clearInterval(timer);
  }, [isBusy, nudge]);

  return {
    handlers: pointer && {
      style: { cursor: isBusy || pointer.isOnHandle ? 'crosshair' : 'default' },
      onPointerMove: (event: PointerEvent) => {
        last.current = { clientX: event.clientX, clientY: event.clientY };
        if (event.pointerType !== 'touch') move(last.current);
      },
      onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
        wasDragged.current = false;
        const hand = handAt(event);
        if (event.button !== 0 || event.pointerType === 'touch' || !hand || !pointer.grab(paneNow(), hand)) return;
        wasDragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerUp: pointer.drop,
      onPointerCancel: pointer.cancel,
      onPointerLeave: pointer.leave,
    },
    /** True once after a drag. */
    isEndOfDrag: () => {
      const was = wasDragged.current;
      wasDragged.current = false;
      return was;
    },
  };
}
