/** Says in words what is wrong with an input. */
import type { z } from 'zod';

const MOST = 5;

/** One sentence naming each field that does not fit and why, at most five. */
export function plainIssues(error: z.ZodError): string {
  const said = error.issues.slice(0, MOST).map((issue) => {
    const field = issue.path.map(String).join('.');
    return field ? `${field}: ${issue.message}` : issue.message;
  });
  const more = error.issues.length - said.length;
  const rest = more > 0 ? `, and ${more} more` : '';
  return `This cannot be taken: ${said.join('; ')}${rest}. Nothing was changed.`.slice(0, 2_000);
}
