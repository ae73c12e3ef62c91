/** The closing parts of the report: training reached, metrics, lessons, sign-offs, cleanup. */
import type { GoLive } from '../../go-live/schema.ts';
import { playbookOf } from '../../playbook/of-go-live.ts';
import type { Rows } from '../../tables.ts';
import { coverage, groupTitle, noTally, percentTrained } from '../../training/coverage.ts';
import { metricVerdict, thresholdText } from '../metric.ts';
import type { ClosureReport } from './schema.ts';

export function trainingPart(rows: Rows, goLive: GoLive): ClosureReport['training'] {
  const { courses, byCourse, total, groups } = coverage(rows, 'department');
  return {
    targetPercent: goLive.trainingTarget,
    reachedPercent: percentTrained(total),
    courses: courses.map(({ id, ref, title, isRequired }) => {
      const { needed, attended, booked, noSeat } = byCourse.get(id) ?? noTally;
      return { ref, title, isRequired, needed, attended, booked, noSeat };
    }),
    departments: groups
      .filter((group) => group.total.needed > 0)
      .map((group) => ({ name: groupTitle(group.name, 'department'), needed: group.total.needed, attended: group.total.attended })),
  };
}

export function metricsPart(rows: Rows): ClosureReport['metrics'] {
  return [...rows.metric.values()]
    .sort((a, b) => a.position - b.position)
    .map((metric) => ({
      title: metric.title,
      unit: metric.unit,
      operator: metric.operator,
      target: metric.target,
      baseline: metric.baseline,
      actual: metric.actual,
      threshold: thresholdText(metric),
      verdict: metricVerdict(metric),
      comment: metric.comment,
      measuredBy: metric.measuredBy,
      measuredAt: metric.measuredAt,
    }));
}

/** Categories in the playbook's order, then the others by name; lessons in the order they were written. */
export function lessonsPart(rows: Rows): ClosureReport['lessons'] {
  const order = (playbookOf(rows)?.closing.lessonCategories ?? []).map(({ title }) => title);
  const place = (category: string) => (order.includes(category) ? order.indexOf(category) : order.length);
  const lessons = [...rows.lesson.values()].sort((a, b) => a.addedAt - b.addedAt);
  return [...new Set(lessons.map(({ category }) => category))]
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((category) => ({
      category,
      lessons: lessons
        .filter((lesson) => lesson.category === category)
        .map(({ happened, learned, addedBy, addedAt }) => ({ happened, learned, addedBy, addedAt })),
    }));
}

export function signOffsPart(rows: Rows): ClosureReport['signOffs'] {
  return [...rows.signOff.values()]
    .sort((a, b) => a.position - b.position)
    .map(({ subject, role, decision, signedBy, signedAt, note }) => ({ subject, role, decision, signedBy, signedAt, note }));
}

export function cleanupPart(rows: Rows, goLive: GoLive): ClosureReport['cleanup'] {
  const actions = [...rows.cleanupAction.values()]
    .filter(({ option }) => option === goLive.cleanup)
    .sort((a, b) => a.position - b.position)
    .map(({ title, status, finishedBy, finishedAt, note }) => ({ title, status, finishedBy, finishedAt, note }));
  return { option: goLive.cleanup, reason: goLive.cleanupReason, actions };
}
