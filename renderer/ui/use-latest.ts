/** A function that stays the same from drawing to drawing and always calls the newest version of itself. */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useLatest<Args extends readonly unknown[], Value>(run: (...args: Args) => Value): (...args: Args) => Value {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
