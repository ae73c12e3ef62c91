/** What may be asked of the coverage: how much of what the source processes ask for Gantry serves, and what becomes of the rest. */
import { z } from 'zod';
import catalogue from '../../assets/playbooks/catalogue.json' with { type: 'json' };
import coverageFile from '../../assets/playbooks/coverage.json' with { type: 'json' };
import { coverageOf } from '../../shared/domain/playbook/coverage.ts';
import type { Source } from '../../shared/domain/playbook/coverage-elements.ts';
import { catalogueSchema, coverageSchema } from '../../shared/domain/playbook/coverage-schema.ts';
import { type CoverageSummary, coverageSummary, coverageSummarySchema } from '../../shared/domain/playbook/coverage-summary.ts';
import { libraryStrategies, playbooks } from './playbooks.ts';
import { ask, router } from './trpc.ts';

let summed: CoverageSummary | null = null;

export const coverage = router({
  /** Counts by source process and home, with the reasons for what is only recorded and the areas of what comes later. */
  summary: ask(z.strictObject({}), coverageSummarySchema, () => {
    summed ??= coverageSummary(coverageOf(catalogueSchema.parse(catalogue), coverageSchema.parse(coverageFile), builtInSources()));
    return summed;
  }),
});

/** The built-in playbooks, and the strategies that go with any of them. */
export function builtInSources(): readonly Source[] {
  return [
    ...playbooks().map((content) => ({ name: content.key, content })),
    { name: 'strategies', content: { strategies: libraryStrategies() } },
  ];
}
