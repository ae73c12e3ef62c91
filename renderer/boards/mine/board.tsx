/** Mine: what one person, a team or a role runs, has next and waits for, with everything worked by one press, on a phone too. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { mineOf, nextAfter, peopleOf, type Whose } from '../../../shared/domain/runbook/work/mine.ts';
import { stepsOf } from '../../../shared/domain/runbook/work/steps.ts';
import { askPerson } from '../../dialogs/asked.tsx';
import { tickNext } from '../../dialogs/task/step-list.tsx';
import { actsOn } from '../../dialogs/task/task-acts.tsx';
import { useMe, useRole, useRows } from '../../store/live.ts';
import { go, select, useRoute } from '../../store/route.ts';
import { useSchedule } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { Cards } from './cards.tsx';
import css from './mine.module.css';
import { ShiftNoteDialog } from './shift-note-dialog.tsx';
import { Side } from './side.tsx';
import { SubstituteDialog } from './substitute-dialog.tsx';
import { WhosePicker } from './whose-picker.tsx';

export function MineBoard() {
  const rows = useRows();
  const me = useMe();
  const mayAct = useRole() !== 'viewer';
  const { times } = useSchedule();
  const { selected } = useRoute();
  const [chosen, choose] = useState<Whose | null>(null);
  const whose: Whose = chosen ?? { by: 'person', of: me ?? '' };
  const people = useMemo(() => peopleOf(rows, { by: whose.by, of: whose.of }), [rows, whose.by, whose.of]);
  const mine = useMemo(() => mineOf(rows, people, times), [rows, people, times]);
  const listed = [...mine.stopped, ...mine.running, ...mine.next, ...mine.waiting];
  const at = listed.findIndex(({ task }) => task.ref === selected);
  const current = listed[at] ?? null;
  const acts = current && mayAct ? actsOn(current) : [];
  useAdvance(current?.task.id ?? null, (taskId) => nextAfter(mine, taskId));

  const move = (step: number) => {
    const to = listed[Math.min(Math.max(at === -1 ? (step > 0 ? 0 : listed.length - 1) : at + step, 0), listed.length - 1)];
    if (to) select(to.task.ref);
  };
  const steps = current ? stepsOf(rows, current.task) : [];
  useKeys('Mine', [
    ...acts.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run })),
    { key: 'J', label: 'move', run: () => move(1), repeat: true },
    { key: 'K', label: 'move', run: () => move(-1), repeat: true },
    { key: 'ArrowDown', label: 'move', run: () => move(1), repeat: true, foot: false },
    { key: 'ArrowUp', label: 'move', run: () => move(-1), repeat: true, foot: false },
    { key: 'Space', label: 'tick next check', run: () => tickNext(steps), when: mayAct && steps.some(({ tickedAt }) => tickedAt === null) },
    { key: 'Enter', label: 'open in the runbook', run: () => go('runbook', selected), when: current !== null },
    { key: 'Shift+N', label: 'shift note', run: () => askPerson(shiftNote), when: mayAct },
  ]);

  return (
    <>
      <ToolLine
        title="Mine"
        end={
          mayAct && (
            <span className="btns">
              <Button onClick={() => askPerson((onClose) => <SubstituteDialog onClose={onClose} />)}>Substitute</Button>
              <Button hint="Shift+N" onClick={() => askPerson(shiftNote)}>
                Shift note
              </Button>
            </span>
          )
        }
      >
        <WhosePicker whose={whose} onPick={choose} />
      </ToolLine>
      <div className={css.board}>
        <Cards mine={mine} hasPeople={people.size > 0} selected={selected} acts={acts} />
        <Side people={people} />
      </div>
    </>
  );
}

const shiftNote = (onClose: () => void) => <ShiftNoteDialog onClose={onClose} />;

/** When the selected task was closed here, the next one is selected; nothing where none is ready. */
function useAdvance(taskId: string | null, next: (taskId: string) => ReturnType<typeof nextAfter>): void {
  const rows = useRows();
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = taskId;
    if (before === null || taskId !== null) return;
    const task = rows.task.get(before);
    const to = task && isClosed(task) ? next(before) : null;
    if (to) select(to.task.ref);
  }, [taskId, rows, next]);
}
