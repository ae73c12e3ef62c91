/** The views of the runbook, in the order of their keys. Those that need much code are loaded when they are first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { View } from '../board-query.ts';
import type { ViewProps } from '../view-props.ts';
import { TableView } from './table-view.tsx';

export const viewWords: Readonly<Record<View, string>> = {
  table: 'Table',
  gantt: 'Gantt',
  map: 'Map',
  lanes: 'Lanes',
  list: 'List',
  'burn-up': 'Burn-up',
  edit: 'Edit plan',
};

type Shown = ComponentType<ViewProps> | LazyExoticComponent<ComponentType<ViewProps>>;

export const viewParts: Readonly<Record<View, Shown>> = {
  table: TableView,
  gantt: lazy(async () => ({ default: (await import('../gantt/gantt-view.tsx')).GanttView })),
  map: lazy(async () => ({ default: (await import('../map/map-view.tsx')).MapView })),
  lanes: lazy(async () => ({ default: (await import('../lanes/lanes-view.tsx')).LanesView })),
  list: lazy(async () => ({ default: (await import('./list-view.tsx')).ListView })),
  'burn-up': lazy(async () => ({ default: (await import('./burn-up-view.tsx')).BurnUpView })),
  edit: lazy(async () => ({ default: (await import('../plan/edit-view.tsx')).EditView })),
};
