/** All that happened to some rows, in words, asked of the host and asked again when something new happens to them. */
import { useEffect, useState } from 'react';
import { isAbout } from '../../shared/domain/timeline/about.ts';
import { client } from '../client/client.ts';
import { useLive } from './live.ts';

/** An entry in words, with those of its changes that touch the rows asked about. */
export type Told = Awaited<ReturnType<typeof client.timeline.about.query>>[number];

export interface About {
  /** Newest first; what was taken back is among it, as is the act that took it back. */
  readonly told: readonly Told[];
  readonly state: 'loading' | 'there' | 'failed';
}

const nothing: About = { told: [], state: 'loading' };

/** At most 60 ids; what is shown stays while newer entries are fetched. */
export function useAbout(ids: readonly string[]): About {
  const goLiveId = useLive((live) => live.goLiveId);
  const asked = ids.join(' ');
  const [answer, setAnswer] = useState<About & { readonly asked: string }>({ ...nothing, asked: '' });
  useEffect(() => {
    const of = asked.split(' ').filter(Boolean);
    if (!goLiveId || of.length === 0) return;
    let isGone = false;
    let latest = 0;
    async function load() {
      latest += 1;
      const mine = latest;
      const found = await client.timeline.about.query({ goLiveId: goLiveId as string, ids: of }).catch(() => null);
      if (isGone || mine !== latest) return;
      setAnswer((before) => {
        if (found) return { asked, told: found, state: 'there' };
        return { asked, told: before.asked === asked ? before.told : [], state: 'failed' };
      });
    }
    void load();
    const stop = useLive.subscribe((live, before) => {
      if (live.seq === before.seq) return;
      const fresh = live.entries.filter(({ seq }) => seq > before.seq);
      if (fresh.some(({ changes }) => changes.some((change) => isAbout(change, of)))) void load();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [goLiveId, asked]);
  return answer.asked === asked ? answer : nothing;
}
