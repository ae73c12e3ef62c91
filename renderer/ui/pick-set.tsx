/** A small set of choices of which one is pressed. Arrow keys move the choice. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Pick<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** Printed after the label in the voice of facts. */
  readonly count?: number;
}

export interface PickSetProps<Value extends string> {
  /** What is chosen here, for screen readers. */
  readonly label: string;
  readonly picks: readonly Pick<Value>[];
  readonly value: Value;
  readonly onPick: (value: Value) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function PickSet<Value extends string>({ label, picks, value, onPick }: PickSetProps<Value>) {
  const group = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = picks.findIndex((pick) => pick.value === value);
    const to = (Math.max(at, 0) + step + picks.length) % picks.length;
    const next = picks[to];
    if (!next) return;
    onPick(next.value);
    (group.current?.children[to] as HTMLElement | undefined)?.focus();
  }

  const known = picks.some((pick) => pick.value === value);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and lay out as a form part
    <div className="pickset" role="group" aria-label={label} ref={group} onKeyDown={onKeyDown}>
      {picks.map((pick, index) => (
        <button
          key={pick.value}
          type="button"
          aria-pressed={pick.value === value}
          tabIndex={pick.value === value || (!known && index === 0) ? 0 : -1}
          onClick={() => onPick(pick.value)}
        >
          {pick.label}
          {pick.count !== undefined && <span className="f"> {pick.count}</span>}
        </button>
      ))}
    </div>
  );
}
