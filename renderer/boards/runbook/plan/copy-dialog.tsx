/** Copies a part of another go-live's plan: choose the go-live, what of it, look at it, copy it as one act. */
import { useEffect, useState } from 'react';
import { client } from '../../../client/client.ts';
import { act, refusalOf, tell } from '../../../store/act.ts';
import { useGoLive } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { CheckField } from '../../../ui/fields/check-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { chosenPeople, PeopleMap } from './people-map.tsx';
import css from './plan.module.css';

type Source = Awaited<ReturnType<typeof client.plan.sources.query>>[number];
type Preview = Awaited<ReturnType<typeof client.plan.copyPreview.query>>;
const parts = [
  { kind: 'groups', as: 'groupIds', head: 'Groups' },
  { kind: 'phases', as: 'phases', head: 'Phases' },
  { kind: 'streams', as: 'streams', head: 'Streams' },
] as const;
type Part = (typeof parts)[number]['as'];
const nothing: Readonly<Record<Part, readonly string[]>> = { groupIds: [], phases: [], streams: [] };
const MINUTE = 60_000;

export function CopyDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: goLiveId } = useGoLive();
  const [sources, setSources] = useState<readonly Source[] | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [choice, setChoice] = useState(nothing);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [people, setPeople] = useState<Readonly<Record<string, string | null>>>({});
  const [shift, setShift] = useState<number | null>(0);
  useEffect(() => {
    client.plan.sources
      .query({ goLiveId })
      .then(setSources)
      .catch((error) => tell(refusalOf(error)));
  }, [goLiveId]);
  useEffect(() => {
    if (from === null) return;
    let isHere = true;
    client.plan.copyPreview
      .query({ goLiveId, from, choice: asked(choice) })
      .then((found) => isHere && setPreview(found))
      .catch((error) => tell(refusalOf(error)));
    return () => {
      isHere = false;
    };
  }, [goLiveId, from, choice]);
  const source = sources?.find(({ id }) => id === from) ?? null;
  const toggle = (as: Part, key: string, isOn: boolean) =>
    setChoice((before) => ({ ...before, [as]: isOn ? [...before[as], key] : before[as].filter((each) => each !== key) }));
  const run = () => {
    if (!source || !preview) return { ok: true as const };
    const fields = {
      from: source.id,
      choice: asked(choice),
      shiftMs: Math.round((shift ?? 0) * MINUTE),
      people: chosenPeople(preview.people, people),
    };
    return act(client.plan.copyPlan, fields, `${preview.tasks} tasks copied from ${source.ref}`);
  };
  return (
    <Dialog
      title="Copy from another go-live"
      size="wide"
      onClose={onClose}
      submit={{ label: preview?.tasks ? `Copy ${preview.tasks} tasks` : 'Copy', run, disabled: !preview || preview.tasks === 0 }}
    >
      {sources?.length === 0 ? (
        <p>No other go-live of this record has a plan.</p>
      ) : (
        <SelectField
          label="Go-live"
          autoFocus
          options={(sources ?? []).map(({ id, ref, name, tasks }) => ({ value: id, label: `${ref} ${name}, ${tasks} tasks` }))}
          value={from}
          onChange={(id) => {
            setFrom(id);
            setChoice(nothing);
            setPreview(null);
          }}
        />
      )}
      {source && (
        <div className={css.scroll}>
          {parts.map(({ kind, as, head }) =>
            source[kind].length === 0 ? null : (
              <fieldset key={kind}>
                <legend className="small q2">{head}</legend>
                {source[kind].map(({ key, label, tasks }) => (
                  <CheckField
                    key={key}
                    label={`${label}, ${tasks}`}
                    checked={choice[as].includes(key)}
                    onChange={(isOn) => toggle(as, key, isOn)}
                  />
                ))}
              </fieldset>
            ),
          )}
        </div>
      )}
      {preview && preview.tasks > 0 && (
        <>
          <p role="status">
            {preview.tasks} tasks, {preview.steps} steps and {preview.links} links would be copied to the end of the plan
            {preview.linksLeft > 0 && `; ${preview.linksLeft} links to tasks that are not chosen are left out`}.
          </p>
          <ul className={`${css.scroll} ${css.links}`}>
            {preview.lines.map(({ ref, title, isGroup }) => (
              <li key={ref}>
                <span className="f q2">{ref}</span>
                <span className={isGroup ? 'name' : ''}>{title}</span>
              </li>
            ))}
          </ul>
          <NumberField label="Move starts by" unit="min" value={shift} onChange={setShift} />
          <PeopleMap people={preview.people} chosen={people} onChoose={(name, id) => setPeople({ ...people, [name]: id })} />
        </>
      )}
    </Dialog>
  );
}

function asked(choice: typeof nothing) {
  return { groupIds: [...choice.groupIds], phases: [...choice.phases], streams: [...choice.streams] };
}
