/** MS Project's XML: what Gantry writes comes back unchanged, what MS Project writes comes in whole, and what is neither is refused. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { exchangeLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import { writeProject } from '../../../electron/exchange/write-project.ts';
import { projectTree } from '../../../shared/domain/runbook/exchange/project/write.ts';
import { takeFile } from '../../../shared/domain/runbook/exchange/take-file.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, anAct, aPerson, changesOf, HOUR, idOf, MINUTE, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aPlan, careful, diffOf, link, SEQ, sheetOf, task } from './plans.ts';

const sample = readFileSync(new URL('../../fixtures/files/project.xml', import.meta.url));
const empty = rowsWith({ goLive: [aGoLive({ zone: 'Europe/Prague' })], person: [aPerson({ id: idOf(100_000_101), name: 'L. Costa' })] });
const goLiveOf = (rows: Rows) => [...rows.goLive.values()][0] as ReturnType<typeof aGoLive>;

function projectOf(rows: Rows): Uint8Array {
  const goLive = goLiveOf(rows);
  return writeProject(projectTree(rows, goLive, scheduleOf(rows, goLive, T_ZERO), SEQ, null, T_ZERO));
}

async function refusedAs(text: string): Promise<string> {
  const read = await readSheet(new TextEncoder().encode(text), 'plan.xml', exchangeLimits);
  return read.ok ? 'read' : read.refusal.code;
}

/** Of what MS Project publishes (mspdi_pj12.xsd; `Manual` came with Project 2010) those elements that Gantry writes, in its order. */
const schemaOrder = {
  Project: [
    ...['SaveVersion', 'Name', 'Title', 'Subject', 'ScheduleFromStart', 'StartDate', 'CalendarUID', 'MinutesPerDay', 'MinutesPerWeek'],
    ...['DaysPerMonth', 'DurationFormat', 'ExtendedAttributes', 'Calendars', 'Tasks', 'Resources', 'Assignments'],
  ],
  Task: [
    ...['UID', 'ID', 'Name', 'Manual', 'OutlineNumber', 'OutlineLevel', 'Start', 'Finish', 'Duration', 'DurationFormat', 'Milestone'],
    ...['Summary', 'PercentComplete', 'ActualStart', 'ActualFinish', 'ConstraintType', 'CalendarUID', 'ConstraintDate', 'HyperlinkAddress'],
    ...['Notes', 'PredecessorLink', 'ExtendedAttribute'],
  ],
  Resource: ['UID', 'ID', 'Name', 'Type', 'IsNull'],
  Assignment: ['UID', 'TaskUID', 'ResourceUID', 'Units'],
  Calendar: ['UID', 'Name', 'IsBaseCalendar', 'WeekDays'],
};

