/** What must hold between T-0 and the change window. */
import { LAST_INSTANT } from '../../base/fields.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { formatInstant, zoneName } from '../../base/time-words.ts';
import type { GoLive } from './schema.ts';

/** Why the times do not go together; null when they do. T-0 may lie on either end of the window. */
export function wrongWindow(
  times: Pick<GoLive, 'tZeroAt' | 'windowStart' | 'windowEnd' | 'zone'>,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const { tZeroAt, windowStart, windowEnd, zone } = times;
  const said = (at: number) => `${formatInstant(at, zone)} ${zoneName(at, zone)}`;
  if (windowStart < 0 || windowEnd > LAST_INSTANT)
    return refuse('window-out-of-range', 'The change window would lie before 1970 or after 2199. Nothing was changed. Check the dates.');
  if (windowEnd <= windowStart)
    return refuse(
      'window-backward',
      `The change window would end at ${said(windowEnd)}, not after its start at ${said(windowStart)}. Nothing was changed. Check the dates.`,
    );
  if (tZeroAt < windowStart || tZeroAt > windowEnd)
    return refuse(
      'outside-window',
      `T-0 at ${said(tZeroAt)} would lie outside the change window, ${said(windowStart)} to ${said(windowEnd)}. Nothing was changed. Move one of them.`,
    );
  return null;
}
