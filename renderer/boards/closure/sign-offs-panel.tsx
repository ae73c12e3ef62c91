/** Who has to sign, and who has. */
import type { SignOff } from '../../../shared/domain/closure/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './closure.module.css';

interface SignOffsPanelProps {
  readonly signOffs: readonly SignOff[];
  readonly mayAct: boolean;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onSign: () => void;
}

export function SignOffsPanel({ signOffs, mayAct, selectedId, onSelect, onSign }: SignOffsPanelProps) {
  const accepted = signOffs.filter(({ decision }) => decision === 'accepted').length;
  return (
    <Panel
      title="Sign-offs"
      quiet={`${accepted} of ${signOffs.length} accepted`}
      className={`split above ${styles.withActs}`}
      ruled
      end={
        mayAct && (
          <Button hint="S" onClick={onSign} disabled={signOffs.length === 0}>
            Sign
          </Button>
        )
      }
    >
      <Table
        label="Sign-offs"
        rows={signOffs}
        columns={columns}
        rowId={({ id }) => id}
        selectedId={selectedId}
        onSelect={onSelect}
        onOpen={() => mayAct && onSign()}
        empty="Nothing has to be signed."
      />
    </Panel>
  );
}

const columns: readonly Column<SignOff>[] = [
  {
    key: 'subject',
    head: 'Signed for',
    width: '2fr',
    min: 130,
    cell: ({ subject }) => subject,
    title: ({ subject }) => subject,
    className: 'name',
  },
  { key: 'role', head: 'By', width: '2fr', min: 110, cell: ({ role }) => role, title: ({ role }) => role, className: 'q2' },
  {
    key: 'decision',
    head: 'Decision',
    width: 104,
    cell: ({ decision }) => {
      if (decision === null) return <Mark state="awaited" />;
      return decision === 'accepted' ? <Mark state="finished">Accepted</Mark> : <Mark state="no-go">Refused</Mark>;
    },
    title: ({ note }) => note,
  },
  {
    key: 'signed',
    head: 'Signed',
    width: '2fr',
    min: 110,
    cell: ({ signedBy, signedAt }) =>
      signedAt !== null && (
        <>
          {signedBy} <Time at={signedAt} withZone />
        </>
      ),
    title: ({ signedBy, note }) => [signedBy, note].filter(Boolean).join(': '),
  },
];
