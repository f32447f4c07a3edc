// How a hunting question was read: every filter, the grouping and the windows, so that a wrong reading is seen.
import type { HuntingAnswerView, HuntingAsked } from '../disclose-hunting';
import { lengthWords, windowWords } from './window-words';
import { activityWords, DLP_WORDS, GROUP_WORDS } from './hunting-words';
import type { Show } from '../untrusted';

function activityRead({ activity, anomalousOnly }: HuntingAsked): string {
  const unusual = anomalousOnly ? 'unusual behaviour alone, ' : '';
  return `${unusual}activity ${activity === null ? 'of every kind' : `“${activityWords(activity).noun}”`}`;
}

function filtersRead(asked: HuntingAsked, show: Show): string[] {
  const filters: string[] = [];
  const add = (said: string, value: HuntingAsked['label']) => {
    if (value !== null) filters.push(`${said} ${show(value)}`);
  };
  add('target domain', asked.targetDomain);
  if (asked.label !== null) filters.push(`label ${show(asked.label)} with its sublabels`);
  add('about', asked.account);
  add('department', asked.department);
  add('device', asked.device);
  add('sensitive info type', asked.sensitiveInfoType);
  if (asked.dlpOutcome !== null) filters.push(`DLP outcome ${DLP_WORDS[asked.dlpOutcome].filter}`);
  if (asked.alertNumber !== null) filters.push(`alert ${asked.alertNumber}`);
  return filters;
}

/** One item for each thing that was read, ready to be joined into a line. */
export function huntingReading(view: HuntingAnswerView, show: Show): string[] {
  const { asked, window, previous, timeZone } = view;
  const items = [activityRead(asked), ...filtersRead(asked, show)];
  if (asked.groupBy !== null) items.push(`by ${GROUP_WORDS[asked.groupBy].one}`);
  if (view.defaultWindow) items.push(`no time named, so the last ${lengthWords(window, timeZone)}`);
  if (previous !== null) items.push(`compared with ${windowWords(previous.window, timeZone)}`);
  return items;
}

/** Said when the sentence named one kind of an activity of which the data tell the whole alone. */
export const WIDENED = 'You named one kind of this activity; every kind of it is counted.';
