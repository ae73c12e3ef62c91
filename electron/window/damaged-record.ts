/** Tells the person why the record did not open and, where there is one, offers the newest good backup. */
import type { Dialog } from 'electron';
import type { Refusal } from '../../shared/base/result.ts';
import { restoreNewestBackup } from '../record/restore.ts';

/** Ends with the person's choice carried out. The application is to be started again afterwards. */
export async function offerBackup(refusal: Refusal, file: string, dialog: Pick<Dialog, 'showMessageBox'>): Promise<void> {
  const canRestore = refusal.code === 'record-damaged' && refusal.about.length > 0;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Gantry',
    message: 'The record was not opened',
    detail: refusal.reason,
    buttons: canRestore ? ['Use the backup, keep the damaged file', 'Close'] : ['Close'],
    defaultId: canRestore ? 1 : 0,
    cancelId: canRestore ? 1 : 0,
    noLink: true,
  });
  if (!canRestore || response !== 0) return;
  const restored = restoreNewestBackup(file, Date.now());
  const detail = restored.ok
    ? `The backup is the record now. The damaged file is kept as ${restored.value.kept}. Start Gantry again.`
    : restored.refusal.reason;
  await dialog.showMessageBox({
    type: 'info',
    title: 'Gantry',
    message: restored.ok ? 'Backup in place' : 'Nothing was changed',
    detail,
    buttons: ['Close'],
  });
}
