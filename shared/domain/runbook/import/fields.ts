/** The fields of a plan and the names their columns usually have. */
import { type Mapping, plainName, recognise, type Vocabulary } from '../../../base/sheet/columns.ts';
import { cellText, type Sheet } from '../../../base/sheet/sheet.ts';

export const planFields = [
  'sourceId',
  'title',
  'predecessors',
  'duration',
  'plannedStart',
  'plannedEnd',
  'actualStart',
  'actualEnd',
  'stream',
  'phase',
  'owners',
  'status',
  'percent',
  'comments',
  'kind',
  'detail',
  'plannedStartTime',
  'plannedEndTime',
] as const;
export type PlanField = (typeof planFields)[number];
export type PlanMapping = Mapping<PlanField>;

type Names = Vocabulary<PlanField>;

/** Names as `plainName` writes them, so without case, accents, brackets and "date". English, then German and Czech. */
export const planNames: Names = {
  sourceId: [
    ...[
      'task id',
      'activity id',
      'step id',
      'task number',
      'activity number',
      'step number',
      'task no',
      'activity no',
      'step no',
      'task nr',
    ],
    ...[
      'task ref',
      'task key',
      'id',
      'number',
      'number sign',
      'no',
      'nr',
      'num',
      'seq',
      'sequence',
      'seq no',
      'line',
      'ref',
      'reference',
      'key',
    ],
    ...[
      'wbs',
      'wbs code',
      'wbs id',
      'outline number',
      'unique id',
      'step seq',
      'vorgangsnummer',
      'vorgang nr',
      'aufgaben nr',
      'aufgabennr',
    ],
    ...['lfd nr', 'schritt nr', 'cislo', 'cislo ukolu', 'id ukolu', 'poradi'],
  ],
  title: [
    ...[
      'task name',
      'activity name',
      'step name',
      'task title',
      'activity title',
      'title',
      'name',
      'task description',
      'activity description',
    ],
    ...['step description', 'summary', 'task summary', 'action', 'cutover task', 'cutover activity', 'deployment step', 'deployment task'],
    ...['vorgangsname', 'aufgabenname', 'titel', 'bezeichnung', 'nazev', 'nazev ukolu'],
  ],
  predecessors: [
    ...[
      'predecessors',
      'predecessor',
      'after',
      'comes after',
      'follows',
      'predecessor id',
      'predecessor ids',
      'predecessor task',
      'predecessor tasks',
      'pred',
      'preds',
    ],
    ...[
      'depends on',
      'dependent on',
      'dependency',
      'dependencies',
      'task dependency',
      'task dependencies',
      'prerequisite',
      'prerequisites',
    ],
    ...['vorganger', 'vorgaenger', 'abhangigkeit', 'abhangigkeiten', 'abhangig von', 'predchudce', 'predchudci', 'zavislost', 'zavislosti'],
  ],
  duration: [
    ...[
      'duration',
      'planned duration',
      'expected duration',
      'estimated duration',
      'est duration',
      'scheduled duration',
      'duration minutes',
    ],
    ...['duration mins', 'duration min', 'duration hours', 'duration hrs', 'duration h', 'duration days', 'estimate', 'estimated'],
    ...['planned hours', 'planned minutes', 'length', 'dauer', 'geplante dauer', 'trvani', 'doba trvani', 'delka'],
  ],
  plannedStart: [
    ...[
      'planned start',
      'expected start',
      'scheduled start',
      'plan start',
      'target start',
      'estimated start',
      'est start',
      'start planned',
    ],
    ...['start', 'begin', 'from', 'early start', 'baseline start', 'geplanter start', 'geplanter beginn', 'beginn', 'anfang'],
    ...['zacatek', 'planovany zacatek', 'zahajeni'],
  ],
  plannedEnd: [
    ...['planned end', 'planned finish', 'expected end', 'expected finish', 'scheduled end', 'scheduled finish', 'plan end', 'plan finish'],
    ...['target end', 'target finish', 'estimated end', 'est end', 'end planned', 'finish', 'end', 'due', 'deadline', 'early finish'],
    ...[
      'baseline finish',
      'baseline end',
      'geplantes ende',
      'ende',
      'fertig stellen',
      'konec',
      'dokonceni',
      'planovany konec',
      'planovane dokonceni',
    ],
  ],
  actualStart: [
    'actual start',
    'start actual',
    'started',
    'started at',
    'real start',
    'tatsachlicher start',
    'ist start',
    'skutecny zacatek',
  ],
  actualEnd: [
    ...[
      'actual end',
      'actual finish',
      'end actual',
      'finish actual',
      'finished at',
      'completed at',
      'completed on',
      'real end',
      'completion',
    ],
    ...['tatsachliches ende', 'ist ende', 'skutecny konec'],
  ],
  stream: [
    ...['stream', 'workstream', 'work stream', 'track', 'lane', 'swimlane', 'swim lane', 'module', 'functional area', 'area', 'team'],
    ...['teilprojekt', 'bereich', 'proud', 'oblast', 'tym'],
  ],
  phase: ['phase', 'cutover phase', 'project phase', 'stage', 'section', 'block', 'abschnitt', 'faze', 'etapa'],
  owners: [
    ...['executor', 'executors', 'task owner', 'task owners', 'owner', 'owners', 'assigned to', 'assignee', 'assignees', 'responsible'],
    ...['responsible person', 'responsibility', 'performed by', 'executed by', 'resource names', 'resource name', 'resources', 'resource'],
    ...[
      'sme',
      'smes',
      'who',
      'action owner',
      'lead',
      'responsible team',
      'team',
      'verantwortlich',
      'verantwortlicher',
      'zustandig',
      'bearbeiter',
    ],
    ...['ressourcennamen', 'ressource', 'vlastnik', 'odpovida', 'zodpovida', 'zodpovedna osoba', 'resitel'],
  ],
  status: ['status', 'task status', 'current status', 'state', 'task state', 'progress status', 'execution status', 'zustand', 'stav'],
  percent: [
    ...['percent complete', 'percent', 'percent done', 'complete', 'percent completed', 'completion percent', 'progress'],
    ...['percent abgeschlossen', 'fortschritt', 'percent dokonceno'],
  ],
  comments: [
    'comments',
    'comment',
    'notes',
    'note',
    'remarks',
    'remark',
    'task comments',
    'bemerkung',
    'bemerkungen',
    'kommentar',
    'poznamka',
    'poznamky',
  ],
  kind: ['kind', 'task type', 'activity type', 'step type', 'type', 'milestone', 'is milestone', 'typ', 'vorgangsart', 'druh'],
  detail: [
    ...['detail', 'details', 'long description', 'detailed description', 'instructions', 'instruction', 'procedure', 'steps', 'how'],
    ...['description', 'beschreibung', 'popis'],
  ],
  plannedStartTime: [],
  plannedEndTime: [],
};

