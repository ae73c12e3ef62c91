import { describe, expect, test } from 'vitest';
import { playbooks } from '../../../electron/app/playbooks.ts';
import {
  keysIn,
  moved,
  nameOf,
  type Place,
  valueAt,
  withCopy,
  withField,
  withNew,
  without,
  withValue,
} from '../../../shared/domain/playbook/edit.ts';
import { emptyOf, type Form, formAt, playbookForm } from '../../../shared/domain/playbook/form.ts';
import { choicesOf, pointers } from '../../../shared/domain/playbook/pointers.ts';
import { faults } from '../../../shared/domain/playbook/references.ts';
import { type Playbook, playbookSchema, playbookShape } from '../../../shared/domain/playbook/schema.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const playbook = deployPlaybook();
const notEdited = new Set(['format', 'variation', 'strategy', 'scaledFor']);

/** Every place in a content, with the lists' own. */
function places(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, held]) => places(held, [...at, Array.isArray(value) ? Number(name) : name]));
  return [at, ...inner];
}

describe('the form', () => {
  test.each(playbooks().map((each) => [each.title, each] as const))('has a field for everything that %s holds', (_, content) => {
    const missing = places(content).filter(
      (at) => formAt(at) === null && !notEdited.has(`${at[0]}`) && at.at(-1) !== 'holds' && typeof at.at(-1) !== 'number',
    );
    expect(missing.map((at) => at.join('.'))).toEqual([]);
  });

  test('a field that points at an element offers only what is there, and every such field of a sound playbook holds one of them', () => {
    for (const content of playbooks()) {
      for (const at of places(content)) {
        const form = formAt(at);
        const value = valueAt(content, at);
        if (form?.kind !== 'pointer' || value === '') continue;
        const within = valueAt(content, at.slice(0, 2));
        expect(
          choicesOf(content, form.to, within).map((choice) => choice.value),
          `${content.key} ${at.join('.')}`,
        ).toContain(value);
      }
    }
  });

  test('every field that the checks of a playbook follow is known to point somewhere', () => {
    const asked = places(playbook).filter((at) => {
      const value = valueAt(playbook, at);
      if (typeof value !== 'string' || value === '' || at.at(-1) === 'key' || at.length < 2) return false;
      const broken = withValue(playbook, at, 'nothing-of-this-name');
      return playbookShape.safeParse(broken).success && faults(broken).some(({ message }) => message.includes('nothing-of-this-name'));
    });
    expect(asked.length).toBeGreaterThan(50);
    const unknown = asked.filter((at) => !(at.filter((part) => typeof part === 'string').join('.') in pointers));
    expect(unknown.map((at) => at.join('.'))).toEqual([]);
  });

  test('an empty element is only wrong where something must be written', () => {
    const lists: Place[] = [];
    collect(playbookForm(), []);
    expect(lists.length).toBeGreaterThan(40);

    function collect(form: Form, at: Place) {
      if (form.kind === 'object') for (const field of form.fields) collect(field.form, [...at, field.name]);
      if (form.kind !== 'list') return;
      lists.push(at);
      expect(emptyOf(form.of)).toBeTypeOf('object');
    }
  });
});

describe('editing', () => {
  const stepPlace: Place = ['phases', 0, 'steps', 0];
  const step = valueAt(playbook, stepPlace) as Playbook['phases'][number]['steps'][number];
  const pointing = (content: Playbook, key: string) => JSON.stringify(content).split(`"${key}"`).length - 1;

  test('changing a key changes it wherever something points at it, and the playbook stays sound', () => {
    const before = pointing(playbook, step.key);
    const renamed = withField(playbook, [...stepPlace, 'key'], 'run-every-test');
    expect(before).toBeGreaterThan(2);
    expect(pointing(renamed, step.key)).toBe(0);
    expect(pointing(renamed, 'run-every-test')).toBe(before);
    expect(playbookSchema.safeParse(renamed).error).toBeUndefined();
  });

  test('the key of a new element follows its title; one that is settled does not', () => {
    const settled = keysIn(playbook);
    const added = withNew(playbook, ['phases', 0, 'steps']);
    const named = withField(added.content, [...added.place, 'title'], 'Check the größte Tür', settled);
    expect(valueAt(named, [...added.place, 'key'])).toBe('check-the-gro-te-tur');
    const retitled = withField(playbook, [...stepPlace, 'title'], 'Another title', settled);
    expect(valueAt(retitled, [...stepPlace, 'key'])).toBe(step.key);
  });

  test('two new elements never get the same key, nor one that a test or an input has', () => {
    const first = withNew(playbook, ['phases', 0, 'steps']);
    const second = withNew(first.content, ['inputs']);
    expect(valueAt(second.content, [...second.place, 'key'])).not.toBe(valueAt(first.content, [...first.place, 'key']));
  });

  test('a copy stands after its original with a key of its own, and can be moved and removed', () => {
    const copied = withCopy(playbook, stepPlace);
    expect(nameOf(valueAt(copied, ['phases', 0, 'steps', 1]))).toBe(step.title);
    expect(valueAt(copied, ['phases', 0, 'steps', 1, 'key'])).not.toBe(step.key);
    const back = without(moved(copied, ['phases', 0, 'steps', 1], 1), ['phases', 0, 'steps', 2]);
    expect(back).toEqual(playbook);
    expect(moved(playbook, stepPlace, -1)).toBe(playbook);
  });

  test('what is not on the way stays the same object', () => {
    const changed = withField(playbook, [...stepPlace, 'detail'], 'New');
    expect(changed.phases[1]).toBe(playbook.phases[1]);
    expect(changed.gates).toBe(playbook.gates);
  });
});
