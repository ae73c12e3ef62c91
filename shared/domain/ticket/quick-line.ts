/** The one line a ticket is logged with: `VAT wrong on invoice print @finance !2 #training`. */

export interface QuickLine {
  /** What is left without the marked words; may be empty. */
  readonly title: string;
  /** Empty when the line names none. */
  readonly department: string;
  /** 1 to 4; null when the line names none. */
  readonly priority: 1 | 2 | 3 | 4 | null;
  readonly category: string;
}

/** Names that are written out when the line begins them: `@fin` is Finance. */
export interface KnownNames {
  readonly departments: readonly string[];
  readonly categories: readonly string[];
}

/** A part of the line as it was typed, spaces included; the parts together are the line. */
export interface QuickPart {
  readonly text: string;
  readonly kind: 'title' | 'department' | 'priority' | 'category';
}

/**
 * `@` names the department, `!` the priority, `#` the category; the last one of each counts. A sign means something only at the
 * start of a word, `@` and `#` before a letter and `!` before a single 1 to 4, so `a@b.c`, `#12` and `!9` stay in the title.
 * Names of several words are joined by `-` or put in quotes.
 */
export function parseQuickLine(line: string, known: KnownNames): QuickLine {
  const parts = quickParts(line);
  const last = (kind: QuickPart['kind']) => parts.findLast((part) => part.kind === kind)?.text.slice(1);
  const title = parts.filter(({ kind }) => kind === 'title').map(({ text }) => text);
  return {
    title: title.join('').replace(/\s+/g, ' ').trim(),
    department: writtenOut(last('department'), known.departments),
    priority: (Number(last('priority') ?? 0) || null) as QuickLine['priority'],
    category: writtenOut(last('category'), known.categories),
  };
}

const marked = /(?<=^|\s)(?:@"[^"\n]+"|#"[^"\n]+"|[@#]\p{L}[^\s"]*|![1-4](?=\s|$))/gu;
const kinds = { '@': 'department', '!': 'priority', '#': 'category' } as const;

/** The line cut into title and marked words, to show which is which while it is typed. */
export function quickParts(line: string): readonly QuickPart[] {
  const parts: QuickPart[] = [];
  let end = 0;
  for (const { 0: text, index } of line.matchAll(marked)) {
    if (index > end) parts.push({ text: line.slice(end, index), kind: 'title' });
    parts.push({ text, kind: kinds[text[0] as keyof typeof kinds] });
    end = index + text.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end), kind: 'title' });
  return parts;
}

function writtenOut(typed: string | undefined, known: readonly string[]): string {
  if (typed === undefined) return '';
  const plain = typed
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('-', ' ')
    .trim();
  const sought = plain.toLowerCase();
  const same = (name: string) => name.toLowerCase().replaceAll('-', ' ');
  const found = known.find((name) => same(name) === sought) ?? known.find((name) => same(name).startsWith(sought));
  return found ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
