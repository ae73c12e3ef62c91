/** The command and the address of a task, each with a press that copies it. An address of the web can also be opened. */
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { webAddress } from '../../../shared/domain/runbook/work/web-address.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import css from './task-work.module.css';

/** Nothing at all where the task has neither. */
export function ToCopy({ task: { command, address } }: { readonly task: Pick<Task, 'command' | 'address'> }) {
  if (!command && !address) return null;
  const href = webAddress(address);
  return (
    <section aria-label="To copy">
      {command && (
        <div className={css.copy}>
          <code className="f">{command}</code>
          <Button onClick={() => void copyText(command, 'Command')}>Copy command</Button>
        </div>
      )}
      {address && (
        <div className={css.copy}>
          {href ? (
            <a className="link" href={href} target="_blank" rel="noreferrer noopener">
              {address}
            </a>
          ) : (
            <span>{address}</span>
          )}
          <Button onClick={() => void copyText(address, 'Address')}>Copy address</Button>
        </div>
      )}
    </section>
  );
}
