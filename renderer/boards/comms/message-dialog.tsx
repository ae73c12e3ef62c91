/** Writes or changes a message: to whom, through what, which words, with the fields that can be filled in. */
import { useState } from 'react';
import { fieldWords } from '../../../shared/domain/comms/fields.ts';
import type { MessageLine } from '../../../shared/domain/comms/plan.ts';
import type { Announcement } from '../../../shared/domain/comms/schema.ts';
import { type TemplateKey, templateKeys, templates } from '../../../shared/domain/comms/templates.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import css from './comms.module.css';
import { channelOptions } from './lines.ts';

interface MessageDialogProps {
  /** Null for a new message that was not planned; a line without words gets its first ones. */
  readonly line: MessageLine | null;
  readonly onClose: () => void;
}

type Words = Pick<Announcement, 'audience' | 'channel' | 'subject' | 'content'>;

export function MessageDialog({ line, onClose }: MessageDialogProps) {
  const known = line?.announcement ?? null;
  const [template, setTemplate] = useState<TemplateKey | null>(null);
  const [words, setWords] = useState<Words>(known ?? { audience: '', channel: 'mail', subject: line?.task?.title ?? '', content: '' });
  const tie = <Field extends keyof Words>(field: Field) => ({
    value: words[field],
    onChange: (value: Words[Field]) => setWords((before) => ({ ...before, [field]: value })),
  });

  function take(key: TemplateKey | null) {
    setTemplate(key);
    if (key) setWords(({ channel }) => ({ channel, ...pick(templates[key]) }));
  }

  function run() {
    const { audience, channel, subject, content } = words;
    const fields = { audience, channel, subject, content };
    if (known) return act(client.comms.editAnnouncement, { announcementId: known.id, ...fields }, 'Message saved');
    return act(client.comms.addAnnouncement, { taskId: line?.task?.id ?? null, template: template ?? '', ...fields }, 'Message written');
  }

  const title = known ? 'Edit the message' : 'Write a message';
  return (
    <Dialog
      title={title}
      quiet={line?.task?.ref ?? 'not planned'}
      onClose={onClose}
      submit={{ label: known ? 'Save' : 'Write', disabled: words.subject.trim() === '', run }}
    >
      {!known && (
        <SelectField
          label="What it announces"
          placeholder="Anything else"
          clearable
          autoFocus
          value={template}
          onChange={take}
          options={templateKeys.map((value) => ({ value, label: templates[value].title }))}
        />
      )}
      <TextField label="To whom" autoFocus={known !== null} {...tie('audience')} />
      <SelectField
        label="Through"
        value={words.channel}
        onChange={(channel) => channel && tie('channel').onChange(channel)}
        options={channelOptions}
      />
      <TextField label="Subject" required {...tie('subject')} />
      <TextArea label="Words" rows={8} {...tie('content')} />
      <details>
        <summary className="q2">Fields in braces are filled when it goes out</summary>
        <dl className={css.fields}>
          {Object.entries(fieldWords).map(([name, says]) => (
            <div key={name}>
              <dt className="f">{`{${name}}`}</dt>
              <dd className="q2">{says}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Dialog>
  );
}

function pick({ audience, subject, content }: Pick<Words, 'audience' | 'subject' | 'content'>) {
  return { audience, subject, content };
}
