/** The playbooks a go-live can be made from: those built in, checked against their schema when first asked for. */

import deploy from '../../assets/playbooks/deploy.json' with { type: 'json' };
import deploymentAndMonitoring from '../../assets/playbooks/deployment-and-monitoring.json' with { type: 'json' };
import deploymentAndOperations from '../../assets/playbooks/deployment-and-operations.json' with { type: 'json' };
import erpnextDeploymentAndClosure from '../../assets/playbooks/erpnext-deployment-and-closure.json' with { type: 'json' };
import productionReadinessAndLaunch from '../../assets/playbooks/production-readiness-and-launch.json' with { type: 'json' };
import strategies from '../../assets/playbooks/strategies.json' with { type: 'json' };
import { type Playbook, playbookSchema } from '../../shared/domain/playbook/schema.ts';
import { type Strategy, strategy } from '../../shared/domain/playbook/strategy.ts';

let known: readonly Playbook[] | null = null;
let library: readonly Strategy[] | null = null;

/** All built-in playbooks. Throws on one that does not fit the schema: a fault of the build. */
export function playbooks(): readonly Playbook[] {
  known ??= [deploy, erpnextDeploymentAndClosure, deploymentAndOperations, deploymentAndMonitoring, productionReadinessAndLaunch].map(
    (content) => playbookSchema.parse(content),
  );
  return known;
}

export function playbookNamed(key: string): Playbook | null {
  return playbooks().find((playbook) => playbook.key === key) ?? null;
}

/** The strategies that go with any playbook. */
export function libraryStrategies(): readonly Strategy[] {
  library ??= strategies.strategies.map((content) => strategy.parse(content));
  return library;
}
