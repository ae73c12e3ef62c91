/** How a set of checks stands, as one bar: passed, to verify, waived, in work, open, failed, in this order. */

export interface ShareBarProps {
  readonly passed: number;
  readonly toVerify?: number;
  readonly waived: number;
  readonly inWork: number;
  readonly open: number;
  readonly failed: number;
}

export function ShareBar({ passed, toVerify = 0, waived, inWork, open, failed }: ShareBarProps) {
  const parts = [
    { css: 'passed', count: passed, word: 'passed' },
    { css: 'verify', count: toVerify, word: 'to verify' },
    { css: 'waived', count: waived, word: 'waived' },
    { css: 'work', count: inWork, word: 'in work' },
    { css: 'open', count: open, word: 'open' },
    { css: 'failed', count: failed, word: 'failed' },
  ].filter((part) => part.count > 0);
  const words = parts.map((part) => `${part.count} ${part.word}`).join(', ');
  return (
    <span className="share" role="img" aria-label={words || 'no checks'} title={words || 'no checks'}>
      {parts.map((part) => (
        <i key={part.css} className={`part ${part.css}`} style={{ '--v': part.count }} />
      ))}
    </span>
  );
}
