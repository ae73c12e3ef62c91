/** What becomes of each thing the source processes ask for: served by the product, recorded only, to come later, or nowhere. */
import { elementsOf, isUse, meantPlace, ruleFor, type Source } from './coverage-elements.ts';
import { type CatalogueEntry, type Coverage, type Use, usedAs } from './coverage-schema.ts';

export type CoverageState = Use['state'] | 'missing';

export interface CoveredId extends CatalogueEntry {
  readonly state: CoverageState;
  /** Every place that carries it or names it, with how it is used there; empty for a missing one. */
  readonly uses: readonly (Use & { readonly where: string })[];
}

const STATES = ['served', 'later', 'recorded'] as const;

/**
 * What `coverage.json` says of an id by name counts alone. Otherwise the elements that carry it do, and of those only the ones at
 * the place made for its kind where there are any: a report is not served because somebody has the task to write it. It is served
 * when one of them is, to come later when one of them is, recorded when all are.
 */
export function coverageOf(catalogue: readonly CatalogueEntry[], coverage: Coverage, sources: readonly Source[]): readonly CoveredId[] {
  const named = usesByName(coverage);
  const carried = usesByElement(coverage, sources);
  return catalogue.map((entry) => {
    const all = carried.get(entry.id) ?? [];
    const proper = all.filter(({ place }) => place === coverage.kinds[entry.kind]);
    const uses = named.get(entry.id) ?? (proper.length > 0 ? proper : all).map(({ use }) => use);
    return { ...entry, state: STATES.find((state) => uses.some((use) => use.state === state)) ?? 'missing', uses };
  });
}

/** What the product has that `coverage.json` may name. */
export interface Product {
  readonly boards: ReadonlySet<string>;
  readonly requests: ReadonlySet<string>;
}

/** Everything wrong with the three together, in words; empty when all is accounted for. `places` are those where ids may stand. */
export function coverageFaults(
  catalogue: readonly CatalogueEntry[],
  coverage: Coverage,
  sources: readonly Source[],
  product: Product,
  places: readonly string[],
): readonly string[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const found = sources.flatMap(elementsOf);
  const rules = coverage.elements.filter(isUse);
  const byName = [...coverage.features, ...coverage.recorded, ...coverage.later];
  const meant = new Set(places.map((place) => meantPlace(coverage, place)));
  const named = byName.flatMap(({ ids }) => ids);
  return [
    ...coverageOf(catalogue, coverage, sources)
      .filter(({ state }) => state === 'missing')
      .map(({ id }) => `${id} is nowhere`),
    ...found.flatMap(({ where, ids }) =>
      ids.filter((id) => !known.has(id)).map((id) => `${where} names ${id}, which is not in the catalogue`),
    ),
    ...named.filter((id) => !known.has(id)).map((id) => `coverage.json names ${id}, which is not in the catalogue`),
    ...named.filter((id, at) => named.indexOf(id) !== at).map((id) => `coverage.json names ${id} twice`),
    ...found.filter((element) => ruleFor(coverage, element) === null).map(({ where }) => `coverage.json has no rule for ${where}`),
    ...[...meant]
      .filter((place) => !rules.some((rule) => rule.at === place && Object.keys(rule.if).length === 0))
      .map((place) => `coverage.json does not say how elements at “${place}” are used`),
    ...Object.entries(coverage.kinds)
      .filter(([, place]) => !meant.has(place))
      .map(([kind, place]) => `coverage.json puts the kind “${kind}” at “${place}”, where no ids can stand`),
    ...rules.filter(({ at }) => !meant.has(at)).map(({ at }) => `coverage.json has a rule for “${at}”, where no ids can stand`),
    ...[...rules, ...byName]
      .map(usedAs)
      .flatMap((use) => [
        ...(use.state === 'served' && !product.boards.has(use.board) ? [`there is no board “${use.board}”`] : []),
        ...(use.state === 'served' && !product.requests.has(use.request) ? [`there is no request “${use.request}”`] : []),
      ]),
  ];
}

function usesByName({ features, recorded, later }: Coverage): ReadonlyMap<string, CoveredId['uses']> {
  return new Map([
    ...features.flatMap(({ ids, feature, ...said }) => ids.map((id) => [id, [{ ...usedAs(said), where: feature }]] as const)),
    ...[...recorded, ...later].flatMap(({ ids, ...said }) => ids.map((id) => [id, [{ ...usedAs(said), where: 'coverage.json' }]] as const)),
  ]);
}

interface Carried {
  /** After following `as`. */
  readonly place: string;
  readonly use: CoveredId['uses'][number];
}

function usesByElement(coverage: Coverage, sources: readonly Source[]): ReadonlyMap<string, readonly Carried[]> {
  const carried = new Map<string, Carried[]>();
  for (const element of sources.flatMap(elementsOf)) {
    const rule = ruleFor(coverage, element);
    if (!rule) continue;
    const one = { place: rule.at, use: { ...usedAs(rule), where: element.where } };
    for (const id of element.ids) carried.set(id, [...(carried.get(id) ?? []), one]);
  }
  return carried;
}
