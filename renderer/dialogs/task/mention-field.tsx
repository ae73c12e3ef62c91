/** Several lines of text in which an @ offers the names it may become: by arrows and Enter, or by a touch. */
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Offer, offerAt } from '../../../shared/domain/runbook/work/mentions.ts';
import { Field } from '../../ui/fields/field.tsx';
import css from './task-work.module.css';

interface MentionFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
}

export function MentionField({ label, hint, people, value, onChange, placeholder }: MentionFieldProps) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [active, setActive] = useState(0);
  useLayoutEffect(() => {
    const at = caretAfter.current;
    caretAfter.current = null;
    if (at !== null && value.length >= at) area.current?.setSelectionRange(at, at);
  }, [value]);

  function look(text: string, caret: number) {
    setOffer(offerAt(text, caret, people));
    setActive(0);
  }

  function pick(at: number) {
    const chosen = offer?.people[at];
    if (!offer || !chosen || !area.current) return;
    const before = `${value.slice(0, offer.from)}@${chosen.name} `;
    caretAfter.current = before.length;
    onChange(before + value.slice(area.current.selectionStart).replace(/^ /, ''));
    setOffer(null);
    area.current.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!offer || event.nativeEvent.isComposing) return;
    const count = offer.people.length;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') pick(active);
    else if (event.key === 'Escape') setOffer(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const optionId = (at: number) => `${listId}${at}`;
  return (
    <div className={css.mention}>
      <Field label={label} hint={offer ? undefined : hint}>
        {(ties) => (
          <textarea
            {...ties}
            ref={area}
            className="in"
            rows={1}
            maxLength={2_000}
            placeholder={placeholder}
            value={value}
            aria-autocomplete="list"
            aria-controls={offer ? listId : undefined}
            aria-activedescendant={offer ? optionId(active) : undefined}
            onChange={({ target }) => {
              onChange(target.value);
              look(target.value, target.selectionStart);
            }}
            onSelect={({ currentTarget: { selectionStart } }) => offer && look(value, selectionStart)}
            onBlur={() => setOffer(null)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {offer && (
        <div className={css.offers} role="listbox" id={listId} aria-label="People">
          {offer.people.map(({ id, name }, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and points at the option
            <div
              key={id}
              id={optionId(at)}
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
              onClick={() => pick(at)}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
