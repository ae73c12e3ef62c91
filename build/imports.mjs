/** Reads what a source file imports, in every form the language has for it. */
import { parseSync } from 'vite';

/**
 * @typedef {{ specifier: string, line: number, typeOnly: boolean }} Import line counts from 1; type-only imports are gone at run time
 * @typedef {{ type: string, start: number, [key: string]: unknown }} Node
 */

/**
 * Every import, re-export, import(), import type and require() whose module is written out. A file that does not parse is
 * read as far as it does; the compiler refuses it.
 * @param {string} file its name tells the language
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(file, text) {
  const { program } = parseSync(file, text);
  /** @type {Import[]} */
  const found = [];
  visit(program, (node) => {
    const specifier = literal(node.source) ?? requiredModule(node);
    if (specifier !== undefined) found.push({ specifier, line: text.slice(0, node.start).split('\n').length, typeOnly: isTypeOnly(node) });
  });
  return found;
}

/** @param {unknown} value @param {(node: Node) => void} look */
function visit(value, look) {
  if (Array.isArray(value)) for (const part of value) visit(part, look);
  else if (isNode(value)) {
    look(value);
    for (const part of Object.values(value)) visit(part, look);
  }
}

/** @param {Node} node @returns {boolean} */
function isTypeOnly(node) {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = /** @type {Node[]} */ (node.specifiers ?? []);
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

/** @param {Node} node */
function requiredModule(node) {
  const isRequire = node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'require';
  return isRequire && Array.isArray(node.arguments) ? literal(node.arguments[0]) : undefined;
}

/** @param {unknown} value @returns {string | undefined} */
const literal = (value) => (isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined);

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
