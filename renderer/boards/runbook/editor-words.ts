/** How it is told that others edit a task at the same time. */

/** Such as `Ana edits this ${what}`; empty when nobody does. */
export function editorWords(names: readonly string[] | undefined, what: 'row' | 'task' = 'row'): string {
  if (!names || names.length === 0) return '';
  const [first, second] = names;
  if (names.length === 1) return `${first} edits this ${what}`;
  return names.length === 2 ? `${first} and ${second} edit this ${what}` : `${first} and ${names.length - 1} others edit this ${what}`;
}
