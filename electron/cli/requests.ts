/** Lists everything that may be asked, with the JSON Schema of its input. */
import { z } from 'zod';
import { appRouter } from '../app/router.ts';

export interface RequestForm {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly input: object;
}

interface ProcedureForm {
  readonly _def: { readonly type: RequestForm['kind']; readonly inputs: readonly z.ZodType[] };
}

/** All requests by name. */
export function requests(): readonly RequestForm[] {
  const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, ProcedureForm>>; // tRPC types them one by one, we list them
  return Object.entries(procedures)
    .map(([name, { _def }]) => ({ name, kind: _def.type, input: jsonSchema(_def.inputs[0]) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function jsonSchema(input: z.ZodType | undefined): object {
  return input ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : { type: 'null' };
}
