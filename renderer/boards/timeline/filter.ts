/** What of the timeline is shown: everything, or only notes, decisions or incidents; then by area, person and words. */

import { shownBy, type TimelineLine } from '../../../shared/domain/timeline/list.ts';
import { type Area, areas } from '../../../shared/domain/timeline/subject.ts';

export const views = ['all', 'notes', 'decisions', 'incidents'] as const;
export type View = (typeof views)[number];

export interface Wish {
  readonly view: View;
  readonly area: Area | null;
  readonly actor: string | null;
  readonly text: string;
}

export const everything: Wish = { view: 'all', area: null, actor: null, text: '' };

/** Acts by which somebody takes a risk or ends something, with their name. */
const decisions: ReadonlySet<string> = new Set([
  'gate.decide',
  'gate.reopen',
  'check.waive',
  'goLive.move',
  'goLive.start',
  'goLive.live',
  'goLive.close',
  'goLive.scrub',
  'cleanup.decide',
  'signOff.sign',
]);

export function wishedFor({ view, area, actor, text }: Wish): (line: TimelineLine) => boolean {
  const fits = shownBy({ text, ...(area === null ? {} : { areas: [area] }), ...(actor === null ? {} : { actor }) });
  const inView: Readonly<Record<View, (line: TimelineLine) => boolean>> = {
    all: () => true,
    notes: ({ kind }) => kind === 'note',
    decisions: ({ action }) => decisions.has(action),
    incidents: (line) => line.area === 'incident',
  };
  return (line) => inView[view](line) && fits(line);
}

export function isNarrowed({ view, area, actor, text }: Wish): boolean {
  return view !== 'all' || area !== null || actor !== null || text.trim() !== '';
}

/** The areas as options, named as people read them. */
export const areaOptions = areas.map((value) => ({
  value,
  label: value === 'comms' ? 'Messages' : value.charAt(0).toUpperCase() + value.slice(1),
}));
