/** When to take which of the built-in playbooks, in a few words for lists. */
import type { Playbook } from './schema.ts';

const built: Readonly<Record<string, string>> = {
  deploy: 'One release of a system that runs already, in one night',
  'deployment-and-operations': 'A new solution that operations takes over, within a day',
  'deployment-and-monitoring': 'A release through the whole pipeline, watched for weeks',
  'erpnext-deployment-and-closure': 'A whole ERP rollout: data, training, first support, end of the project',
  'production-readiness-and-launch': 'The first launch of a product, hardened and approved beforehand',
};

/** Of people's own playbooks the first sentence of what they say about it; empty where they say nothing. */
export function whenToTake({ key, detail }: Pick<Playbook, 'key' | 'detail'>): string {
  return built[key] ?? detail.split(/[.:\n]/)[0] ?? '';
}
