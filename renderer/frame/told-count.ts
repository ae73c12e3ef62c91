/** How many remarks name who sits here since they last left Mine: the badge of that board. */
import { mentionsOf } from '../../shared/domain/runbook/work/mine.ts';
import { useMe, useRows } from '../store/live.ts';
import { useRoute } from '../store/route.ts';
import { useLastLeft } from '../store/seen.ts';

/** 0 while Mine is open, and while nobody said who sits here. */
export function useToldCount(): number {
  const rows = useRows();
  const me = useMe();
  const { board } = useRoute();
  const lastLeft = useLastLeft('mine');
  if (me === null || board === 'mine') return 0;
  return mentionsOf(rows, new Set([me])).filter(({ at }) => at > lastLeft).length;
}
