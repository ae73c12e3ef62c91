/** The record this go-live lies in: prove it, make a backup. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { Button } from '../../ui/button.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import css from './go-live.module.css';

interface Said {
  readonly state: MarkState;
  /** One word or two beside the mark. */
  readonly result: string;
  readonly words: string;
}

const FEW = 3;

export function RecordPanel({ mayBackUp }: { readonly mayBackUp: boolean }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [isWorking, setWorking] = useState(false);
  async function tell(answer: () => Promise<Said>) {
    setWorking(true);
    setSaid(null);
    setSaid(await answer().catch((error: unknown): Said => ({ state: 'failed', result: 'Not done', words: refusalOf(error).reason })));
    setWorking(false);
  }
  return (
    <section className={css.group} aria-label="Record">
      <h3>Record</h3>
      <div className="btns">
        <Button onClick={() => void tell(verify)} disabled={isWorking}>
          Verify now
        </Button>
        {mayBackUp && (
          <Button onClick={() => void tell(backUp)} disabled={isWorking}>
            Back up now
          </Button>
        )}
      </div>
      <div role="status">
        {isWorking && <Mark state="in-progress">Working</Mark>}
        {said && (
          <>
            <Mark state={said.state}>{said.result}</Mark>
            <p className={css.words}>{said.words}</p>
          </>
        )}
      </div>
    </section>
  );
}

async function verify(): Promise<Said> {
  const { faults, entries, rows, lastHash, file } = await client.record.verify.query({});
  if (faults.length === 0) {
    const words = `Every row of ${file} follows from its journal: ${rows} rows, ${entries} entries. Last hash ${lastHash.slice(0, 16)}.`;
    return { state: 'finished', result: 'Proven', words };
  }
  const more = faults.length > FEW ? ` And ${faults.length - FEW} more.` : '';
  const words = `${faults.slice(0, FEW).join('; ')}.${more} Keep ${file} as it is and go on from a backup made before.`;
  return { state: 'failed', result: 'Not proven', words };
}

async function backUp(): Promise<Said> {
  const { file } = await client.record.backUp.mutate({});
  return { state: 'finished', result: 'Backup made', words: `It lies in ${file}.` };
}
