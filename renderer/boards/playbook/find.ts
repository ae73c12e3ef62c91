/** Finds words in a playbook. */
import type { Line, Part, Section } from './part.ts';

/**
 * The parts, sections and lines in which every word occurs. A part whose own words fit is kept whole, and so is a section; of
 * another part only what fits is kept. Words are split at spaces; catalogue ids count as words. No words find everything.
 */
export function foundIn(parts: readonly Part[], words: string): readonly Part[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return parts;
  const has = (...texts: readonly (string | undefined)[]) => {
    const text = texts.join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  return parts.flatMap((part) => {
    if (has(part.title, part.detail, ...(part.ids ?? []))) return [part];
    const sections = part.sections.flatMap((section) => {
      if (has(...textsOf(section))) return [section];
      const lines = section.lines.filter((line) => has(...textsOf(line)));
      return lines.length > 0 ? [{ ...section, isOrdered: false, lines }] : [];
    });
    return sections.length > 0 ? [{ ...part, detail: '', sections }] : [];
  });
}

/** How many lines the parts hold; a section that is an element of its own and holds none counts as one. */
export function linesIn(parts: readonly Part[]): number {
  return parts.flatMap(({ sections }) => sections).reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0);
}

function textsOf({ title, detail, ids = [], facts = [], more = [] }: Line | Section): readonly (string | undefined)[] {
  return [title, detail, ...ids, ...facts, ...more];
}
