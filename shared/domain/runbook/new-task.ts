/** A task as it is before anybody said more about it than its title. */
import { type Task, task as tasks } from './schema.ts';

export const newTask: Omit<Task, 'id' | 'goLiveId' | 'ref' | 'position' | 'title'> = {
  detail: '',
  kind: 'task',
  phase: '',
  stream: '',
  ownerIds: [],
  startOffset: null,
  durationMs: 0,
  status: 'planned',
  actualStart: null,
  actualEnd: null,
  reason: '',
  blockedAt: null,
  comments: '',
  sourceId: '',
  extra: {},
  catalogueIds: [],
  ...tasks.added,
};
