/** The mark of each state the way back can be in, where boards show it. */
import type { WayBackState } from '../../shared/domain/rollback/tested.ts';
import type { MarkState } from '../ui/mark.tsx';

export const wayBackMarks: Readonly<Record<WayBackState, { readonly state: MarkState; readonly word: string }>> = {
  untested: { state: 'breach', word: 'never tried' },
  failed: { state: 'failed', word: 'failed' },
  'too slow': { state: 'late', word: 'too slow' },
  passed: { state: 'finished', word: 'works' },
};
