/** Who sits before this screen, remembered for each go-live in this browser. */
import { useLive } from './live.ts';

const storedAs = (goLiveId: string) => `gantry-me-${goLiveId}`;

export function rememberedMe(goLiveId: string): string | null {
  return localStorage.getItem(storedAs(goLiveId));
}

/** Says who sits here; null forgets it. */
export function iAm(personId: string | null): void {
  const { goLiveId } = useLive.getState();
  if (!goLiveId) return;
  if (personId) localStorage.setItem(storedAs(goLiveId), personId);
  else localStorage.removeItem(storedAs(goLiveId));
  useLive.setState({ me: personId });
}
