/** What may be asked of playbooks. */
import { z } from 'zod';
import { key } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { brought, broughtSchema } from '../../shared/domain/go-live/brought.ts';
import { CreateGoLive } from '../../shared/domain/go-live/commands.ts';
import { applicabilityOf, applicabilitySchema } from '../../shared/domain/playbook/applicability.ts';
import { playbookCondition, role } from '../../shared/domain/playbook/phase.ts';
import { playbookSchema, playbookShape } from '../../shared/domain/playbook/schema.ts';
import { strategy } from '../../shared/domain/playbook/strategy.ts';
import { variation } from '../../shared/domain/playbook/variation.ts';
import { followed } from '../../shared/domain/playbook/vary.ts';
import { strategiesFor } from '../../shared/domain/playbook/with-strategy.ts';
import { anyPlaybook, offeredPlaybooks } from './library.ts';
import { libraryStrategies } from './playbooks.ts';
import { ask, refused, router } from './trpc.ts';

const heading = z.object({
  key,
  title: z.string(),
  detail: z.string(),
  version: z.string(),
  tZeroMeans: z.string(),
  roles: z.array(role),
  conditions: z.array(playbookCondition),
  variations: z.array(variation),
  /** When it may be used at all, by the answers to its conditions. */
  applicability: playbookShape.shape.applicability,
  /** Those it can be rolled out by: its own first, then those of the library; empty where it names no rollout. */
  strategies: z.array(strategy),
  /** How long it takes, as written and by complexity. */
  duration: playbookShape.shape.duration,
  durations: playbookShape.shape.durations,
  /** The complexity its planned times are written for; null when choosing one does not scale them. */
  plannedFor: playbookShape.shape.plannedFor,
});

const choice = CreateGoLive.pick({ playbookKey: true, variation: true, conditions: true, strategy: true, complexity: true });
const previewed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), brought: broughtSchema, applicability: applicabilitySchema }),
  refused,
]);

export const playbook = router({
  /** What a person needs to choose one. */
  list: ask(z.strictObject({}), z.array(heading), (_, ctx) =>
    offeredPlaybooks(ctx.record).map((each) => ({
      ...each,
      strategies: each.rollout === '' ? [] : strategiesFor(each, libraryStrategies()),
    })),
  ),
  get: ask(
    z.strictObject({ key }),
    z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), playbook: playbookSchema }), refused]),
    ({ key: name }, ctx) => {
      const found = anyPlaybook(ctx.record, name);
      return found ? { ok: true as const, playbook: found } : unknownPlaybook(name);
    },
  ),
  /** What a go-live made with these choices would begin with, and whether a deployment is due by these answers. */
  preview: ask(choice, previewed, ({ playbookKey, ...choices }, ctx) => {
    const found = anyPlaybook(ctx.record, playbookKey);
    const made = found ? followed(found, choices, libraryStrategies()) : unknownPlaybook(playbookKey);
    return made.ok ? { ok: true as const, brought: brought(made.value), applicability: applicabilityOf(made.value) } : made;
  }),
});

function unknownPlaybook(name: string) {
  return refuse('unknown-playbook', `There is no playbook ${name}. Choose one of the list.`);
}
