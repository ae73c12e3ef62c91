/** Letting trouble be drawn by lot. */
import { useState } from 'react';
import { refuse } from '../../../shared/base/result.ts';
import { injectionKinds } from '../../../shared/domain/drill/schema.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { kindWords } from './place-dialog.tsx';
import css from './rehearsal.module.css';

export function GenerateDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: goLiveId } = useGoLive();
  const [count, setCount] = useState<number | null>(6);
  const [seed, setSeed] = useState<number | null>(1);
  const [kinds, setKinds] = useState<readonly (typeof injectionKinds)[number][]>(injectionKinds);
  const run = async () => {
    if (count === null || seed === null || kinds.length === 0)
      return refuse('incomplete', 'Give how many, a number of the draw, and at least one kind. Nothing was put in.');
    try {
      return await client.drill.generate.mutate({ goLiveId, seed, count, kinds: [...kinds] });
    } catch (error) {
      return { ok: false as const, refusal: refusalOf(error) };
    }
  };
  return (
    <Dialog title="Generate trouble" onClose={onClose} submit={{ label: 'Generate', run }}>
      <div className={css.stack}>
        <div className={css.two}>
          <NumberField autoFocus label="How many" value={count} onChange={setCount} min={1} max={100} />
          <NumberField
            label="Number of the draw"
            hint="the same number draws the same trouble again"
            value={seed}
            onChange={setSeed}
            min={0}
          />
        </div>
        {injectionKinds.map((kind) => (
          <CheckField
            key={kind}
            label={kindWords[kind]}
            checked={kinds.includes(kind)}
            onChange={(isOn) => setKinds(isOn ? [...kinds, kind] : kinds.filter((each) => each !== kind))}
          />
        ))}
      </div>
    </Dialog>
  );
}
