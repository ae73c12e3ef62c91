/** Shares of simulated runs in words that never say more than is known: 996 of 1000 is not all of them. */

/** `0 %` and `100 %` only for none and all; else `< 1 %`, `> 99 %` or the whole percent. */
export function shareWords(share: number): string {
  if (share <= 0) return '0 %';
  if (share >= 1) return '100 %';
  if (share < 0.01) return '< 1 %';
  return share > 0.99 ? '> 99 %' : `${Math.round(share * 100)} %`;
}

/** `996 of 1,000 runs`. */
export function runsWords(share: number, runs: number): string {
  return `${Math.round(share * runs).toLocaleString('en-US')} of ${runs.toLocaleString('en-US')} runs`;
}
