/** The four impact classes as choices. */
export const severities = [
  { value: '1', label: 'SEV1 business stopped' },
  { value: '2', label: 'SEV2 major' },
  { value: '3', label: 'SEV3 workaround' },
  { value: '4', label: 'SEV4 minor' },
] as const;
export type SeverityChoice = (typeof severities)[number]['value'];
