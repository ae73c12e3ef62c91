/** Plays the sample: a believable go-live in its third hour. Every act goes by the rules; only its time and name are invented. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { found } from './found.ts';
import { openStage, type Played } from './stage.ts';
import { checkScenes } from './work-checks.ts';
import { criterionScenes, gateScenes } from './work-gates.ts';
import { messageScenes } from './work-messages.ts';
import { incidentScenes, metricScenes, noteScenes, ticketScenes } from './work-support.ts';
import { taskScenes } from './work-tasks.ts';
import { testScenes } from './work-tests.ts';
import { trainingScenes } from './work-training.ts';
import { wayBackTried } from './work-way-back.ts';

const MINUTE = 60_000;
/** How long ago T-0 was, in minutes. */
const SINCE_T_ZERO = 138;

export interface SampleWish {
  readonly playbook: Playbook;
  /** The go-lives already in the record. */
  readonly taken: readonly { readonly ref: string }[];
  readonly goLiveId: string;
  /** UTC ms. */
  readonly now: number;
  readonly zone: string;
  /** The newest entry of the record. */
  readonly lastSeq: number;
  readonly newId: () => string;
}

/** The acts in the order of their times, none later than `now`. */
export function makeSample({ playbook, taken, goLiveId, now, zone, lastSeq, newId }: SampleWish): readonly Played[] {
  const tZeroAt = Math.floor((now - SINCE_T_ZERO * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  const stage = openStage({ goLiveId, tZeroAt, now, lastSeq, newId });
  found(stage, { playbook, taken, tZeroAt, zone });
  const rows = stage.rows();
  stage.playAll([
    ...testScenes(rows),
    ...checkScenes(rows),
    wayBackTried,
    ...criterionScenes(rows),
    ...gateScenes(),
    ...messageScenes(rows),
    ...taskScenes(rows),
    ...trainingScenes,
    ...incidentScenes,
    ...ticketScenes(),
    ...noteScenes,
    ...metricScenes,
  ]);
  return stage.played();
}
