/** The shape of what is told about rows of a file that cannot be taken as they are. */
import { z } from 'zod';
import type { RowProblem } from '../../shared/base/sheet/sheet.ts';

export const rowProblem: z.ZodType<RowProblem> = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  severity: z.enum(['refused', 'warning']),
});
