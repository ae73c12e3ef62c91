/** The record this go-live lies in: prove it, make a backup. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useRole } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import css from './go-live.module.css';

interface Said {
  readonly state: MarkState;
  readonly words: string;
}

export function RecordPanel({ mayBackUp }: { readonly mayBackUp: boolean }) {
  const [said, setSaid] = useState<Said | null>(null);
  const isViewer = useRole() === 'viewer';
  const tell = (answer: Promise<Said>) => {
    setSaid({ state: 'in-progress', words: 'Working' });
    void answer.catch((error: unknown): Said => ({ state: 'failed', words: refusalOf(error).reason })).then(setSaid);
  };
  const verify = async (): Promise<Said> => {
    const { faults, entries, rows, file } = await client.record.verify.query({});
    if (faults.length > 0) return { state: 'failed', words: `Not proven: ${faults.slice(0, 3).join('; ')}` };
    return { state: 'finished', words: `Proven: ${entries} entries, ${rows} rows in ${file}` };
  };
  const backUp = async (): Promise<Said> => ({ state: 'finished', words: `Backup made: ${(await client.record.backUp.mutate({})).file}` });
  return (
    <section className={css.group} aria-label="Record">
      <h3>Record</h3>
      <div className="btns">
        <Button onClick={() => tell(verify())} disabled={isViewer}>
          Verify now
        </Button>
        {mayBackUp && <Button onClick={() => tell(backUp())}>Back up now</Button>}
      </div>
      <p role="status">{said && <Mark state={said.state}>{said.words}</Mark>}</p>
    </section>
  );
}
