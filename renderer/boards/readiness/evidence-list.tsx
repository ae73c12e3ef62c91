/** The evidence of a check: words to read, links to open, files to download. Nothing is rendered but the words. */
import { useState } from 'react';
import type { Check, Evidence } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { actLoud, refusalOf, tell } from '../../store/act.ts';
import { useLive, useRole, useTable } from '../../store/live.ts';
import { sizeText } from '../../ui/fields/picked-file.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

export function EvidenceList({ check }: { readonly check: Check }) {
  const evidence = useTable('evidence');
  const mayAct = useRole() !== 'viewer';
  const own = [...evidence.values()].filter(({ checkId }) => checkId === check.id).sort((a, b) => b.addedAt - a.addedAt);
  return (
    <Panel title="Evidence" quiet={own.length > 0 ? own.length : 'none yet'} ruled className={css.evidence}>
      {own.map((each) => (
        <div key={each.id} className={css.line}>
          <Content evidence={each} />
          <div className={`small q2 ${css.under}`}>
            <span className="cut">
              {each.addedBy}, <Time at={each.addedAt} withZone />
            </span>
            {mayAct && (
              <button type="button" className={`link ${css.end}`} onClick={() => void remove(check, each)}>
                Remove
              </button>
            )}
          </div>
        </div>
      ))}
    </Panel>
  );
}

function Content({ evidence }: { readonly evidence: Evidence }) {
  if (evidence.kind === 'text') return <p className={css.words}>{evidence.content}</p>;
  if (evidence.kind === 'link') {
    return (
      <a className={`link ${css.words}`} href={evidence.content} target="_blank" rel="noreferrer noopener">
        {evidence.content}
      </a>
    );
  }
  return <Download evidence={evidence} />;
}

function Download({ evidence }: { readonly evidence: Evidence }) {
  const [isFetching, setFetching] = useState(false);
  async function download() {
    setFetching(true);
    await save(evidence.id);
    setFetching(false);
  }
  return (
    <p className={css.under}>
      <span className="cut" title={evidence.content}>
        {evidence.content}
      </span>
      <span className="f q nw">{sizeText(evidence.size)}</span>
      <button
        type="button"
        className={`link ${css.end}`}
        disabled={isFetching}
        onClick={() => void download()}
        aria-label={`Download ${evidence.content}`}
      >
        {isFetching ? 'Fetching' : 'Download'}
      </button>
    </p>
  );
}

function remove(check: Check, evidence: Evidence) {
  return actLoud(client.readiness.removeEvidence, { evidenceId: evidence.id }, `${check.ref} evidence removed`);
}

async function save(evidenceId: string): Promise<void> {
  try {
    const file = await client.readiness.evidenceFile.query({ goLiveId: useLive.getState().goLiveId ?? '', evidenceId });
    if (!file.ok) return tell(file.refusal);
    // Always as plain bytes, so that no browser opens what was sent in place of saving it.
    const bytes = bytesOf(file.base64);
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } catch (error) {
    tell(refusalOf(error));
  }
}

/** A plain loop: a callback for each of 25 million bytes holds the screen up for a second. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