/** Names that plans give to the id as often as to the words of a task. */
const idOrTitle: ReadonlySet<string> = new Set(['activity', 'task', 'step', 'vorgang', 'aufgabe', 'schritt', 'ukol', 'krok', 'cinnost']);
const SAMPLE_ROWS = 50;

/** Which column of the plan is which field, by name; a column that may hold ids or words is looked into. */
export function recognisePlan(sheet: Pick<Sheet, 'columns' | 'rows'>): PlanMapping {
  const mapping: { [Field in PlanField]?: number } = recognise(sheet.columns, planNames);
  const free = () => sheet.columns.map((_, at) => at).filter((at) => !Object.values(mapping).includes(at));
  for (const at of free().filter((column) => idOrTitle.has(plainName(sheet.columns[column] ?? '')))) {
    if (mapping.sourceId === undefined && looksLikeIds(sheet, at)) mapping.sourceId = at;
    else if (mapping.title === undefined) mapping.title = at;
  }
  if (mapping.title === undefined && mapping.detail !== undefined) {
    mapping.title = mapping.detail;
    delete mapping.detail;
  }
  separateTime(sheet.columns, mapping, 'plannedStart', 'plannedStartTime');
  separateTime(sheet.columns, mapping, 'plannedEnd', 'plannedEndTime');
  return mapping;
}

/** "Start Date" beside "Start Time": one holds the day, the other the hour. */
function separateTime(
  columns: readonly string[],
  mapping: { [Field in PlanField]?: number },
  field: PlanField,
  timeField: PlanField,
): void {
  const own = mapping[field];
  if (own === undefined) return;
  const name = plainName(columns[own] ?? '');
  const alike = columns.flatMap((column, at) => (plainName(column) === name && (at === own || isFree(mapping, at)) ? [at] : []));
  const day = alike.find((at) => /date\W*$/i.test(columns[at] ?? ''));
  const time = alike.find((at) => /(?<!date\W?)time\W*$/i.test(columns[at] ?? ''));
  if (day === undefined || time === undefined) return;
  mapping[field] = day;
  mapping[timeField] = time;
}

function isFree(mapping: PlanMapping, column: number): boolean {
  return !Object.values(mapping).includes(column);
}

function looksLikeIds(sheet: Pick<Sheet, 'rows'>, column: number): boolean {
  const texts = sheet.rows.slice(0, SAMPLE_ROWS).flatMap(({ cells }) => cellText(cells[column]) || []);
  const ids = texts.filter((text) => /^#?[\p{L}\p{N}._/-]{1,16}$/u.test(text) && /\d/.test(text));
  return texts.length > 0 && ids.length >= texts.length * 0.6;
}
