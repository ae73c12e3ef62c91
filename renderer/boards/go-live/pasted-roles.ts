/** Which roles of a playbook a pasted job title names. */
import { plainName } from '../../../shared/base/sheet/columns.ts';

interface Role {
  readonly key: string;
  readonly title: string;
}

/** `Deployment operator`, `deployment-operator`, or several parted by a comma, slash, plus or "and". Keys in the playbook's order. */
export function rolesNamed(jobRole: string, roles: readonly Role[]): readonly string[] {
  const parts = new Set([jobRole, ...jobRole.split(/[,/+&]|\band\b/i)].map(plainName).filter(Boolean));
  return roles.filter(({ key, title }) => parts.has(plainName(title)) || parts.has(plainName(key))).map(({ key }) => key);
}