describe('out and in again', () => {
  const rows = rowsWith({
    goLive: [aGoLive({ zone: 'Europe/Prague', tZeroAt: Date.UTC(2026, 9, 25, 0, 30) })],
    person: [...aPlan().person.values()],
    task: [
      task(1, { kind: 'group', title: 'Data <&> "more"', durationMs: 0, timing: 'after predecessors' }),
      task(2, { parentId: idOf(1), startOffset: 30 * MINUTE, ownerIds: [idOf(100_000_102)], stream: 'Data', phase: 'Cutover' }),
      task(3, {
        parentId: idOf(1),
        startOffset: 90 * MINUTE,
        ownerIds: [idOf(100_000_103)],
        timing: 'after predecessors',
        detail: "=1\n'two",
      }),
      task(4, { kind: 'group', parentId: idOf(1), durationMs: 0 }),
      task(5, { kind: 'health check', parentId: idOf(4), durationMs: 0, address: 'https://wiki.example/a?b=1&c=2' }),
      task(6, { kind: 'milestone', durationMs: 0, startOffset: 3 * HOUR, timing: 'fixed' }),
      task(7, { kind: 'communication', durationMs: 90_500, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + MINUTE }),
    ],
    link: [
      link(11, 2, 3, { kind: 'SS', lagMs: 15 * MINUTE }),
      link(12, 3, 5),
      link(13, 5, 6, { kind: 'FF', lagMs: -HOUR }),
      link(14, 2, 6, { kind: 'SF' }),
      link(15, 3, 7, { lagMs: 90_500 }),
    ],
  });

  it('nothing is changed, also in the night the clocks go back', async () => {
    const diff = diffOf(rows, await sheetOf(projectOf(rows), 'plan.xml'));
    expect(diff.problems).toEqual([]);
    expect(diff.lines).toEqual([]);
    expect(diff.missing).toEqual([]);
  });

  it('groups, kinds of link, lags, constraints and actual times are written as MS Project names them', () => {
    const { Project } = new XMLParser({ parseTagValue: false }).parse(new TextDecoder().decode(projectOf(rows)));
    const tasks = Project.Tasks.Task;
    expect(tasks.map((each: { OutlineLevel: string }) => each.OutlineLevel)).toEqual(['1', '2', '2', '2', '3', '1', '1']);
    expect(tasks[0]).toMatchObject({ Summary: '1', Name: 'Data <&> "more"' });
    expect(tasks[2].PredecessorLink).toMatchObject({ PredecessorUID: '2', Type: '3', LinkLag: '150' });
    expect(tasks[5]).toMatchObject({ Milestone: '1', ConstraintType: '2', ConstraintDate: '2026-10-25T04:30:00' });
    expect(tasks[5].PredecessorLink).toEqual([
      expect.objectContaining({ PredecessorUID: '5', Type: '0', LinkLag: '-600' }),
      expect.objectContaining({ PredecessorUID: '2', Type: '2', LinkLag: '0' }),
    ]);
    expect(tasks[6]).toMatchObject({ PercentComplete: '100', ActualStart: '2026-11-21T22:00:00', Duration: 'PT0H1M30.5S' });
    expect(Project.Resources.Resource.map((each: { Name: string }) => each.Name)).toEqual(['J. Novak (00000102)', 'J. Novak (00000103)']);
  });

  it('the elements stand in the order of the published schema, and none stands there twice that may not', () => {
    const parsed = new XMLParser({ parseTagValue: false, preserveOrder: true }).parse(new TextDecoder().decode(projectOf(rows)));
    const namesIn = (nodes: readonly Record<string, unknown>[]) => nodes.flatMap((node) => Object.keys(node)[0] ?? []);
    const inside = (nodes: readonly Record<string, unknown>[], name: string) =>
      nodes.flatMap((node) => (name in node ? [node[name] as Record<string, unknown>[]] : []));
    const [project = []] = inside(parsed, 'Project');
    const check = (nodes: readonly Record<string, unknown>[], order: readonly string[], repeated: readonly string[] = []) => {
      const names = namesIn(nodes);
      expect(names.filter((name) => !order.includes(name))).toEqual([]);
      expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      const once = names.filter((name) => !repeated.includes(name));
      expect(new Set(once).size).toBe(once.length);
    };
    check(project, schemaOrder.Project);
    const lists = [
      ['Tasks', 'Task', schemaOrder.Task],
      ['Resources', 'Resource', schemaOrder.Resource],
      ['Assignments', 'Assignment', schemaOrder.Assignment],
      ['Calendars', 'Calendar', schemaOrder.Calendar],
    ] as const;
    for (const [list, name, order] of lists) {
      const all = inside(inside(project, list)[0] ?? [], name);
      expect(all.length).toBeGreaterThan(0);
      for (const one of all) check(one, order, ['PredecessorLink', 'ExtendedAttribute']);
    }
    for (const task of inside(inside(project, 'Tasks')[0] ?? [], 'Task')) {
      for (const tie of inside(task, 'PredecessorLink')) check(tie, ['PredecessorUID', 'Type', 'LinkLag', 'LagFormat']);
      for (const field of inside(task, 'ExtendedAttribute')) check(field, ['FieldID', 'Value']);
    }
  });

  it('a task that only its predecessors place stands where the plan has it, also when it came otherwise', () => {
    const late = rowsWith({
      goLive: [aGoLive({ zone: 'Europe/Prague' })],
      task: [task(1, { startOffset: 0, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 2 * HOUR }), task(2)],
      link: [link(11, 1, 2)],
    });
    const { Project } = new XMLParser({ parseTagValue: false }).parse(new TextDecoder().decode(projectOf(late)));
    expect(Project.Tasks.Task[1]).toMatchObject({ Start: '2026-11-21T22:30:00', Finish: '2026-11-21T23:00:00' });
  });

  it('what is changed in the file is what changes here', async () => {
    const xml = new TextDecoder().decode(projectOf(rows)).replace('<Duration>PT0H30M0S</Duration>', '<Duration>PT0H45M0S</Duration>');
    const diff = diffOf(rows, await sheetOf(new TextEncoder().encode(xml), 'plan.xml'));
    expect(diff.lines).toMatchObject([{ ref: 'T-002', column: 'Duration (min)', was: '30', becomes: '45' }]);
  });
});

