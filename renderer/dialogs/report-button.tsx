/** The button in the header of a board that makes its reports. Brings its key and its dialog with it. */
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useKeys } from '../ui/keys.ts';
import { ReportDialog, type ReportKind } from './report-dialog.tsx';

interface ReportButtonProps {
  /** What can be made here, the likeliest first. */
  readonly kinds: readonly [ReportKind, ...ReportKind[]];
  /** Reference of the gate of a decision record. */
  readonly gate?: string;
}

export function ReportButton({ kinds, gate }: ReportButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const ask = () => setAsking(true);
  useKeys('Report', [{ key: 'Shift+P', label: 'report', run: ask, foot: false }]);
  return (
    <>
      <Button hint="Shift+P" onClick={ask}>
        Report
      </Button>
      {isAsking && <ReportDialog kinds={kinds} gate={gate} onClose={() => setAsking(false)} />}
    </>
  );
}
