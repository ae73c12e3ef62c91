/** Rows for the gallery's tables. */
import type { MarkState } from '../../../renderer/ui/mark.tsx';

export interface Area {
  readonly name: string;
  readonly owner: string;
  readonly weight: number;
  readonly passed: number;
  readonly waived: number;
  readonly inWork: number;
  readonly open: number;
  readonly failed: number;
}

function area(name: string, owner: string, weight: number, counts: readonly [number, number, number, number, number]): Area {
  const [passed, waived, inWork, open, failed] = counts;
  return { name, owner, weight, passed, waived, inWork, open, failed };
}

export const areas: readonly Area[] = [
  area('Integration', 'L. Costa', 14, [8, 0, 2, 2, 1]),
  area('Data migration', 'S. Patel', 16, [11, 0, 4, 3, 0]),
  area('End-to-end tests', 'E. Moreau', 12, [9, 0, 1, 4, 0]),
  area('Performance', 'E. Moreau', 6, [4, 0, 1, 1, 0]),
  area('Configuration', 'N. Ito', 8, [12, 1, 2, 0, 0]),
  area('Training', 'P. Dahl', 6, [21, 1, 0, 2, 0]),
  area('Security', 'A. Kaya', 10, [14, 1, 0, 0, 0]),
  area('Documentation', 'H. Silva', 3, [10, 2, 0, 0, 0]),
  area('Platform and deployment', 'J. Novák', 12, [18, 0, 0, 0, 0]),
  area('Rollback plan, rehearsed', 'J. Novák', 6, [6, 0, 0, 0, 0]),
];

export interface Ticket {
  readonly ref: string;
  readonly priority: 1 | 2 | 3 | 4;
  readonly title: string;
  readonly department: string;
  readonly owner: string | null;
  readonly age: string;
  /** Minutes left to the first reply. */
  readonly left: number;
  readonly state: string;
}

function ticket(
  ref: string,
  priority: 1 | 2 | 3 | 4,
  title: string,
  department: string,
  owner: string | null,
  age: string,
  left: number,
  state: string,
): Ticket {
  return { ref, priority, title, department, owner, age, left, state };
}

const DUE = 'Clock over or under 30 min';
export const tickets: readonly Ticket[] = [
  ticket('TKT-0012', 1, 'Sign-in loop on shop-floor terminals', 'Production', 'L. Costa', '1:01', -6, DUE),
  ticket('TKT-0026', 2, 'Tolerance warning on every supplier invoice', 'Finance', 'N. Ito', '0:22', 8, DUE),
  ticket('TKT-0030', 2, 'Label prints without barcode, line 3', 'Warehouse', null, '0:06', 24, DUE),
  ticket('TKT-0031', 3, 'Stock entry asks for batch, item has none', 'Warehouse', null, '0:01', 99, 'New'),
  ticket('TKT-0029', 3, 'Cannot find the goods receipt menu', 'Warehouse', null, '0:11', 89, 'New'),
  ticket('TKT-0028', 4, 'Dashboard shows last week', 'Sales', null, '0:14', 99, 'New'),
  ticket('TKT-0027', 1, 'Scanner login fails, dock 2', 'Warehouse', 'T. Berg', '0:31', 59, 'Triaged'),
  ticket('TKT-0025', 2, 'Label printer offline, plant North', 'Warehouse', 'T. Berg', '0:48', 72, 'Triaged'),
  ticket('TKT-0022', 1, 'Payment run: bank account shut', 'Finance', 'L. Costa', '0:38', 82, 'In progress'),
  ticket('TKT-0019', 2, 'VAT line missing on invoice print', 'Finance', 'N. Ito', '0:54', 96, 'In progress'),
];

export interface Task {
  readonly ref: string;
  readonly nth: number;
  readonly title: string;
  readonly state: MarkState;
  readonly owner: string;
  readonly planned: string;
  readonly forecast: string;
  readonly share: number;
}

const states: readonly MarkState[] = ['finished', 'in-progress', 'ready', 'not-ready', 'blocked', 'late'];

export const tasks: readonly Task[] = Array.from({ length: 10_000 }, (_, index) => ({
  ref: `T-${String(index + 1).padStart(5, '0')}`,
  nth: index,
  title: `Load extract ${(index * 7919) % 10_000} of the old system into staging`,
  state: states[index % states.length] ?? 'ready',
  owner: areas[index % areas.length]?.owner ?? '',
  planned: `${String(index % 24).padStart(2, '0')}:15`,
  forecast: index % 3 === 0 ? `${String(index % 24).padStart(2, '0')}:40` : '',
  share: (index % 11) / 10,
}));
