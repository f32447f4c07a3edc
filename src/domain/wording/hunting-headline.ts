// The one sentence that answers a hunting question: the figure first, then what, where and by whom.
import type { HuntingAnswerView, HuntingAsked, HuntingFigures } from '../disclose-hunting';
import type { Show } from '../untrusted';
import { figureWords, measured } from './figure-words';
import { activityWords, DLP_WORDS } from './hunting-words';
import { daysWords } from './window-words';

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' ');

const labelled = ({ label }: HuntingAsked, show: Show) => (label === null ? '' : show(label));

/** `sent to mail.google.com`; a verb that takes no place names it apart. */
function doneWords({ activity, targetDomain }: HuntingAsked, show: Show): string {
  const { done, doneAt } = activityWords(activity);
  if (targetDomain === null) return done;
  return doneAt === null ? `${done} in connection with ${show(targetDomain)}` : `${doneAt} ${show(targetDomain)}`;
}

/** `were sent to …`, `were blocked by DLP in uploads to …`. */
function happened(asked: HuntingAsked, isOne: boolean, show: Show): string {
  if (asked.dlpOutcome === null) return `${isOne ? 'was' : 'were'} ${doneWords(asked, show)}`;
  const outcome = DLP_WORDS[asked.dlpOutcome];
  const during = asked.activity === null ? null : `in ${activityWords(asked.activity).noun}`;
  const where = asked.targetDomain === null ? null : `at ${show(asked.targetDomain)}`;
  return joined([isOne ? outcome.one : outcome.many, during, where]);
}

function circumstances({ sensitiveInfoType, device, alertNumber }: HuntingAsked, show: Show): string {
  return joined([
    sensitiveInfoType === null ? null : `with “${show(sensitiveInfoType)}”`,
    device === null ? null : `on ${show(device)}`,
    alertNumber === null ? null : `around alert ${alertNumber}`,
  ]);
}

/** `by 2 people in Finance`, `by Person K7F2`; the one person of a ranking is named as the ranking names them. */
function byWhom({ asked, total, rows, rowsInAll }: HuntingAnswerView, show: Show): string {
  const only = asked.groupBy === 'account' && rowsInAll === 1 ? (rows[0]?.key ?? null) : null;
  const named = asked.account ?? only;
  const people = total.people === 0 ? null : `by ${figureWords(total.people, 'person', 'people')}`;
  const department = asked.department === null ? null : `in ${show(asked.department)}`;
  return joined([named === null ? people : `by ${show(named)}`, department]);
}

/** `12 browsing events`, `7 unusual upload behaviours`. */
function countedRows(view: HuntingAnswerView, show: Show): string {
  const { asked, counts, total } = view;
  const isEvents = counts === 'events';
  const kind = joined([isEvents ? null : 'unusual', activityWords(asked.activity).kind]);
  const [one, many] = isEvents ? ['event', 'events'] : ['behaviour', 'behaviours'];
  const where = asked.targetDomain === null ? null : `at ${show(asked.targetDomain)}`;
  const dlp =
    asked.dlpOutcome === null ? null : `that ${DLP_WORDS[asked.dlpOutcome][total.rows === 1 ? 'one' : 'many']}`;
  return joined([figureWords(total.rows, joined([kind, one]), joined([kind, many])), where, dlp]);
}

function filesWords(total: HuntingFigures, asked: HuntingAsked, show: Show): string {
  const label = labelled(asked, show);
  return figureWords(total.files, joined([label, 'file']), joined([label, 'files']));
}

function nothingFound(view: HuntingAnswerView, show: Show): string {
  const { asked, counts } = view;
  const what =
    counts === 'events'
      ? joined(['no', labelled(asked, show), 'file', happened(asked, true, show)])
      : joined(['no unusual', activityWords(asked.activity).kind, 'behaviour']);
  const where = counts === 'behaviors' && asked.targetDomain !== null ? `at ${show(asked.targetDomain)}` : null;
  return `Nothing found in the shared data: ${joined([what, where, circumstances(asked, show), byWhom(view, show)])}`;
}

function found(view: HuntingAnswerView, show: Show): string {
  const { asked, counts, total } = view;
  const around = [circumstances(asked, show), byWhom(view, show)];
  if (measured(view) === 'files') {
    return joined([filesWords(total, asked, show), happened(asked, total.files === 1, show), ...around]);
  }
  const rows = joined([countedRows(view, show), ...around]);
  if (counts === 'behaviors' && total.files > 0) return `${rows}, with ${filesWords(total, asked, show)}`;
  return asked.label === null ? rows : `${rows}, labelled ${labelled(asked, show)}`;
}

/** `54 Confidential files were sent to mail.google.com by 2 people, 4–11 March 2026`. */
export function headlineWords(view: HuntingAnswerView, show: Show): string {
  const isNothing = view.total.files === 0 && view.total.rows === 0;
  const said = isNothing ? nothingFound(view, show) : found(view, show);
  return `${said}, ${daysWords(view.window, view.timeZone)}`;
}
