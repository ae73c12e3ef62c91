/** The finish odds on the burn-up: the forecast line drawn out so that it ends where a share of the simulated runs does. */
import type { ChartLine } from '../../../ui/charts/step-chart.tsx';

const words = ['50 % of runs', '80 % of runs', '95 % of runs'] as const;

/** One line for each end, in the order of `words`. Empty when nothing is left to forecast. */
export function oddsFan(
  forecast: readonly { readonly at: number; readonly value: number }[],
  ends: readonly number[],
): readonly ChartLine[] {
  const [first, last] = [forecast[0], forecast.at(-1)];
  if (!first || !last || last.at <= first.at) return [];
  return ends.map((end, index) => {
    const stretch = Math.max(0, end - first.at) / (last.at - first.at);
    const points = forecast.map(({ at, value }) => ({ at: first.at + (at - first.at) * stretch, value }));
    return { key: words[index] ?? `${end}`, name: words[index] ?? '', points, kind: 'forecast' as const };
  });
}
