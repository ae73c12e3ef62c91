/** Messages: what is told to whom and when, in the order of the clock, with the words ready to go out. */
import { useMemo, useState } from 'react';
import { draftName, mailDraft } from '../../../shared/domain/comms/draft.ts';
import { messageLines, overdueMessages } from '../../../shared/domain/comms/plan.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { useGoLive, useRole, useRows } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { useSchedule } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { hostNow, useNow } from '../../ui/clock.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { type KeyBinding, useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { messageColumns, type ShownLine } from './columns.tsx';
import css from './comms.module.css';
import { Detail } from './detail.tsx';
import { isOver, previewing } from './lines.ts';
import { MessageDialog } from './message-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

const MINUTE = 60_000;
type Asking = 'send' | 'edit' | 'add' | null;
type Show = 'all' | 'open';

export function CommsBoard() {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(MINUTE);
  const schedule = useSchedule();
  const mayAct = useRole() !== 'viewer';
  const { selected } = useRoute();
  const [asking, setAsking] = useState<Asking>(null);
  const [show, setShow] = useState<Show>('all');
  const all = useMemo<readonly ShownLine[]>(() => {
    const preview = previewing(rows, goLive, now, schedule);
    return messageLines(rows, goLive, schedule, now).map((line) => ({ ...line, preview: line.announcement && preview(line.announcement) }));
  }, [rows, goLive, schedule, now]);
  const open = useMemo(() => all.filter(({ state }) => !isOver(state)), [all]);
  const lines = show === 'all' ? all : open;
  const behind = overdueMessages(all).length;
  const line = lines.find(({ id, task }) => id === selected || task?.ref === selected) ?? open[0] ?? lines[0] ?? null;
  const acts = useActs(line, mayAct, setAsking);
  useKeys('Messages', [...acts, { key: 'A', label: 'write a message', run: () => setAsking('add'), when: mayAct, foot: false }]);

  const step = mayAct && (
    <Button hint="A" onClick={() => setAsking('add')}>
      Write a message
    </Button>
  );
  return (
    <>
      <ToolLine title="Messages" quiet={`${open.length} to send${behind > 0 ? `, ${behind} behind` : ''}`} end={step}>
        {all.length > 0 && <PickSet label="Show" value={show} onPick={setShow} picks={picksFor(all.length, open.length)} />}
      </ToolLine>
      {line === null ? (
        <Empty title={all.length === 0 ? 'No messages yet' : 'Everything is sent'} step={step}>
          Here stands what is told to whom and when: notices, the start, milestones, the go-live, a rollback. The words are ready to be
          copied or saved as a draft; who sent them is kept.
        </Empty>
      ) : (
        <div className={css.board}>
          <div className={css.list}>
            <Table
              main
              label="Messages"
              rows={lines}
              columns={messageColumns}
              rowId={({ id }) => id}
              selectedId={line.id}
              onSelect={select}
              rowClass={({ state }) => (isOver(state) ? 'q2' : '')}
            />
          </div>
          <aside className={`split ${css.side}`} aria-label="The message">
            <Detail key={line.id} line={line} acts={acts} />
          </aside>
        </div>
      )}
      {asking === 'add' && <MessageDialog line={null} onClose={() => setAsking(null)} />}
      {asking === 'edit' && line && <MessageDialog line={line} onClose={() => setAsking(null)} />}
      {asking === 'send' && line?.announcement && line.preview && (
        <SendDialog announcement={line.announcement} preview={line.preview} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function picksFor(all: number, open: number) {
  return [
    { value: 'all' as const, label: 'All', count: all },
    { value: 'open' as const, label: 'To send', count: open },
  ];
}

function useActs(line: ShownLine | null, mayAct: boolean, ask: (asking: Asking) => void): readonly KeyBinding[] {
  const announcement = line?.announcement ?? null;
  const preview = line?.preview ?? null;
  const isOpen = announcement !== null && announcement.sentAt === null;
  const words = preview ? `${preview.subject}\n\n${preview.content}` : '';
  const save = () =>
    preview &&
    saveFile({ name: draftName(preview.subject), mediaType: 'message/rfc822', content: mailDraft({ ...preview, at: hostNow() }) });
  const drop = () => announcement && void actLoud(client.comms.removeAnnouncement, { announcementId: announcement.id }, 'Message removed');
  return [
    { key: 'M', label: 'mark as sent', run: () => ask('send'), when: mayAct && isOpen },
    {
      key: 'E',
      label: announcement ? 'edit' : 'write it',
      run: () => ask('edit'),
      when: mayAct && line !== null && (isOpen || (!announcement && !isOver(line.state))),
    },
    { key: 'C', label: 'copy words', run: () => void copyText(words, 'Message'), when: preview !== null },
    { key: 'D', label: 'save mail draft', run: () => void save(), when: preview !== null },
    { key: 'Delete', label: 'remove', run: () => void drop(), when: mayAct && isOpen, foot: false },
  ];
}
