/** Finds the elements of playbooks that carry catalogue ids, and the rule of the coverage that says how each is used. */
import type { Coverage, ElementRule } from './coverage-schema.ts';

/** A playbook, or a file of parts of playbooks such as `strategies.json`, after parsing. */
export interface Source {
  /** Named in what is reported, such as `deploy`. */
  readonly name: string;
  readonly content: object;
}

export interface Found {
  /** Names of the fields that lead to it, such as `phases.steps`; empty for the playbook itself. */
  readonly place: string;
  /** The same with its source and positions, such as `deploy: phases.2.steps.0`. */
  readonly where: string;
  readonly ids: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

type UseRule = Exclude<ElementRule, { readonly as: string }>;

/** Every element, in the order of the source; with or without ids. */
export function elementsOf({ name, content }: Source): readonly Found[] {
  const found: Found[] = [];
  look(content, [], []);
  return found;

  function look(value: unknown, place: readonly string[], path: readonly (string | number)[]) {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) look(each, place, [...path, at]);
    } else if (typeof value === 'object' && value !== null) {
      const fields = value as Readonly<Record<string, unknown>>;
      if (Array.isArray(fields.ids)) {
        found.push({ place: place.join('.'), where: path.length === 0 ? name : `${name}: ${path.join('.')}`, ids: fields.ids, fields });
      }
      for (const [field, held] of Object.entries(fields)) look(held, [...place, field], [...path, field]);
    }
  }
}

/** The first rule that fits; null when the coverage does not account for such an element. */
export function ruleFor(coverage: Pick<Coverage, 'elements'>, { place, fields }: Pick<Found, 'place' | 'fields'>): UseRule | null {
  const at = meantPlace(coverage, place);
  return coverage.elements.filter(isUse).find((rule) => rule.at === at && fits(rule, fields)) ?? null;
}

/** The place after following `as`: the steps that a variation adds are steps. */
export function meantPlace({ elements }: Pick<Coverage, 'elements'>, place: string): string {
  const alias = elements.find((rule) => 'as' in rule && (place === rule.at || place.startsWith(`${rule.at}.`)));
  return alias && 'as' in alias ? `${alias.as}${place.slice(alias.at.length)}` : place;
}

export function isUse(rule: ElementRule): rule is UseRule {
  return !('as' in rule);
}

function fits(rule: UseRule, fields: Found['fields']): boolean {
  return Object.entries(rule.if).every(([name, wanted]) =>
    typeof wanted === 'boolean' ? isFilled(fields[name]) === wanted : wanted.includes(String(fields[name])),
  );
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  return !(Array.isArray(value) && value.length === 0);
}
