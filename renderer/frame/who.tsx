/** Who is in the room, and who sits before this screen. */
import { useState } from 'react';
import { useLive, useTable } from '../store/live.ts';
import { WhoDialog } from './who-dialog.tsx';

const MOST = 4;

export function Who() {
  const [isAsking, setAsking] = useState(false);
  const screens = useLive((live) => live.screens);
  const me = useLive((live) => live.me);
  const people = useTable('person');
  const present = [...new Set(screens.flatMap(({ personId }) => (personId && people.has(personId) ? [personId] : [])))];
  const ordered = [...present].sort((a, b) => Number(b === me) - Number(a === me));
  const unknown = screens.filter(({ personId }) => personId === null).length;
  const rest = present.length - MOST;
  return (
    <>
      <button type="button" className="here" onClick={() => setAsking(true)} title="Say who sits before this screen">
        <span className="lb">{me ? `In the room, ${screens.length}` : `In the room, ${screens.length}. Who are you?`}</span>
        <span className="who">
          {ordered.slice(0, MOST).map((id) => (
            <i key={id} className={id === me ? 'me' : ''} title={people.get(id)?.name}>
              {initials(people.get(id)?.name ?? '')}
            </i>
          ))}
          {rest > 0 && <span className="f q2">+{rest}</span>}
          {unknown > 0 && (
            <i className="away" title={`${unknown} ${unknown === 1 ? 'screen has' : 'screens have'} not said who sits there`}>
              ?{unknown > 1 ? unknown : ''}
            </i>
          )}
        </span>
      </button>
      {isAsking && <WhoDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function initials(name: string): string {
  const parts = name.split(/[\s.]+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((part) => part?.[0]?.toUpperCase() ?? '').join('');
}
