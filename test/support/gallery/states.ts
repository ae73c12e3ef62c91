/** Everything the gallery can show, for checks that look at all of it. */

/** What is open on a page, and the keys that open it. */
export const states = [
  { name: 'parts', keys: [], shown: '.strip' },
  { name: 'readiness', keys: [], shown: '[role="grid"]' },
  { name: 'tickets', keys: [], shown: '[role="grid"]' },
  { name: 'long', keys: [], shown: '[role="grid"]' },
  { name: 'charts', keys: [], shown: '.recharts-bar' },
  { name: 'fields', keys: [], shown: '.fields' },
  { name: 'fields', keys: ['b', 'Control+Enter'], shown: '.refusal' },
  { name: 'fields', keys: ['b', 'Tab', 'Tab', 'ArrowDown'], shown: '[role="option"]' },
  { name: 'parts', keys: ['Control+k'], shown: '[role="option"]' },
  { name: 'tickets', keys: ['?'], shown: '.key-sheet' },
  { name: 'readiness', keys: ['t'], shown: '.toast' },
] as const;
