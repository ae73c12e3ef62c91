/** The readiness trend of each go-live: made from the journal once, then kept in memory and stepped on with what is new. */
import { noTrend, type Trend, trendStep } from '../../shared/domain/readiness/trend.ts';
import type { Record } from '../record/record.ts';

const PAGE = 1_000;
const kept = new WeakMap<Record, Map<string, Trend>>();

/** The trend up to the newest entry. A long journal is read in pages, with room for other requests between them. */
export async function trendOf(record: Record, goLiveId: string): Promise<Trend> {
  const trends = kept.get(record) ?? new Map<string, Trend>();
  kept.set(record, trends);
  for (;;) {
    const before = trends.get(goLiveId) ?? noTrend;
    const page = record.journal.after(goLiveId, before.seq, PAGE);
    const trend = page.reduce(trendStep, before);
    trends.set(goLiveId, trend);
    if (page.length < PAGE) return trend;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
