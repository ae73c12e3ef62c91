/** What may be asked of playbooks. */
import { z } from 'zod';
import { key } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import { playbookCondition, role } from '../../shared/domain/playbook/phase.ts';
import { playbookSchema } from '../../shared/domain/playbook/schema.ts';
import { variation } from '../../shared/domain/playbook/variation.ts';
import { playbookNamed, playbooks } from './playbooks.ts';
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
});

export const playbook = router({
  /** What a person needs to choose one. */
  list: ask(z.strictObject({}), z.array(heading), () => [...playbooks()]),
  get: ask(
    z.strictObject({ key }),
    z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), playbook: playbookSchema }), refused]),
    ({ key: name }) => {
      const found = playbookNamed(name);
      return found
        ? { ok: true as const, playbook: found }
        : refuse('unknown-playbook', `There is no playbook ${name}. Choose one of the list.`);
    },
  ),
});
