/** What the board shows before anybody needs a course: the next step. */
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { Asking } from './dialogs.tsx';

interface NothingYetProps {
  readonly hasCourses: boolean;
  readonly hasPeople: boolean;
  readonly mayAct: boolean;
  readonly onAsk: (asking: Asking) => void;
}

export function NothingYet({ hasCourses, hasPeople, mayAct, onAsk }: NothingYetProps) {
  const title = hasCourses ? 'Nobody needs a course yet' : 'No course yet';
  const next = !hasCourses
    ? 'Add the first course, then say who needs it.'
    : hasPeople
      ? 'Say who needs which course, by department, job role or name.'
      : 'Import the people who have to be trained, from a spreadsheet or a list.';
  return (
    <Empty
      title={title}
      step={
        mayAct && (
          <>
            <Button primary={!hasCourses} hint="C" onClick={() => onAsk('course')}>
              Add a course
            </Button>
            <Button primary={hasCourses && !hasPeople} hint="I" onClick={() => onAsk('import')}>
              Import people
            </Button>
            {hasCourses && hasPeople && (
              <Button primary hint="W" onClick={() => onAsk('need')}>
                Who needs a course
              </Button>
            )}
          </>
        )
      }
    >
      This board shows which department is trained in which course, who has no seat, and what that holds back. {next}
    </Empty>
  );
}
