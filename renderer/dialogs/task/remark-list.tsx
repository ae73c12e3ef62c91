/** What people said about a task, and saying something: a name after @ tells that person on Mine. */
import { useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { mentionsIn } from '../../../shared/domain/runbook/work/mentions.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { leftOf, useKeptText } from '../../store/kept-text.ts';
import { useRole, useTable } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Time } from '../../ui/time.tsx';
import { MentionField } from './mention-field.tsx';
import css from './task-work.module.css';

export function RemarkList({ task }: { readonly task: Task }) {
  const remarks = useTable('remark');
  const mayAct = useRole() !== 'viewer';
  const own = useMemo(
    () => [...remarks.values()].filter(({ taskId }) => taskId === task.id).sort((a, b) => b.at - a.at),
    [remarks, task.id],
  );
  return (
    <section aria-label="Remarks">
      <h3>Remarks {own.length > 0 && <span className="f">{own.length}</span>}</h3>
      {mayAct && <NewRemark key={task.id} task={task} />}
      {own.map(({ id, by, at, content }) => (
        <p key={id} className={css.remark}>
          <span className="q small nw">
            <Time at={at} /> {by}
          </span>{' '}
          {content}
        </p>
      ))}
      {own.length === 0 && !mayAct && <p className="q">Nobody said anything yet.</p>}
    </section>
  );
}

function NewRemark({ task }: { readonly task: Task }) {
  const people = useTable('person');
  const [content, setContent] = useKeptText(`remark ${task.id}`);
  const typed = useRef(content);
  typed.current = content;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const named = mentionsIn(content, people.values());
  const hint =
    named.unclear.length > 0
      ? `@${named.unclear[0]} is nobody in the roster, or more than one.`
      : named.ids.length > 0
        ? `Tells ${named.ids.map((id) => people.get(id)?.name).join(', ')}.`
        : undefined;
  async function send() {
    setSending(true);
    const outcome = await act(client.work.addRemark, { taskId: task.id, content }, `${task.ref} remark written`);
    setSending(false);
    setRefusal(outcome.ok ? null : outcome.refusal);
    if (outcome.ok) setContent(leftOf(typed.current, content)); // what was typed while it was sent stays
  }
  return (
    <div className={css.newRemark}>
      <MentionField
        label="Say something"
        hint={hint}
        people={[...people.values()]}
        value={content}
        onChange={setContent}
        placeholder="@name tells them"
      />
      {content.trim() !== '' && (
        <Button disabled={isSending} onClick={() => void send()}>
          Write
        </Button>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
    </div>
  );
}
