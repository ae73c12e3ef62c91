/** A report document as one HTML file that needs nothing else: no script, no font, no picture from outside. */
import type { Block, Cell, Cover, Fact, MarkedText, ReportDocument, TableRow } from './document.ts';
import { htmlStyle } from './html-style.ts';
import { markSvg, escapeXml as text } from './svg.ts';

/** Nothing may be fetched or run, should somebody smuggle markup past the escaping. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function asHtml(document: ReportDocument): string {
  const { cover, blocks, footer } = document;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Gantry">
<title>${text(`${cover.title}, ${cover.kind.toLowerCase()}`)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
${coverHtml(cover)}
${contents(blocks)}
${sections(blocks)}
</main>
<footer>${text(footer)}</footer>
</body>
</html>
`;
}

function coverHtml(cover: Cover): string {
  const figures = cover.figures.map(
    ({ label, value, note, tone }) =>
      `<div><dt>${text(label)}</dt><dd class="${tone}">${text(value)}<small>${text(note)}</small></dd></div>`,
  );
  return `<header>
<p class="kind">${text(cover.kind)}</p>
<h1>${text(cover.title)}</h1>
<p class="subtitle">${text(cover.subtitle)}</p>
${cover.notice ? `<p class="notice">${text(cover.notice)}</p>` : ''}
<div class="outcome ${cover.outcome.mark ?? ''}"><p>${marked(cover.outcome)}</p>${cover.outcomeNote ? `<p class="note">${lines(cover.outcomeNote)}</p>` : ''}</div>
<dl class="facts two">${cover.facts.map(factHtml).join('')}</dl>
<dl class="figures">${figures.join('')}</dl>
<ul class="summary">${cover.summary.map((line) => `<li>${text(line)}</li>`).join('')}</ul>
</header>`;
}

function contents(blocks: readonly Block[]): string {
  const entries = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 2 ? [`<li><a href="#s${at}">${text(block.text)}</a></li>`] : [],
  );
  return `<nav aria-label="Contents"><ol>${entries.join('')}</ol></nav>`;
}

/** Each heading of level 2 opens a section. */
function sections(blocks: readonly Block[]): string {
  let isOpen = false;
  const parts = blocks.map((block, at) => {
    if (block.kind !== 'heading' || block.level !== 2) return blockHtml(block);
    const opening = `${isOpen ? '</section>\n' : ''}<section${block.startsPage ? ' class="page"' : ''} aria-labelledby="s${at}">`;
    isOpen = true;
    return `${opening}<h2 id="s${at}">${text(block.text)}</h2>`;
  });
  return `${parts.join('\n')}${isOpen ? '</section>' : ''}`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${text(block.text)}</h3>`;
    case 'paragraph':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${lines(block.text)}</p>`;
    case 'status':
      return `<p class="status"><b>${marked(block.status)}</b> <span>${text(block.note)}</span></p>`;
    case 'facts':
      return `<dl class="facts">${block.facts.map(factHtml).join('')}</dl>`;
    case 'chart':
      return `<figure><figcaption>${text(block.chart.title)}</figcaption>${block.chart.svg}</figure>`;
    case 'table':
      return tableHtml(block);
  }
}

function factHtml({ label, value }: Fact): string {
  return `<div><dt>${text(label)}</dt><dd>${lines(value)}</dd></div>`;
}

function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const heads = columns.map(({ head, isFigure }) => `<th scope="col"${isFigure ? ' class="n"' : ''}>${text(head)}</th>`).join('');
  const body = rows.map((row) => rowHtml(row, columns)).join('\n');
  return `<div class="table"><table><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function rowHtml(row: TableRow, columns: Extract<Block, { kind: 'table' }>['columns']): string {
  if ('group' in row) return `<tr class="group"><th colspan="${columns.length}" scope="colgroup">${text(row.group)}</th></tr>`;
  const cells = row.cells.map((cell, at) => `<td${columns[at]?.isFigure ? ' class="n"' : ''}>${cellHtml(cell)}</td>`);
  return `<tr${row.hasRoomToSign ? ' class="sign"' : ''}>${cells.join('')}</tr>`;
}

function cellHtml(cell: Cell): string {
  return typeof cell === 'string' ? lines(cell) : marked(cell);
}

function marked({ text: words, mark, tone, isStrong }: MarkedText): string {
  const said = isStrong ? `<b>${lines(words)}</b>` : lines(words);
  const shown = mark ? `<span class="mark">${markSvg(mark, 12)}<span>${said}</span></span>` : said;
  return tone ? `<span class="${tone}">${shown}</span>` : shown;
}

function lines(words: string): string {
  return text(words.trimEnd()).replace(/\r?\n/g, '<br>');
}
