/** The JSON Schema that playbook files are written against. What points where it cannot say; `playbookSchema` looks at that too. */
import { z } from 'zod';
import { playbookShape } from './schema.ts';

export function publishedSchema(): object {
  return { ...z.toJSONSchema(playbookShape, { io: 'input' }), title: 'Gantry playbook' };
}
