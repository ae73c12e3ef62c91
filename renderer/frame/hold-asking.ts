/** Which question about the clock is open: asked from the header, the strip or a key, shown once by the frame. */
import { create } from 'zustand';

export type HoldQuestion = 'call' | 'expect' | 'resume' | 'recycle';

export const useHoldAsking = create<{ readonly asking: HoldQuestion | null }>()(() => ({ asking: null }));

/** Null puts the question away. */
export function askHold(asking: HoldQuestion | null): void {
  useHoldAsking.setState({ asking });
}
