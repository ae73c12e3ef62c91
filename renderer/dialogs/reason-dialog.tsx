/** Asks for the words an act needs, and when it happened if that was not just now. */
import { type ReactNode, useState } from 'react';
import { type Answer, Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { useWhen, WhenField } from './when-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** The reference it is about. */
  readonly about: string;
  /** What is asked: `How it was resolved`. */
  readonly label: string;
  readonly hint?: string;
  /** The act as a verb. */
  readonly verb: string;
  readonly danger?: boolean;
  /** False lets the words be left out. True unless told. */
  readonly required?: boolean;
  /** Further fields, before the words. */
  readonly children?: ReactNode;
  /** `occurredAt` is undefined for now. */
  readonly run: (reason: string, occurredAt: number | undefined) => Promise<Answer>;
  readonly onClose: () => void;
}

export function ReasonDialog({ title, about, label, hint, verb, danger, required = true, children, run, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const when = useWhen();
  const disabled = when.value === null || (required && reason.trim() === '');
  return (
    <Dialog
      title={title}
      quiet={about}
      onClose={onClose}
      submit={{ label: verb, danger, disabled, run: () => run(reason, when.occurredAt) }}
      size="narrow"
    >
      {children}
      <TextArea label={label} hint={hint} value={reason} onChange={setReason} maxLength={2_000} required={required} autoFocus />
      <WhenField when={when} />
    </Dialog>
  );
}
