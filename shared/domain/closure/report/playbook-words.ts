/** What the go-live's copy of its playbook calls things. */
import { playbookOf } from '../../playbook/of-go-live.ts';
import type { Rows } from '../../tables.ts';
import { keyWords } from '../../timeline/told.ts';
import type { ReportHead } from './head.ts';

/** Title, version and variation; the variation is empty where none was chosen. */
export function playbookHead(rows: Rows): ReportHead['playbook'] {
  const copy = [...rows.playbookCopy.values()][0];
  if (!copy) return null;
  const chosen = copy.content.variation || [...rows.goLive.values()][0]?.variation || '';
  const variation = copy.content.variations.find(({ key }) => key === chosen)?.title ?? keyWords(chosen);
  return { title: copy.content.title, version: copy.version, variation };
}

/** Phase key → title, in the order the phases are worked. */
export function phaseNames(rows: Rows): ReadonlyMap<string, string> {
  return new Map((playbookOf(rows)?.phases ?? []).map(({ key, title }) => [key, title]));
}
