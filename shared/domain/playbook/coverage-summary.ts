/** How much of what the source processes ask for is served, counted by source and by home, and why the rest is not. */
import { z } from 'zod';
import type { CoverageState, CoveredId } from './coverage.ts';
import { catalogueHomes, laterAreas, seeds } from './coverage-schema.ts';

const count = z.number().int().min(0);
const counts = z.strictObject({ total: count, served: count, recorded: count, later: count, missing: count });
/** Ids in one line of words, such as `S3-003 S3-009`. */
const because = z.strictObject({ why: z.string(), count, ids: z.string() });

export const coverageSummarySchema = z.strictObject({
  total: counts,
  /** By source process. */
  seeds: z.record(z.enum(seeds), counts),
  /** By where its result lives, in the words of the catalogue. */
  homes: z.record(z.enum(catalogueHomes), counts),
  /** Kept and told on purpose, with why; the most frequent reason first. */
  recorded: z.array(because),
  /** Not served yet, by the area that will; the largest first. */
  later: z.array(z.strictObject({ area: z.enum(laterAreas), count, because: z.array(because) })),
});
export type CoverageSummary = z.infer<typeof coverageSummarySchema>;
type Counts = z.infer<typeof counts>;

/** An id with several reasons of one state is told under the first. */
export function coverageSummary(covered: readonly CoveredId[]): CoverageSummary {
  const recorded = covered.flatMap(({ id, state, uses }) => {
    const use = uses.find((one) => one.state === 'recorded');
    return state === 'recorded' && use?.state === 'recorded' ? [{ id, why: use.why }] : [];
  });
  const later = covered.flatMap(({ id, state, uses }) => {
    const use = uses.find((one) => one.state === 'later');
    return state === 'later' && use?.state === 'later' ? [{ id, why: use.why, area: use.area }] : [];
  });
  return {
    total: counted(covered),
    seeds: tallied(seeds, covered, ({ seed }) => seed),
    homes: tallied(catalogueHomes, covered, ({ home }) => home),
    recorded: reasons(recorded),
    later: laterAreas
      .map((area) => ({ area, of: later.filter((one) => one.area === area) }))
      .filter(({ of }) => of.length > 0)
      .sort((a, b) => b.of.length - a.of.length)
      .map(({ area, of }) => ({ area, count: of.length, because: reasons(of) })),
  };
}

function tallied<Name extends string>(names: readonly Name[], covered: readonly CoveredId[], nameOf: (one: CoveredId) => Name) {
  return Object.fromEntries(names.map((name) => [name, counted(covered.filter((one) => nameOf(one) === name))])) as Record<Name, Counts>;
}

function counted(covered: readonly CoveredId[]): Counts {
  const of = (state: CoverageState) => covered.filter((one) => one.state === state).length;
  return { total: covered.length, served: of('served'), recorded: of('recorded'), later: of('later'), missing: of('missing') };
}

function reasons(given: readonly { readonly id: string; readonly why: string }[]): z.infer<typeof because>[] {
  const byWhy = Map.groupBy(given, ({ why }) => why);
  return [...byWhy]
    .map(([why, of]) => ({ why, count: of.length, ids: of.map(({ id }) => id).join(' ') }))
    .sort((a, b) => b.count - a.count);
}
