/** Logging a ticket in one line, from anywhere. Enter logs and waits for the next; what looks like it is shown while typing. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { refMaker } from '../../../shared/domain/refs.ts';
import { type LookAlike, lookAlikes } from '../../../shared/domain/ticket/look-alikes.ts';
import { parseQuickLine } from '../../../shared/domain/ticket/quick-line.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act, undo } from '../../store/act.ts';
import { useLive, useRows } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Key } from '../../ui/key.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Alike } from './alike.tsx';
import { knownNames } from './known-names.ts';
import { MOST_CHARACTERS, ReadLine } from './read-line.tsx';
import styles from './ticket.module.css';

interface Logged {
  readonly seq: number;
  readonly words: string;
}

export function QuickTicket({ onClose }: { readonly onClose: () => void }) {
  const rows = useRows();
  const known = useMemo(() => knownNames(rows), [rows]);
  const [line, setLine] = useDraft();
  const [reporter, setReporter] = useState('');
  const [detail, setDetail] = useState('');
  const when = useWhen();
  const [logged, setLogged] = useState<Logged | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const read = parseQuickLine(line, known);
  const alike = useMemo(() => lookAlikes(rows, read.title), [rows, read.title]);
  const nextRef = useMemo(() => refMaker('ticket', rows.ticket.values())(), [rows.ticket]);
  const mayLog = read.title !== '' && read.title.length <= MOST_CHARACTERS && !isSending && when.value !== null;

  async function send(request: () => ReturnType<typeof act>, words: (ref: string) => string) {
    setSending(true);
    const outcome = await request();
    setSending(false);
    if (!outcome.ok) return setRefusal(outcome.refusal);
    setRefusal(null);
    setLogged({ seq: outcome.seq, words: words(refOf(outcome.rowId)) });
    setLine('');
    setReporter('');
    setDetail('');
    input.current?.focus();
  }

  function log() {
    if (!mayLog) return;
    const { title, department, priority, category } = read;
    const fields = {
      title,
      department,
      category,
      reporter,
      detail,
      occurredAt: when.occurredAt,
      ...(priority === null ? {} : { priority }),
    };
    void send(
      () => act(client.ticket.logTicket, fields),
      (ref) => `${ref} logged: ${title}`,
    );
  }

  function join({ kind, id, ref }: LookAlike) {
    const content = `Reported again: ${[read.title, read.department, reporter].filter(Boolean).join(', ')}`;
    void send(
      () => act(client.timeline.addNote, { content, subject: kind, subjectId: id, occurredAt: when.occurredAt }),
      () => `Noted on ${ref}, no new ticket`,
    );
  }

  function takeBack() {
    if (!logged) return;
    void undo(logged.seq);
    setLogged(null);
    input.current?.focus();
  }

  useKeys('Log a ticket', [{ key: 'Mod+Enter', label: 'log', run: log, palette: false }], { modal: true });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      log();
    } else if (event.key === 'ArrowDown' && alike.length > 0) {
      event.preventDefault();
      document.getElementById(`alike-${alike[0]?.id}`)?.focus();
    }
  }

  return (
    <Sheet title="Log a ticket" onClose={onClose} size="wide" closesOutside={false}>
      <div className={styles.quick}>
        <input
          ref={input}
          className={`in ${styles.line}`}
          // biome-ignore lint/a11y/noAutofocus: the line must take the very first key; the window's own focus comes a moment later
          autoFocus
          data-autofocus
          aria-label="The ticket in one line"
          placeholder="VAT wrong on invoice print @finance !2 #training"
          autoComplete="off"
          maxLength={400}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <ReadLine read={read} nextRef={nextRef} />
        {refusal && <RefusalNote refusal={refusal} />}
        {alike.length > 0 && <Alike found={alike} onJoin={join} onLeave={() => input.current?.focus()} />}
        <div className="fields">
          <TextField label="Reporter" value={reporter} onChange={setReporter} />
          <WhenField when={when} label="When it was reported" />
        </div>
        <TextArea label="Detail" rows={2} value={detail} onChange={setDetail} />
        <div className={styles.logged} role="status">
          {logged && (
            <>
              <Mark state="finished" bare />
              <span className="cut">{logged.words}</span>
              <Button onClick={takeBack}>Undo</Button>
            </>
          )}
        </div>
      </div>
      <div className="sheet-foot">
        <span className="wait">
          <Key stroke="Enter" /> in the line logs and waits for the next
        </span>
        <Button hint="Escape" onClick={onClose}>
          Put away
        </Button>
        <Button primary hint="Mod+Enter" disabled={!mayLog} onClick={log}>
          Log ticket
        </Button>
      </div>
    </Sheet>
  );
}

/* What was typed when the window was put away: nobody loses a ticket to a stray Escape. */
let draft = '';

function useDraft() {
  const [line, setLine] = useState(draft);
  const write = (text: string) => {
    draft = text;
    setLine(text);
  };
  return [line, write] as const;
}

/** The entry may reach this screen after the answer: then the reference is not known yet. */
function refOf(ticketId: string | null): string {
  return useLive.getState().rows.ticket.get(ticketId ?? '')?.ref ?? 'Ticket';
}
