/** Where a go-live stands, in the words of the header. */
import type { GoLive } from '../../shared/domain/go-live/schema.ts';

const words: Readonly<Record<GoLive['stage'], string>> = {
  planning: 'Planning',
  cutover: 'Cutover',
  hypercare: 'Hypercare',
  closed: 'Closed',
  scrubbed: 'Scrubbed',
};

export function stageWords({ stage, isSample }: Pick<GoLive, 'stage' | 'isSample'>): string {
  return isSample ? `${words[stage]}, sample` : words[stage];
}
