/** How much a check weighs in the readiness figure. */

export const criticalities = ['critical', 'high', 'normal', 'low'] as const;
export type Criticality = (typeof criticalities)[number];

/** One critical check weighs as much as four normal ones. */
export const weightOf: Readonly<Record<Criticality, number>> = { critical: 8, high: 4, normal: 2, low: 1 };
