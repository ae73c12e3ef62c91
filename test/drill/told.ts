/** A night told in lines, for people who ran it. */
import { formatSpan } from '../../shared/base/time-words.ts';
import { forecastLines } from './errors-of-forecasts.ts';
import type { Night } from './night.ts';

export function nightTold(night: Night): readonly string[] {
  const { acts, onScreens, screenMisses, trouble, errors, verification, startedAt, finishedAt } = night;
  return [
    `${formatSpan(finishedAt - startedAt)} played, ${acts} acts, ${onScreens} of them pressed on screens, the others sent as the same people over the contract`,
    ...screenMisses.map((miss) => `  not pressed, sent instead: ${miss}`),
    `${night.failures} failures mended, ${night.rolledBack} tasks rolled back and done again, trouble: ${trouble.struck} struck, ${trouble.noticed} noticed, ${trouble.mended} mended`,
    ...forecastLines(night.forecasts, startedAt),
    `${errors.count} hourly forecasts kept by the host, off by ${formatSpan(errors.meanMs)} on average, at most ${formatSpan(errors.largestMs)}, in the last quarter ${formatSpan(errors.lastQuarterMs)}`,
    `record: ${verification.entries} entries, ${verification.rows} rows, ${verification.faults.length === 0 ? 'verified' : verification.faults.join('; ')}`,
    `${night.screensAgree} screens agree with the host at the end`,
    ...night.pageErrors.map((error) => `  a page printed: ${error}`),
  ];
}
