/** Excerpts of the four other source processes: each shows what only that process needs of the playbook's schema. */
import type { PlaybookFile } from '../../shared/domain/playbook/schema.ts';

const WEEK = 7 * 24 * 60;

/** S0, the last stage of an ERP project: weeks long, readiness lists in groups, strategies, training, support, handover, closure. */
export const deploymentAndClosure: PlaybookFile = {
  key: 'deployment-and-closure',
  ids: ['S0-001', 'S0-295'],
  title: 'Deployment and Closure',
  version: '1',
  targetSystem: 'ERPNext v16',
  keyFocus: ['Deployment', 'Training', 'Support', 'Closure'],
  tZeroMeans: 'Old system read-only',
  duration: { ids: ['S0-293'], minMinutes: 2 * WEEK, maxMinutes: 4 * WEEK },
  rules: [{ ids: ['S0-063'], title: 'Deployment steps are worked in order' }],
  advice: [{ ids: ['S0-283'], title: 'Support users', detail: 'Excellent support during the transition.', about: 'ticket' }],
  resources: [{ ids: ['S0-289'], title: 'User documentation of the system', about: 'training' }],
  deliverables: [{ ids: ['S0-015'], title: 'Go-live support plan' }],
  roles: [
    { key: 'go-live-coordinator', title: 'Go-live coordinator', isRequired: true },
    { key: 'deployment-operator', ids: ['S0-022'], title: 'Deployment operator', isRequired: true, team: 'Deployment team' },
    { key: 'documentation-lead', title: 'Documentation lead', isRequired: false },
  ],
  conditions: [
    {
      key: 'load-balancing',
      ids: ['S0-036'],
      title: 'Load balancing',
      question: 'Does production need load balancing?',
      otherwise: 'One server carries the load.',
    },
  ],
  areas: ['Deployment', 'Users'],
  streams: ['Platform', 'Training'],
  phases: [
    {
      key: 'environment-setup',
      ids: ['S0-026'],
      title: 'Production Environment Setup',
      leads: [{ ids: ['S0-027'], role: 'deployment-operator' }],
      parallelWith: ['training'],
      steps: [
        {
          key: 'load-balancing-setup',
          ids: ['S0-035'],
          title: 'Set up load balancing',
          home: 'runbook',
          condition: 'load-balancing',
          task: { stream: 'Platform', startMinutes: -WEEK, minutes: 240 },
        },
      ],
    },
    {
      key: 'training',
      ids: ['S0-072'],
      title: 'User Training Program',
      leads: [{ role: 'documentation-lead' }],
      steps: [
        { key: 'training-planning', ids: ['S0-073', 'S0-074'], title: 'Training planning', home: 'training', role: 'documentation-lead' },
        { key: 'training-plan', ids: ['S0-075'], title: 'Write the training plan', home: 'training', partOf: 'training-planning' },
        {
          key: 'core-functions',
          ids: ['S0-067'],
          title: 'Test the core functions',
          home: 'readiness',
          check: { title: 'Core functions work', area: 'Deployment' },
        },
      ],
    },
  ],
  checklists: [
    { key: 'stage-6', ids: ['S0-138'], title: 'Stage 6 checklist', phase: 'training', area: 'Users' },
    {
      key: 'user-readiness',
      ids: ['S0-145'],
      title: 'User readiness',
      partOf: 'stage-6',
      phase: 'training',
      area: 'Users',
      role: 'documentation-lead',
      points: [{ key: 'sessions-held', ids: ['S0-147'], title: 'Training sessions are conducted' }],
    },
  ],
  strategies: [
    {
      key: 'blue-green',
      ids: ['S0-163'],
      title: 'Blue-green',
      role: 'deployment-operator',
      aims: [{ ids: ['S0-164'], title: 'No downtime' }],
      stages: [
        { ids: ['S0-169'], title: 'Switch traffic to green' },
        { ids: ['S0-170'], title: 'Keep blue as fallback', isRollback: true },
      ],
    },
  ],
  monitoring: { areas: [{ key: 'errors', ids: ['S0-192'], title: 'Error tracking' }] },
  risks: {
    known: [{ ids: ['S0-234'], title: 'Data migration problems' }],
    mitigations: [{ ids: ['S0-238'], title: 'Each risk has a mitigation' }],
    contingencies: [{ ids: ['S0-242'], title: 'Alternative workflows' }],
  },
  training: {
    audiences: [{ ids: ['S0-078'], title: 'Super-users' }],
    formats: [{ ids: ['S0-088'], title: 'Classroom sessions' }],
    materials: [{ ids: ['S0-043'], title: 'Quick reference cards' }],
    courses: [{ key: 'super-users', ids: ['S0-078'], title: 'Super-user training', audience: 'Super-users', isRequired: true }],
  },
  support: {
    components: [{ ids: ['S0-097', 'S0-098'], title: 'Support round the clock in the first week' }],
    ticketCategories: [{ ids: ['S0-107'], title: 'User training questions' }],
    roles: [{ ids: ['S0-205'], title: 'System administrator' }],
    procedures: [{ ids: ['S0-216'], title: 'Change management process' }],
    maintenance: [{ ids: ['S0-200'], title: 'Capacity planning' }],
  },
  handover: {
    documents: [{ ids: ['S0-118'], title: 'Troubleshooting guides' }],
    knowledgeAreas: [{ ids: ['S0-126'], title: 'Known issues' }],
  },
  metrics: [{ key: 'roi', ids: ['S0-229'], title: 'ROI on track', level: 'business', operator: '>=', target: 0, unit: '%' }],
  reports: [{ key: 'lessons', ids: ['S0-018'], title: 'Lessons learned report' }],
  closing: {
    activities: [{ ids: ['S0-253'], title: 'Contract closure' }],
    evaluationAreas: [{ ids: ['S0-134'], title: 'Budget performance' }],
    lessonCategories: [{ ids: ['S0-261'], title: 'Team dynamics' }],
    improvementAreas: [{ ids: ['S0-271'], title: 'Performance improvements' }],
    futureConsiderations: [{ ids: ['S0-275'], title: 'Technology roadmap' }],
    signOffs: [{ ids: ['S0-249'], title: 'Project closure', role: 'Stakeholders' }],
  },
};

