/** The entries this board has: those the screen holds, those that came since, and the older pages that were asked for. */
import { useEffect, useState } from 'react';
import type { Entry } from '../../../shared/base/entry.ts';
import type { Refusal } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useEntries, useGoLive } from '../../store/live.ts';

const PAGE = 200;

export interface History {
  /** Newest first, without gaps. */
  readonly entries: readonly Entry[];
  /** True when the oldest entry of the go-live is among them. */
  readonly isWhole: boolean;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly loadEarlier: () => void;
}

export function useHistory(): History {
  const goLive = useGoLive();
  const live = useEntries();
  const [entries, setEntries] = useState(live);
  const [isWhole, setWhole] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  // The screen drops its oldest entries as new ones come; this board keeps what it has shown.
  useEffect(() => {
    setEntries((before) => {
      const newest = before[0]?.seq ?? 0;
      const fresh = live.filter(({ seq }) => seq > newest);
      return fresh.length === 0 ? before : [...fresh, ...before];
    });
  }, [live]);

  async function loadEarlier() {
    setLoading(true);
    setRefusal(null);
    try {
      const before = entries.at(-1)?.seq;
      const page = await client.journal.list.query({ goLiveId: goLive.id, limit: PAGE, ...(before === undefined ? {} : { before }) });
      setEntries((now) => [...now, ...page.filter(({ seq }) => seq < (now.at(-1)?.seq ?? Number.POSITIVE_INFINITY))]);
      setWhole(page.length < PAGE);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setLoading(false);
  }

  const holdsFirst = entries.at(-1)?.action === 'goLive.create';
  return { entries, isWhole: isWhole || holdsFirst, isLoading, refusal, loadEarlier: () => void loadEarlier() };
}
