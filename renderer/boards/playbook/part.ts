/** The parts a playbook is read in, as data: the board draws them, and finds words in them. */

/** One element as a row. */
export interface Line {
  readonly title: string;
  readonly detail?: string;
  readonly ids?: readonly string[];
  /** What stands before it in place of its number, such as "2.2a". */
  readonly code?: string;
  /** Short facts after its title: who, when, how long, under which condition. Empty ones are left out. */
  readonly facts?: readonly string[];
  /** Further sentences below the detail. Empty ones are left out. */
  readonly more?: readonly string[];
  /** True when it is a part of the line before. */
  readonly isPart?: boolean;
  /** Key of the element that tasks, checks and tests were made of; left out where nothing is. */
  readonly source?: string;
  /** Where a resource is; empty when the team has to fill it in. */
  readonly address?: string;
  /** Share that is on the new version once it is finished, 0 to 100; null or left out for none. */
  readonly percent?: number | null;
}

/** A heading with rows below it. The heading may be an element itself. */
export interface Section extends Omit<Line, 'code' | 'isPart' | 'address' | 'percent'> {
  readonly isOrdered?: boolean;
  readonly lines: readonly Line[];
}

export interface Part {
  /** As in the address; unique. */
  readonly key: string;
  readonly title: string;
  /** The heading it stands below in the list of parts. */
  readonly group: string;
  readonly detail?: string;
  readonly ids?: readonly string[];
  /** Name and value. Empty ones are left out. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly sections: readonly Section[];
  /** The board where people work with it. */
  readonly open?: { readonly board: string; readonly label: string };
}

/** The part without sections that say nothing; null when nothing is left of it. */
export function filled(part: Part): Part | null {
  const sections = part.sections.filter(
    ({ lines, detail, facts, more, ids }) => lines.length > 0 || detail || facts || more || ids?.length,
  );
  return sections.length > 0 || part.detail || part.facts ? { ...part, sections } : null;
}
