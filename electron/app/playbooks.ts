/** The playbooks a go-live can be made from: those built in, checked against their schema when first asked for. */

import deploy from '../../assets/playbooks/deploy.json' with { type: 'json' };
import { type Playbook, playbookSchema } from '../../shared/domain/playbook/schema.ts';

let known: readonly Playbook[] | null = null;

/** All built-in playbooks. Throws on one that does not fit the schema: a fault of the build. */
export function playbooks(): readonly Playbook[] {
  known ??= [deploy].map((content) => playbookSchema.parse(content));
  return known;
}

export function playbookNamed(key: string): Playbook | null {
  return playbooks().find((playbook) => playbook.key === key) ?? null;
}
