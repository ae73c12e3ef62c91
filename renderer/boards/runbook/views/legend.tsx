/** What the forms of bars mean. */
import css from './views.module.css';

const bars = [
  { word: 'actual', fill: 'var(--work)', line: 'var(--work)', high: 9, width: 1 },
  { word: 'forecast', fill: 'none', line: 'var(--ink-3)', high: 9, width: 1 },
  { word: 'plan', fill: 'var(--baseline)', line: 'var(--baseline)', high: 3, width: 0 },
  { word: 'critical', fill: 'none', line: 'var(--ink)', high: 9, width: 2 },
] as const;

export function Legend() {
  return (
    <span className={`${css.legend} small q2`}>
      {bars.map(({ word, fill, line, high, width }) => (
        <span key={word}>
          <svg width="22" height="12" aria-hidden="true">
            <rect x="1" y={(12 - high) / 2} width="20" height={high} fill={fill} stroke={line} strokeWidth={width} />
          </svg>
          {word}
        </span>
      ))}
      <span>
        <svg width="22" height="12" aria-hidden="true">
          <rect x="1" y="1.5" width="20" height="9" fill="none" stroke="var(--stop)" />
          <path d="M2 10l8-8M8 10l8-8M14 10l6-6" stroke="var(--stop)" />
        </svg>
        blocked
      </span>
    </span>
  );
}
