/** The words for acts on the plan as a whole: many tasks edited, moved, grouped, removed, and pieces of plans. */
import { changedFields, counted, refOf, type Teller, type Told, withTail } from './told.ts';

export const planWords: Readonly<Record<string, Teller>> = {
  'plan.edit': edited,
  'plan.remove': ({ main, ref, title }) =>
    main.length > 1 ? `${counted(main.length, 'task')} removed from the plan` : withTail(`${ref} removed`, title),
  'plan.arrange': ({ main, ref }) => `${main.length > 1 ? counted(main.length, 'task') : ref} moved in the plan`,
  'plan.group': ({ main, ref, title }) => withTail(`${ref} made a group of ${counted(Math.max(0, main.length - 1), 'task')}`, title),
  'plan.ungroup': ({ main, rows }) => {
    const group = main.find(({ set }) => set === null);
    return withTail(`${String(group?.was?.ref ?? refOf('task', group?.id, rows)) || 'A group'} is a group no more`, group?.was?.title);
  },
  'plan.space': ({ main }) => `Room made between ${counted(main.length, 'task')} of the plan`,
  'plan.insert': ({ main, entry }) => withTail(`${counted(main.length, 'task')} inserted from a template`, entry.note),
  'plan.copy': ({ main, entry }) => withTail(`${counted(main.length, 'task')} copied from another go-live`, entry.note),
  'template.save': ({ row }) => withTail('Template saved', row.name),
  'template.retire': ({ row }) => withTail(row.isRetired ? 'Template retired' : 'Template offered again', row.name),
};

function edited({ entry, main, ref, set }: Told): string {
  const tasks = main.filter(({ table }) => table === 'task');
  const added = tasks.filter(({ was }) => was === null).length;
  const links = entry.changes.filter(({ table }) => table === 'link').length;
  const changed = tasks.length - added;
  const parts = [
    ...(added > 0 ? [`${counted(added, 'task')} added`] : []),
    ...(changed === 1 && added === 0
      ? [withTail(`${ref} edited`, changedFields(set))]
      : changed > 0
        ? [`${counted(changed, 'task')} edited`]
        : []),
    ...(links > 0 ? [`${counted(links, 'link')} changed`] : []),
  ];
  return parts.join(', ') || 'Plan edited';
}
