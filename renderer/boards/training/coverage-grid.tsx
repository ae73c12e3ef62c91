/** The heat grid: departments or job roles against courses, percent trained, who is short. */
import { useRef } from 'react';
import {
  type Coverage,
  type CoverageGroup,
  type Grouping,
  groupTitle,
  percentTrained,
  shortIn,
  type Tally,
} from '../../../shared/domain/training/coverage.ts';
import type { Course } from '../../../shared/domain/training/schema.ts';
import { type HeatCell, HeatGrid } from '../../ui/charts/heat-grid.tsx';
import { useKeys } from '../../ui/keys.ts';
import styles from './training.module.css';

interface CoverageGridProps {
  readonly coverage: Coverage;
  readonly by: Grouping;
  readonly opened: { readonly row: string; readonly column: string } | null;
  readonly onOpen: (group: string, courseId: string) => void;
}

const HEAD_PX = 132;
const TOTAL_PX = 84;
const LEAST_CELL_PX = 76;

export function CoverageGrid({ coverage, by, opened, onOpen }: CoverageGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const { courses, groups, byCourse } = coverage;
  // The grid moves by itself once it has the focus; an arrow pressed elsewhere on the board brings the focus there.
  const enter = () => box.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  useKeys('Coverage', [
    { key: 'ArrowRight', label: 'cell', run: enter, palette: false },
    { key: 'ArrowLeft', label: 'cell', run: enter, foot: false, palette: false },
    { key: 'ArrowDown', label: 'cell', run: enter, foot: false, palette: false },
    { key: 'ArrowUp', label: 'cell', run: enter, foot: false, palette: false },
  ]);
  return (
    <div ref={box} className={styles.grid}>
      <div style={{ minWidth: HEAD_PX + TOTAL_PX + courses.length * LEAST_CELL_PX }}>
        <HeatGrid
          label={`Percent of people trained, ${by === 'department' ? 'departments' : 'job roles'} against courses`}
          corner={by === 'department' ? 'Department, people' : 'Job role, people'}
          columns={courses.map((course) => ({
            key: course.id,
            head: course.isRequired ? course.title : `${course.title}, optional`,
            total: percentText(byCourse.get(course.id)),
          }))}
          rows={groups.map((group) => ({
            key: group.name,
            name: groupTitle(group.name, by),
            quiet: group.people,
            cells: Object.fromEntries(courses.map((course) => [course.id, cellOf(group.cells.get(course.id), course)])),
            total: <Total group={group} />,
          }))}
          totals={by === 'department' ? 'All departments' : 'All job roles'}
          opened={opened}
          onOpen={onOpen}
          headWidth={HEAD_PX}
        />
      </div>
    </div>
  );
}

function cellOf(tally: Tally | undefined, course: Course): HeatCell | undefined {
  if (!tally) return undefined;
  const percent = percentTrained(tally) ?? 100;
  const short = shortIn(tally);
  if (short === 0) return { percent, text: tally.excused > 0 ? `${tally.excused} excused` : '' };
  if (!course.isRequired) return { percent, text: `${short} short` };
  return { percent, text: `${short} short`, mark: tally.noSeat > 0 ? 'blocked' : 'late', strong: true };
}

function Total({ group: { total } }: { readonly group: CoverageGroup }) {
  const short = shortIn(total);
  return (
    <>
      <span className="percent">{percentText(total)}</span>
      {short > 0 && <span className={`small ${total.noSeat > 0 ? 'stop' : 'warn'}`}>{short} short</span>}
    </>
  );
}

function percentText(tally: Tally | undefined): string {
  const percent = tally ? percentTrained(tally) : null;
  return percent === null ? '' : String(percent);
}
