import { describe, expect, test } from 'vitest';
import { builtInSources } from '../../../electron/app/coverage.ts';
import { coverageFaults, coverageOf } from '../../../shared/domain/playbook/coverage.ts';
import { elementsOf, ruleFor, type Source } from '../../../shared/domain/playbook/coverage-elements.ts';
import type { Coverage } from '../../../shared/domain/playbook/coverage-schema.ts';
import { publishedSchema } from '../../../shared/domain/playbook/published-schema.ts';
import { catalogue, coverage, product } from '../../support/catalogue.ts';
import { idPlaces } from '../../support/id-places.ts';
import { aPlaybook } from '../../support/playbooks.ts';

const entries = catalogue();
const said = coverage();
const shipped = builtInSources();
const there = product();
const places = idPlaces(publishedSchema());

/** What is wrong when one of the three is another than it is shipped. */
function faultsWith(other: { catalogue?: typeof entries; coverage?: Coverage; sources?: readonly Source[]; places?: readonly string[] }) {
  return coverageFaults(other.catalogue ?? entries, other.coverage ?? said, other.sources ?? shipped, there, other.places ?? places);
}

describe('the catalogue', () => {
  test('has every entry of the five source processes once', () => {
    const counts = ['S0', 'S1', 'S2', 'S3', 'S4'].map((seed) => entries.filter((entry) => entry.seed === seed).length);
    expect(counts).toEqual([295, 89, 192, 173, 201]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(950);
    for (const { id, seed } of entries) expect(id.startsWith(`${seed}-`), id).toBe(true);
  });
});

describe('the coverage', () => {
  test('accounts for every entry, and names nothing that is not there', () => {
    expect(faultsWith({})).toEqual([]);
  });

  test('misses an entry that is nowhere', () => {
    const more = [...entries, { id: 'S3-999', seed: 'S3', kind: 'step', home: 'runbook' } as const];
    expect(faultsWith({ catalogue: more })).toEqual(['S3-999 is nowhere']);
  });

  test('misses an entry whose element is taken out of its playbook', () => {
    const without = shipped.map(({ name, content }) => ({ name, content: name === 'deploy' ? { ...content, procedures: [] } : content }));
    expect(faultsWith({ sources: without })).toContain('S3-128 is nowhere');
  });

  test('refuses an element that names an entry the catalogue does not have', () => {
    const invented = { name: 'other', content: aPlaybook({ objectives: [{ ids: ['S3-998'], title: 'Invented' }] }) };
    expect(faultsWith({ sources: [...shipped, invented] })).toEqual(['other: objectives.0 names S3-998, which is not in the catalogue']);
  });

  test('refuses to name an entry that the catalogue does not have, or one twice', () => {
    const later: Coverage['later'] = [...said.later, { ids: ['S3-997', 'S3-997'], later: 'risk', why: 'Invented.' }];
    expect(faultsWith({ coverage: { ...said, later } })).toEqual([
      'coverage.json names S3-997, which is not in the catalogue',
      'coverage.json names S3-997, which is not in the catalogue',
      'coverage.json names S3-997 twice',
    ]);
  });

  test('refuses a board and a request that the product does not have', () => {
    const features = [...said.features, { ids: ['S3-001'], feature: 'Invented', board: 'bridge', request: 'bridge.cross' }];
    expect(faultsWith({ coverage: { ...said, features } })).toEqual(['there is no board “bridge”', 'there is no request “bridge.cross”']);
  });

  test('refuses a board that a rule for elements invents', () => {
    const elements = said.elements.map((rule) => (rule.at === 'roles' && 'board' in rule ? { ...rule, board: 'bridge' } : rule));
    expect(faultsWith({ coverage: { ...said, elements } })).toEqual(['there is no board “bridge”']);
  });

  test('refuses an element at a place it has no rule for', () => {
    const elements = said.elements.filter(({ at }) => at !== 'metrics');
    const faults = faultsWith({ coverage: { ...said, elements } });
    expect(faults).toContain('coverage.json has no rule for deploy: metrics.0');
    expect(faults).toContain('coverage.json does not say how elements at “metrics” are used');
  });

  test('wants to know of a new place in the schema before any playbook uses it', () => {
    expect(faultsWith({ places: [...places, 'phases.songs'] })).toEqual([
      'coverage.json does not say how elements at “phases.songs” are used',
    ]);
  });

  test('refuses a kind at a place where no ids can stand', () => {
    const kinds = { ...said.kinds, report: 'phases.songs' };
    expect(faultsWith({ coverage: { ...said, kinds } })).toEqual([
      'coverage.json puts the kind “report” at “phases.songs”, where no ids can stand',
    ]);
  });

  test('refuses a rule for a place where no ids can stand', () => {
    const elements = [...said.elements, { at: 'phases.songs', recorded: 'Sung.', if: {} }];
    expect(faultsWith({ coverage: { ...said, elements } })).toEqual([
      'coverage.json has a rule for “phases.songs”, where no ids can stand',
    ]);
  });
});

test('the kinds that have a place of their own are kinds of the catalogue', () => {
  const kinds = new Set(entries.map(({ kind }) => kind));
  expect(Object.keys(said.kinds).filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe('how an entry is used', () => {
  const entry = { id: 'S2-107', seed: 'S2', kind: 'monitoring-metric', home: 'monitoring' } as const;
  const metric = { ids: [entry.id], title: 'Response time' };
  const watched = { monitoring: { areas: [{ key: 'speed', title: 'Speed', metrics: [metric] }] } };
  const step = { key: 'watch', ids: [entry.id], title: 'Watch', home: 'monitoring' as const };

  function stateIn(given: Parameters<typeof aPlaybook>[0], with_: Coverage = said) {
    const [found] = coverageOf([entry], with_, [{ name: 'small', content: aPlaybook(given) }]);
    return found?.state;
  }

  test('a quantity that nobody can measure yet comes later', () => {
    expect(stateIn(watched)).toBe('later');
  });

  test('a step of monitoring is served as a task of the runbook, or as a check, and otherwise comes later', () => {
    const withStep = (more: object) => ({
      ...aPlaybook({ phases: [{ key: 'before', title: 'Before', leads: [{ role: 'lead' }], steps: [{ ...step, ...more }] }], gates: [] }),
    });
    expect(stateIn(withStep({ task: { stream: 'Work', minutes: 5 } }))).toBe('served');
    expect(stateIn(withStep({ check: { area: 'Platform' } }))).toBe('served');
    expect(stateIn(withStep({}))).toBe('later');
  });

  test('at the place made for its kind, what else carries it does not count', () => {
    const measured = { ...metric, key: 'response', level: 'business' as const, operator: '<' as const, target: 2 };
    expect(stateIn({ metrics: [measured] })).toBe('served');
    expect(stateIn({ ...watched, metrics: [measured] })).toBe('later');
    expect(stateIn({ ...watched, metrics: [measured] }, { ...said, kinds: {} })).toBe('served');
  });

  test('what is said of it by name counts before its elements', () => {
    const recorded = [{ ids: [entry.id], recorded: 'Only told.' }];
    expect(stateIn(watched, { ...said, recorded, later: [] })).toBe('recorded');
  });

  test('an element that is nowhere used is missing', () => {
    expect(stateIn({})).toBe('missing');
  });

  test('a step that a variation adds is used as any other step', () => {
    const [added] = elementsOf({ name: 'x', content: { variations: { addsSteps: [{ step: { ...step, task: {} } }] } } });
    expect(added && ruleFor(said, added)).toMatchObject({ request: 'runbook.finishTask' });
  });
});

test('a step that is only told, neither worked nor proven, groups steps that are', () => {
  for (const { name, content } of shipped) {
    const steps = elementsOf({ name, content }).filter(({ place }) => place.endsWith('steps') && place.includes('phases'));
    const isWorked = ({ fields }: (typeof steps)[number]) => Boolean(fields.task || fields.check);
    const groups = new Set(steps.filter(isWorked).map(({ fields }) => fields.partOf));
    for (const element of steps.filter((one) => !isWorked(one))) {
      const rule = ruleFor(said, element);
      expect(rule && 'recorded' in rule ? groups.has(element.fields.key) : true, `${element.where} ${element.fields.key}`).toBe(true);
    }
  }
});
