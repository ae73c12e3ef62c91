import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchema } from '../../../shared/domain/playbook/published-schema.ts';

test('the published JSON Schema is that of the playbooks (node build/playbook-schema.mjs makes it anew)', () => {
  const file = new URL('../../../assets/playbooks/playbook.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedSchema())));
});
