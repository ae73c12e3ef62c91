/** The largest and the smallest of many numbers. A call that spreads a list into arguments breaks on a list of some hundred thousand. */

/** `least` where nothing is larger, also of none. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const each of numbers) if (each > found) found = each;
  return found;
}

/** `most` where nothing is smaller, also of none. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const each of numbers) if (each < found) found = each;
  return found;
}
