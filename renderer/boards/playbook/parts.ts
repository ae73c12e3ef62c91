/** The parts of a playbook in the order they are read. A part that says nothing is left out. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { aboutParts } from './about-parts.ts';
import { answerParts } from './answer-parts.ts';
import { filled, type Part } from './part.ts';
import { endParts, peopleParts, successPart } from './people-parts.ts';
import { phaseParts } from './phase-parts.ts';
import { proofParts } from './proof-parts.ts';
import { strategyParts, variationParts } from './rollout-parts.ts';
import { namesIn } from './words.ts';

export function partsOf(playbook: Playbook): readonly Part[] {
  const names = namesIn(playbook);
  return [
    ...phaseParts(playbook, names),
    ...proofParts(playbook, names),
    ...answerParts(playbook, names),
    successPart(playbook),
    ...strategyParts(playbook, names),
    ...variationParts(playbook, names),
    ...peopleParts(playbook),
    ...endParts(playbook, names),
    ...aboutParts(playbook, names),
  ].flatMap((part) => filled(part) ?? []);
}
