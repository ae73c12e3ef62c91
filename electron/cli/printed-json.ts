/** Prints data for people: JSON, with whatever fits into one line on one line. */

const LINE = 110;

export function printedJson(value: unknown, indent = ''): string {
  const whole = JSON.stringify(value) ?? 'null';
  if (typeof value !== 'object' || value === null) return whole;
  const spaced = JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ');
  if (indent.length + spaced.length <= LINE) return spaced;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((each) => printedJson(each, inner))
    : Object.entries(value)
        .filter(([, held]) => held !== undefined)
        .map(([name, held]) => `${JSON.stringify(name)}: ${printedJson(held, inner)}`);
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`;
}
