/** A report document as Markdown with GitHub's tables. Drawings are told in words. */

import { withoutControls } from '../../shared/base/without-controls.ts';
import type { Block, Cell, Cover, Fact, MarkedText, ReportDocument } from './document.ts';

export function asMarkdown({ cover, blocks, footer }: ReportDocument): string {
  const parts = [...coverParts(cover), ...blocks.map(blockMarkdown), '---', plain(footer)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function coverParts(cover: Cover): string[] {
  return [
    `# ${plain(cover.title)}`,
    `${plain(cover.kind)}: ${plain(cover.subtitle)}`,
    cover.notice ? `> ${plain(cover.notice)}` : '',
    `**Outcome: ${cell(cover.outcome)}**${cover.outcomeNote ? `\\\n${plain(cover.outcomeNote)}` : ''}`,
    factList(cover.facts),
    table(
      ['Figure', 'Value', ''],
      [false, true, false],
      cover.figures.map(({ label, value, note }) => [label, value, note]),
    ),
    cover.summary.map((line) => `- ${plain(line)}`).join('\n'),
  ];
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'status':
      return `**${cell(block.status)}** ${plain(block.note)}`;
    case 'facts':
      return factList(block.facts);
    case 'chart':
      return plain(block.chart.words);
    case 'table': {
      const rows = block.rows.map((row) => ('group' in row ? [{ text: row.group, isStrong: true }] : row.cells));
      return table(
        block.columns.map(({ head }) => head),
        block.columns.map(({ isFigure }) => isFigure === true),
        rows,
      );
    }
  }
}

function factList(facts: readonly Fact[]): string {
  return facts.map(({ label, value }) => `- ${plain(label)}: ${plain(value)}`).join('\n');
}

function table(heads: readonly string[], areFigures: readonly boolean[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(plainCell)),
    line(areFigures.map((isFigure) => (isFigure ? '---:' : '---'))),
    ...rows.map((row) => line(heads.map((_, at) => cell(row[at] ?? '')))),
  ].join('\n');
}

function cell(words: Cell): string {
  if (typeof words === 'string') return plainCell(words);
  const said = plainCell((words satisfies MarkedText).text);
  return words.isStrong && said ? `**${said}**` : said;
}

function plainCell(words: string): string {
  return plain(words.trim()).replace(/\\?\n/g, '<br>');
}

/** Nothing people typed is read as Markdown or HTML. A line break stays one. */
function plain(words: string): string {
  return withoutControls(words)
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\\`*_{}[\]<>|~&]/g,
      (character) => (character === '<' || character === '>' || character === '&' ? entities[character] : `\\${character}`) ?? '',
    )
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`)
    .replace(/^(\s*)([-=]{2,}\s*)$/gm, '$1\\$2')
    .replace(/\n{2,}/g, '\n')
    .replace(/\n/g, '\\\n');
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