describe('a file as MS Project writes it', () => {
  it('comes in with its groups, links, lags, constraints, people and notes', async () => {
    const diff = diffOf(empty, await sheetOf(sample, 'cutover.xml'));
    expect(diff.problems).toEqual([]);
    const after = rowsAfter(empty, takeFile(empty, diff, careful, 'From cutover.xml', anAct()));
    const tasks = [...after.task.values()];
    expect(tasks.map(({ ref, title, kind }) => [ref, title, kind])).toEqual([
      ['T-001', 'Data migration', 'group'],
      ['T-002', 'Freeze & extract <old> system', 'task'],
      ['T-003', 'Load', 'task'],
      ['T-004', 'Check totals', 'task'],
      ['T-005', 'System live', 'milestone'],
    ]);
    const [group, freeze, load, check, live] = tasks;
    expect(freeze).toMatchObject({
      parentId: group?.id,
      startOffset: -2 * HOUR,
      durationMs: 2 * HOUR,
      timing: 'not before',
      detail: 'Stop the jobs first.\nThen extract.',
    });
    expect(load).toMatchObject({ timing: 'after predecessors', startOffset: 30 * MINUTE, durationMs: 210 * MINUTE, sourceId: 'project 5' });
    expect(live).toMatchObject({ timing: 'fixed', startOffset: 8 * HOUR, durationMs: 0 });
    expect(load?.ownerIds.map((id) => after.person.get(id)?.name)).toEqual(['Ito, Naomi']);
    expect(freeze?.ownerIds).toEqual([idOf(100_000_101)]);
    const links = [...after.link.values()].map(({ fromId, toId, kind, lagMs }) => [
      after.task.get(fromId)?.ref,
      after.task.get(toId)?.ref,
      kind,
      lagMs,
    ]);
    expect(links).toEqual([
      ['T-002', 'T-003', 'FS', 30 * MINUTE],
      ['T-003', check?.ref, 'SS', -HOUR],
      ['T-002', 'T-004', 'FF', 0],
      ['T-004', 'T-005', 'FS', 0],
    ]);
  });

  it('comes in a second time without a change', async () => {
    const sheet = await sheetOf(sample, 'cutover.xml');
    const after = rowsAfter(empty, takeFile(empty, diffOf(empty, sheet), careful, '', anAct()));
    const again = diffOf(after, sheet);
    expect(again.lines).toEqual([]);
    expect(again.problems).toEqual([]);
    expect(refusalOf(takeFile(after, again, careful, '', anAct()))).toBe('nothing-changed');
  });

  it('a link to a task that is missing names it', async () => {
    const xml = sample.toString().replace('<PredecessorUID>7</PredecessorUID>', '<PredecessorUID>77</PredecessorUID>');
    const diff = diffOf(empty, await sheetOf(Buffer.from(xml), 'cutover.xml'));
    expect(diff.problems).toMatchObject([{ row: 5, severity: 'refused', reason: 'There is no task UID 77 to come before this one.' }]);
    expect(refusalOf(takeFile(empty, diff, careful, '', anAct()))).toBe('rows-refused');
    expect(changesOf(takeFile(empty, diff, { skipsRefused: true }, '', anAct())).filter(({ table }) => table === 'task')).toHaveLength(4);
  });

  it('a circle is named as a path with the kinds of its links', async () => {
    const xml = sample
      .toString()
      .replace(
        '<ConstraintType>4</ConstraintType>',
        '<ConstraintType>4</ConstraintType><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>3</Type></PredecessorLink>',
      );
    const verdict = takeFile(empty, diffOf(empty, await sheetOf(Buffer.from(xml), 'cutover.xml')), careful, '', anAct());
    expect(verdict.ok || verdict.refusal).toMatchObject({
      code: 'cycle',
      reason: expect.stringMatching(/in a circle: (T-00\d( SS| FF)? → )+T-00\d\. /),
    });
  });
});

describe('what is no project', () => {
  it('is refused with the reason', async () => {
    expect(await refusedAs('<?xml version="1.0"?><html><body/></html>')).toBe('html');
    expect(await refusedAs('<?xml version="1.0"?><rss><channel/></rss>')).toBe('not-a-project');
    expect(await refusedAs('<?xml version="1.0"?><Project xmlns="http://maven.apache.org/POM/4.0.0"><Tasks/></Project>')).toBe(
      'not-a-project',
    );
    expect(await refusedAs('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks/></Project>')).toBe(
      'no-tasks',
    );
    expect(await refusedAs('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task>')).toBe(
      'not-a-project',
    );
    expect(await refusedAs(sample.toString().slice(0, 4_000))).toBe('not-a-project');
  });

  it('a document type, its entities and endless nesting are refused', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><Project><Title>&b;</Title></Project>';
    expect(await refusedAs(bomb)).toBe('doctype');
    expect(await refusedAs(`<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">${'<a>'.repeat(100_000)}`)).toBe(
      'not-a-project',
    );
    const file = '<?xml version="1.0"?><!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project/>';
    expect(await refusedAs(file)).toBe('doctype');
  });
});
