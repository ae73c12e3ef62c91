/** A question to the person: fields, one primary act, and the refusal in place when the act is refused. Open while mounted. */
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type Refusal, refuse } from '../../shared/base/result.ts';
import { Button } from './button.tsx';
import { useKeys } from './keys.ts';
import { RefusalNote } from './refusal-note.tsx';
import { Sheet } from './sheet.tsx';

/** What an act answers: a yes of any kind, or a refusal. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export interface Submit {
  /** The act as a verb: `Finish task`. */
  readonly label: string;
  /** Ok closes the dialog. A refusal is shown in it and everything typed stays. */
  readonly run: () => Answer | Promise<Answer>;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** True where ok leads on inside the dialog instead of closing it. */
  readonly keepsOpen?: boolean;
}

export interface DialogProps {
  readonly title: string;
  /** Quiet words after the title, such as the task's reference. */
  readonly quiet?: ReactNode;
  readonly onClose: () => void;
  /** Left out where there is nothing to decide. */
  readonly submit?: Submit;
  /** 420, 560 or 880 px. */
  readonly size?: 'narrow' | 'normal' | 'wide';
  /** True where what was typed is still there when the dialog is opened again, so that Escape may close it at once. */
  readonly keepsDraft?: boolean;
  /** A refusal is put away when this changes: it was about another answer. */
  readonly clears?: string;
  readonly children: ReactNode;
}

export function Dialog({ title, quiet, onClose, submit, size = 'normal', keepsDraft = false, clears, children }: DialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const { send, sending, slow, refusal } = useSubmit(submit, onClose, clears, form);
  const { isWarned, onTyped, leave } = useLeave(submit !== undefined && !keepsDraft, onClose);
  const ready = submit !== undefined && !submit.disabled && !sending;
  useKeys(title, [{ key: 'Mod+Enter', label: submit?.label ?? '', run: send, when: ready, palette: false }], { modal: true });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (ready) send();
  }

  const heading =
    quiet === undefined ? (
      title
    ) : (
      <>
        {title}
        <span className="q">{quiet}</span>
      </>
    );
  return (
    <Sheet title={heading} onClose={leave} size={size} closesOutside={submit === undefined}>
      <form ref={form} className="sheet-form" onSubmit={onSubmit} onInput={onTyped} noValidate>
        <div className="sheet-content">
          {children}
          {refusal && <RefusalNote refusal={refusal} />}
        </div>
        <div className="sheet-foot">
          <span className="wait" role="status">
            {slow && 'Waiting for the host. Nothing is recorded yet.'}
            {isWarned && !slow && 'What you typed is not saved. Esc again leaves it.'}
          </span>
          <Button hint="Escape" onClick={onClose}>
            {submit ? 'Cancel' : 'Close'}
          </Button>
          {submit && (
            <Button type="submit" primary={!submit.danger} danger={submit.danger} hint="Mod+Enter" disabled={!ready}>
              {submit.label}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}

/** Escape closes at once where nothing was typed, else only when pressed again: a stray press must not cost what somebody wrote. */
function useLeave(guards: boolean, onClose: () => void) {
  const isTyped = useRef(false);
  const [isWarned, setWarned] = useState(false);
  function onTyped() {
    isTyped.current = true;
    setWarned(false);
  }
  function leave() {
    if (guards && isTyped.current && !isWarned) setWarned(true);
    else onClose();
  }
  return { isWarned, onTyped, leave };
}

function useSubmit(submit: Submit | undefined, onClose: () => void, clears: string | undefined, form: RefObject<HTMLFormElement | null>) {
  const [sending, setSending] = useState(false);
  const [slow, setSlow] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const gone = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its change is the reason
  useEffect(() => setRefusal(null), [clears]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    if (!sending) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 1_000);
    return () => clearTimeout(timer);
  }, [sending]);

  async function run() {
    if (!submit) return;
    const unread = form.current?.querySelector<HTMLElement>('[data-unread]');
    if (unread) {
      unread.focus();
      const name = unread.dataset.unread;
      setRefusal(refuse('unread', `What is written in “${name}” cannot be read. Nothing was saved. Mend it, or empty the field.`).refusal);
      return;
    }
    setSending(true);
    setRefusal(null);
    const result = await answerOf(submit);
    if (gone.current) return;
    setSending(false);
    if (!result.ok) setRefusal(result.refusal);
    else if (!submit.keepsOpen) onClose();
  }

  return { send: () => void run(), sending, slow, refusal };
}

async function answerOf(submit: Submit): Promise<Answer> {
  try {
    return await submit.run();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return refuse('failed', `Nothing was recorded: ${said}. What you typed is still here. Try again, or close and look at the record.`);
  }
}
