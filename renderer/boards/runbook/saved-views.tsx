/** The views of the runbook that people saved for everybody: open one, keep the present one, remove one. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { act, actLoud } from '../../store/act.ts';
import { useRole, useTable } from '../../store/live.ts';
import { lookAt } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { type BoardQuery, queryText } from './board-query.ts';
import css from './runbook.module.css';

export function SavedViews({ query, onClose }: { readonly query: BoardQuery; readonly onClose: () => void }) {
  const saved = [...useTable('savedView').values()].sort((a, b) => a.name.localeCompare(b.name));
  const mayAct = useRole() !== 'viewer';
  const [name, setName] = useState('');
  const open = (text: string) => {
    lookAt(text);
    onClose();
  };
  return (
    <Dialog
      title="Views"
      quiet="For everybody in the room"
      onClose={onClose}
      submit={
        mayAct
          ? {
              label: 'Save the present view',
              disabled: name.trim() === '',
              run: () => act(client.view.saveView, { name, query: queryText(query) }, `View ${name.trim()} saved`),
            }
          : undefined
      }
    >
      {saved.length === 0 && <p className="q">Nobody saved a view yet. A view keeps the filter, the groups and how the tasks are drawn.</p>}
      <ul className={css.saved}>
        {saved.map((view) => (
          <li key={view.id}>
            <Button onClick={() => open(view.query)}>{view.name}</Button>
            <span className="q small">by {view.savedBy}</span>
            {mayAct && (
              <Button onClick={() => void actLoud(client.view.removeView, { viewId: view.id }, `View ${view.name} removed`)}>
                Remove<span className="sr"> {view.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayAct && (
        <TextField
          label="Name for the present view"
          hint="The same name again replaces it."
          autoFocus
          maxLength={80}
          value={name}
          onChange={setName}
        />
      )}
    </Dialog>
  );
}
