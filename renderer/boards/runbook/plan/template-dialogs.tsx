/** Groups of tasks kept for other go-lives: save one, insert one, retire one. */
import { useEffect, useState } from 'react';
import { offsetText, readOffset } from '../../../../shared/domain/runbook/exchange/texts.ts';
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import { client } from '../../../client/client.ts';
import { act, refusalOf, tell } from '../../../store/act.ts';
import { useGoLive, useRole } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { chosenPeople, PeopleMap } from './people-map.tsx';
import css from './plan.module.css';

type Template = Awaited<ReturnType<typeof client.plan.templates.query>>[number];

interface SaveProps {
  readonly tasks: readonly Task[];
  readonly count: number;
  readonly onClose: () => void;
}

export function SaveTemplateDialog({ tasks, count, onClose }: SaveProps) {
  const [name, setName] = useState(tasks[0]?.title ?? '');
  const run = () => act(client.plan.saveTemplate, { taskIds: tasks.map(({ id }) => id), name }, undefined);
  return (
    <Dialog
      title="Save as template"
      quiet={`${count} tasks`}
      size="narrow"
      onClose={onClose}
      submit={{ label: 'Save template', run, disabled: name.trim() === '' }}
    >
      <TextField label="Name" required autoFocus value={name} onChange={setName} />
      <p className="q2">Tasks, steps, how to take them back, and the links between them are kept. Owners are kept by name and role.</p>
    </Dialog>
  );
}

export function TemplatesDialog({ behind, onClose }: { readonly behind: Task | null; readonly onClose: () => void }) {
  const { id: goLiveId } = useGoLive();
  const isManager = useRole() === 'manager';
  const [all, setAll] = useState<readonly Template[] | null>(null);
  const [chosen, setChosen] = useState<Template | null>(null);
  const [people, setPeople] = useState<Readonly<Record<string, string | null>>>({});
  const [start, setStart] = useState('');
  const load = () => {
    client.plan.templates
      .query({ goLiveId })
      .then(setAll)
      .catch((error) => tell(refusalOf(error)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when the dialog opens
  useEffect(load, []);
  const choose = (template: Template) => {
    setChosen(template);
    setPeople({});
    setStart(offsetText(template.firstStart));
  };
  const retire = async ({ id, isRetired }: Template) => {
    try {
      const answer = await client.plan.retireTemplate.mutate({ templateId: id, isRetired: !isRetired });
      if (!answer.ok) tell(answer.refusal);
      load();
    } catch (error) {
      tell(refusalOf(error));
    }
  };
  const at = start.trim() === '' ? null : readOffset(start);
  const run = () => {
    if (!chosen) return { ok: true as const };
    const place = { parentId: behind?.parentId ?? null, behindId: behind?.id ?? null };
    const fields = { templateId: chosen.id, ...place, startOffset: at?.ok ? at.value : null, people: chosenPeople(chosen.people, people) };
    return act(client.plan.insertTemplate, fields, `${chosen.tasks} tasks of “${chosen.name}” inserted`);
  };
  return (
    <Dialog
      title="Templates"
      quiet={behind ? `inserted behind ${behind.ref}` : 'inserted first'}
      size="wide"
      onClose={onClose}
      submit={{ label: chosen ? `Insert ${chosen.tasks} tasks` : 'Insert', run, disabled: !chosen || (at !== null && !at.ok) }}
    >
      {all?.length === 0 && <p>No template yet. Choose tasks or a group in the plan and save them as one.</p>}
      <ul className={css.links}>
        {all?.map((template) => (
          <li key={template.id}>
            <span className={template.isRetired ? 'q2' : 'name'}>{template.name}</span>
            <span className="q2 cut" title={template.titles.join('\n')}>
              {template.tasks} tasks, {template.links} links, saved by {template.savedBy}
              {template.isRetired && ', retired'}
            </span>
            <span className="btns">
              <Button disabled={template.isRetired} primary={chosen?.id === template.id} onClick={() => choose(template)}>
                Choose
              </Button>
              {isManager && <Button onClick={() => void retire(template)}>{template.isRetired ? 'Offer again' : 'Retire'}</Button>}
            </span>
          </li>
        ))}
      </ul>
      {chosen && (
        <>
          {chosen.firstStart !== null && (
            <TextField
              label="First start"
              mono
              hint="The other starts keep their distance from it."
              error={at && !at.ok ? at.reason : undefined}
              value={start}
              onChange={setStart}
            />
          )}
          <PeopleMap people={chosen.people} chosen={people} onChoose={(name, id) => setPeople({ ...people, [name]: id })} />
        </>
      )}
    </Dialog>
  );
}