/** S1, eight steps of which four are conditional: when it may be used at all, and its length by complexity. */
export const deploymentAndOperations: PlaybookFile = {
  key: 'deployment-and-operations',
  title: 'Deployment & Operations',
  version: '1',
  tZeroMeans: 'Deployment starts',
  durations: [
    { ids: ['S1-061'], title: 'Simple', minMinutes: 60, maxMinutes: 120 },
    { ids: ['S1-063'], title: 'Complex', minMinutes: 24 * 60, maxMinutes: 48 * 60 },
  ],
  applicability: {
    rules: [{ ids: ['S1-047'], title: 'Needs a validated implementation, a production environment and something to deploy' }],
    needs: [{ ids: ['S1-050', 'S1-056'], title: 'Something must be deployed', anyOf: ['code-changes', 'new-feature'] }],
    skips: [{ ids: ['S1-044', 'S1-054'], title: 'Only configuration changes, without formal deployment', allOf: ['configuration-only'] }],
  },
  conditions: [
    { key: 'code-changes', ids: ['S1-057'], title: 'Code changes', question: 'Does code change?', otherwise: 'No code changes.' },
    { key: 'new-feature', ids: ['S1-060'], title: 'New feature', question: 'Is it a new feature?', otherwise: 'No new feature.' },
    {
      key: 'configuration-only',
      title: 'Configuration only',
      question: 'Does only configuration change, without formal deployment?',
      otherwise: 'More than configuration changes.',
    },
  ],
  areas: ['Handover'],
  phases: [
    {
      key: 'deployment-and-operations',
      ids: ['S1-001'],
      title: 'Deployment & Operations',
      deliverables: [{ ids: ['S1-072'], title: 'Performance baseline' }],
      steps: [
        {
          key: 'rollback-plan',
          ids: ['S1-026', 'S1-027'],
          code: '8',
          title: 'Create and test the rollback plan',
          home: 'runbook',
          check: { area: 'Handover' },
        },
      ],
    },
  ],
  monitoring: { watches: [{ ids: ['S1-081'], title: 'Close watch', minMinutes: 24 * 60, maxMinutes: 48 * 60 }] },
};

