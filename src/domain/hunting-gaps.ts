// What an answer has to say of itself: known gaps of the data, and the questions that follow from it.
import type { HuntingFollowUp, HuntingGap } from './disclose-hunting';
import type { HuntingAnswer } from './hunting-answer';
import { lacksGroup } from './hunting-kql-groups';
import { usesDomainLists } from './hunting-kql-filters';

/** In the order of the closed list. `masked`: names of devices do not stand in this view. */
export function gapsOf(answer: HuntingAnswer, masked: boolean): HuntingGap[] {
  const { question, summary, columns } = answer;
  const isAbout = (...activities: readonly string[]) =>
    question.activity !== null && activities.includes(question.activity);
  const asksForDevice = question.groupBy === 'device' || question.device !== null;
  const told: Record<HuntingGap, boolean> = {
    sharedDataOnly: summary.total.rows === 0,
    windowCutTo30Days: answer.window.cut,
    mailNotShared: isAbout('exfiltration', 'sharing'),
    aiPartlyShared: isAbout('ai'),
    // Where not even lists of domains are there, the next sentence says so.
    domainColumnMissing: usesDomainLists(question, columns) && !lacksGroup(question, columns),
    groupColumnMissing: lacksGroup(question, columns),
    behaviorsByDay: question.counts === 'behaviors',
    deviceNamesMasked: masked && asksForDevice,
    peopleUnknownLeftOut: summary.nameless > 0,
  };
  const isTold = (gap: string): gap is HuntingGap => gap in told && told[gap as HuntingGap];
  return Object.keys(told).filter(isTold);
}

/** Each changes one slot of the question; what it has already, and what finds nothing, is not offered. */
export function followUpsOf(answer: HuntingAnswer): HuntingFollowUp[] {
  const { question, summary, compared, window } = answer;
  if (summary.total.rows === 0) return [];
  const offered: Record<HuntingFollowUp, boolean> = {
    who: question.groupBy !== 'account' && question.person === null,
    whereTo: question.groupBy !== 'domain' && question.targetDomain === null,
    byDay: question.groupBy !== 'day' && summary.days !== null,
    compare: !compared && window.isComparable,
  };
  const isOffered = (one: string): one is HuntingFollowUp => one in offered && offered[one as HuntingFollowUp];
  return Object.keys(offered).filter(isOffered);
}
