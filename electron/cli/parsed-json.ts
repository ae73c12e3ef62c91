/** JSON as a person types it on the command line. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';

export function parsedJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return refuse('not-json', `This is not JSON: ${(error as Error).message}. Nothing was asked.`);
  }
}