/** S2, validation roles and a decision matrix; escalation, ways back, monitored quantities and delivery measures. */
export const deploymentAndMonitoring: PlaybookFile = {
  key: 'deployment-and-monitoring',
  title: 'Deployment & Monitoring',
  version: '1',
  tZeroMeans: 'Deployment starts',
  roles: [
    { key: 'release-validator', title: 'Release validator', isRequired: true, duties: [{ ids: ['S2-013'], title: 'Decides go or no-go' }] },
    { key: 'developer-on-call', ids: ['S2-142'], title: 'Developer on call', isRequired: false },
  ],
  phases: [{ key: 'validation', ids: ['S2-018'], title: 'Pre-Deployment Validation', leads: [{ role: 'release-validator' }] }],
  gates: [
    {
      key: 'matrix',
      ids: ['S2-038'],
      title: 'Go/no-go decision matrix',
      phase: 'validation',
      decider: 'release-validator',
      criteria: [
        {
          key: 'security',
          ids: ['S2-040'],
          title: 'No critical vulnerabilities',
          threshold: { ids: ['S2-041'], operator: '=', target: 0, unit: 'critical vulnerabilities' },
        },
      ],
    },
  ],
  escalation: [
    {
      level: 2,
      ids: ['S2-140'],
      title: 'Development team',
      afterMinutes: 15,
      actions: [{ ids: ['S2-141'], title: 'Call the developer on call', role: 'developer-on-call' }],
    },
  ],
  incidentStages: [{ ids: ['S2-177'], title: 'Technical resolution', roles: ['release-validator'] }],
  rollbacks: [{ key: 'database', ids: ['S2-155'], title: 'Database rollback', kind: 'database' }],
  monitoring: {
    areas: [
      {
        key: 'application',
        ids: ['S2-106'],
        title: 'Application performance',
        metrics: [{ ids: ['S2-107'], title: 'API time', unit: 'ms' }],
      },
    ],
    routines: [{ ids: ['S2-172'], title: 'Look at the dashboard', role: 'release-validator', everyMinutes: 30 }],
  },
  deliveryMetrics: [{ ids: ['S2-166'], title: 'Change failure rate', measure: 'change failure rate' }],
};

/** S4, a launch in four gated phases: who starts it, two leads with a part each, steps of steps, documents with sections. */
export const readinessAndLaunch: PlaybookFile = {
  key: 'production-readiness-and-launch-workflow',
  ids: ['S4-001', 'S4-003'],
  title: 'Production Readiness and Launch Workflow',
  version: '1.0',
  author: 'Launch office',
  createdOn: '2025-05-23',
  updatedOn: '2025-05-23',
  tZeroMeans: 'Launch starts',
  triggers: [{ ids: ['S4-019'], title: 'Launch manager starts it', role: 'launch-manager' }],
  relations: [{ ids: ['S4-176'], kind: 'may start', title: 'Hotfix deployment' }],
  roles: [
    { key: 'launch-manager', title: 'Launch manager', isRequired: true },
    { key: 'deployment-director', title: 'Deployment director', isRequired: true },
    { key: 'business-owner', ids: ['S4-042'], title: 'Business owner', isRequired: true },
  ],
  areas: ['Quality'],
  inputs: [
    {
      key: 'nfr-document',
      ids: ['S4-095'],
      title: 'Non-functional requirements',
      isRequired: true,
      phase: 'launch',
      check: { area: 'Quality' },
    },
  ],
  phases: [
    {
      key: 'launch',
      ids: ['S4-126'],
      title: 'Production Launch Approval & Execution',
      leads: [
        { ids: ['S4-129'], role: 'launch-manager', part: 'approval' },
        { ids: ['S4-130'], role: 'deployment-director', part: 'execution' },
      ],
      steps: [
        { key: 'execute', ids: ['S4-144'], code: '3.5', title: 'Assign the execution', home: 'playbook' },
        { key: 'smoke-tests', ids: ['S4-147'], code: '3.5b', title: 'Smoke tests', home: 'runbook', partOf: 'execute' },
      ],
    },
  ],
  gates: [
    {
      key: 'launch-approval',
      title: 'Launch',
      phase: 'launch',
      decider: 'business-owner',
      criteria: [{ key: 'approved', ids: ['S4-136'], title: 'Business owner approves', neededToStart: true }],
    },
  ],
  reports: [
    {
      key: 'production-deployment-plan',
      title: 'Production deployment plan',
      phase: 'launch',
      sections: [{ ids: ['S4-141'], title: 'Timing' }],
    },
  ],
};
