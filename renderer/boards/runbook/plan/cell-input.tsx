/** The field a cell turns into while it is typed in, with what it can be chosen from below it. */
// biome-ignore-all lint/a11y/useSemanticElements: a native list cannot stay open while one goes on typing
// biome-ignore-all lint/a11y/useFocusableInteractive: the field holds the focus; its list is walked through with the arrows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys go to the field
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { choicesFor, withChoice } from './cell-choices.ts';
import css from './plan.module.css';

interface CellInputProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  /** What stands between several in one cell; null where it takes one. */
  readonly manyBy: string | null;
  /** There is more room above it than below. */
  readonly opensUp: boolean;
  readonly onChange: (text: string) => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

export function CellInput({ label, value, choices, manyBy, opensUp, onChange, onTake, onLeave }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [typed, setTyped] = useState(value);
  const offered = choicesFor(choices, typed, manyBy);
  const at = offered.findIndex((choice) => withChoice(typed, choice, manyBy) === value);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(-1, -1);
  }, []);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || offered.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = at < 0 ? (step > 0 ? 0 : offered.length - 1) : (at + step + offered.length) % offered.length;
    onChange(withChoice(typed, offered[next] as string, manyBy));
  };
  return (
    <>
      <input
        ref={input}
        aria-label={label}
        className={css.input}
        value={value}
        {...(choices.length > 0 && {
          role: 'combobox',
          'aria-expanded': offered.length > 0,
          'aria-controls': list,
          'aria-activedescendant': at >= 0 ? `${list}-${at}` : undefined,
        })}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
        onKeyDown={walk}
        onBlur={onLeave}
      />
      {offered.length > 0 && (
        <div id={list} role="listbox" aria-label={label} className={`${css.choices} ${opensUp ? css.up : ''}`}>
          {offered.map((choice, index) => (
            <div
              key={choice}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className={index === at ? css.in : ''}
              onMouseDown={(event) => {
                event.preventDefault(); // the field keeps the focus, and with it what is typed
                event.stopPropagation();
              }}
              onClick={() => {
                onChange(withChoice(typed, choice, manyBy));
                setTyped(withChoice(typed, choice, manyBy));
                if (manyBy === null) requestAnimationFrame(onTake);
              }}
            >
              {choice}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
