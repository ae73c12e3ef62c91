/** Whether a person has a PIN; they set their own, and a manager clears one that was forgotten. */
import { useState } from 'react';
import type { Person } from '../../../shared/domain/roster/schema.ts';
import { client } from '../../client/client.ts';
import { PinDialog } from '../../dialogs/pin-dialog.tsx';
import { actLoud } from '../../store/act.ts';
import { useMe, useRole } from '../../store/live.ts';
import { Time } from '../../ui/time.tsx';
import styles from './roster.module.css';

export function PinOf({ person, mayAct }: { readonly person: Person; readonly mayAct: boolean }) {
  const isMe = useMe() === person.id;
  const isManager = useRole() === 'manager';
  const [isAsking, ask] = useState(false);
  return (
    <>
      <h3 className={styles.head}>PIN</h3>
      <p className="q2">
        {person.pinSetAt === null ? (
          'Not set. '
        ) : (
          <>
            Set <Time at={person.pinSetAt} />.{' '}
          </>
        )}
        {mayAct && isMe && (
          <button type="button" className="link" onClick={() => ask(true)}>
            {person.pinSetAt === null ? 'Set your PIN' : 'Change it'}
          </button>
        )}
        {isManager && !isMe && person.pinSetAt !== null && (
          <button type="button" className="link" onClick={() => void actLoud(client.roster.clearPin, { personId: person.id })}>
            Clear it
          </button>
        )}
      </p>
      {isAsking && <PinDialog person={person} onClose={() => ask(false)} />}
    </>
  );
}
