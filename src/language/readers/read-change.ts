// Changes of one alert. Everything here errs towards `unknown`: a word more than the change needs, and it is no change.
import type { ChangeSlots } from '../../domain/command';
import type { Reading } from '../../domain/reading';
import { isQuestion } from '../sentence/mood';
import type { Piece } from '../sentence/piece';
import type { Sentence } from '../sentence/sentence';
import { takePeople } from '../slots/people';
import { takeReferences } from '../slots/reference';
import { given, notUnderstood, understood, wordSet } from './outcome';
import { splitComment } from './split-comment';
import { takeVerdict } from './verdict';

type Change = ChangeSlots['change'];

const FILLERS = wordSet(
  'as the a an and with on of to in into is was be status state classification determination reason type saying says say ' +
    'text following over back also too then here alert',
);
/** Verbs that change what follows them, and nothing by themselves. */
const LIGHT = wordSet('mark set make update change classify flag tag treat label call put move');
const VERBS: Readonly<Record<string, Change>> = {
  resolve: 'resolve',
  confirm: 'resolve',
  start: 'start',
  reopen: 'reopen',
  assign: 'assign',
  take: 'assign',
  unassign: 'unassign',
  comment: 'comment',
};

function opensAgain(sentence: Sentence): boolean {
  return sentence.has('word', 'open') && sentence.has('word', 'again');
}

function isChange(sentence: Sentence): boolean {
  const isVerdict = sentence.has('classification') || sentence.has('determination');
  const names = sentence.has('number') || sentence.has('id') || sentence.has('this');
  const isSet = sentence.has('status') && [...LIGHT].some((word) => sentence.has('word', word));
  return sentence.has('change') || (names && (isVerdict || isSet || opensAgain(sentence)));
}

/** "set 1042 to in progress", "mark it as resolved". */
function takeStatusChange(sentence: Sentence): Change | undefined {
  const light = [...LIGHT].flatMap((word) => sentence.find('word', word));
  const [at] = sentence.find('status', 'inProgress', 'resolved');
  for (const place of light) sentence.take(place);
  if (light.length === 0 || at === undefined) return undefined;
  sentence.take(at);
  return sentence.is(at, 'status', 'resolved') ? 'resolve' : 'start';
}

/** "open 1042 again". */
function takeReopening(sentence: Sentence): Change | undefined {
  if (!opensAgain(sentence)) return undefined;
  sentence.takeAll('word', 'open');
  sentence.takeAll('word', 'again');
  return 'reopen';
}

function takeChanges(sentence: Sentence): Set<Change> {
  const places = sentence.find('change');
  for (const at of places) sentence.take(at);
  const changes = places.flatMap((at) => VERBS[sentence.pieces[at]?.value ?? ''] ?? []);
  const more = [takeStatusChange(sentence), takeReopening(sentence)].flatMap((change) => change ?? []);
  return new Set([...changes, ...more]);
}

function takeMe(sentence: Sentence): boolean {
  const places = [...sentence.find('word', 'me'), ...sentence.find('word', 'myself')];
  const named = places.filter((at) => sentence.is(at - 1, 'word', 'to') || sentence.is(at - 1, 'owner'));
  for (const at of named) sentence.take(at);
  // "close it for me" is politeness.
  for (const at of places) if (sentence.takeIf(at - 1, 'word', 'for')) sentence.take(at);
  return named.length > 0;
}

/** Who an alert is given to. Anyone else who is named makes the sentence no change. */
function takeAssignee(sentence: Sentence, takes: boolean): string | undefined {
  const isMine = takeMe(sentence);
  const people = takePeople(sentence);
  sentence.takeAll('owner');
  const names = people.map(({ name, role }) => (role === 'account' ? undefined : name));
  const given = new Set([...names, ...(takes || isMine ? ['me'] : [])]);
  if (given.size > 1) sentence.refuse('severalValues');
  if (given.has(undefined)) sentence.refuse('filterWithoutSlot');
  return [...given][0];
}

/** The one comment: behind a colon, or in quotes. */
function takeComment(sentence: Sentence, behindColon: string | null): string | undefined {
  const quoted = sentence.find('quoted');
  for (const at of quoted) sentence.take(at);
  const comments = [...quoted.map((at) => sentence.text(at)), ...(behindColon === null ? [] : [behindColon])];
  if (comments.length > 1) sentence.refuse('severalValues');
  return comments[0];
}

/** The change that is meant, a comment beside it and a verdict without a verb considered; null = none or several. */
function meantChange(sentence: Sentence, changes: Set<Change>, hasVerdict: boolean): Change | null {
  const named = [...changes].filter((change) => change !== 'comment');
  if (hasVerdict && named.length === 0) return 'resolve';
  const [change = changes.has('comment') ? 'comment' : undefined, ...more] = named;
  if (more.length > 0 || (hasVerdict && change !== 'resolve')) sentence.refuse('severalChanges');
  return change ?? null;
}

/** "comment on 1042 as FP": the verdict stands beside a change that has none, and no other change is named. */
function commentsFirst(sentence: Sentence): boolean {
  const isChange = ({ kind, value }: Piece) => kind === 'change' || (kind === 'word' && LIGHT.has(value));
  const isVerdict = ({ kind }: Piece) => kind === 'classification' || kind === 'determination';
  const changes = sentence.pieces.filter(isChange);
  const first = sentence.pieces.find((piece) => isChange(piece) || isVerdict(piece));
  return first?.kind === 'change' && changes.every(({ value }) => value === 'comment');
}

function isComplete({ change, assignee, comment }: Omit<ChangeSlots, 'alert'>): boolean {
  if (comment === '' || (change === 'comment' && comment === undefined)) return false;
  return (change === 'assign') === (assignee !== undefined);
}

function readCommand(sentence: Sentence, behindColon: string | null): Reading {
  const [confirms, takes] = [sentence.has('change', 'confirm'), sentence.has('change', 'take')];
  // Before the verbs: a person may be called Mark.
  const assignee = takeAssignee(sentence, takes);
  const changes = takeChanges(sentence);
  const alerts = takeReferences(sentence, 'alert');
  sentence.takeAll('noun', 'alert');
  const verdict = takeVerdict(sentence, confirms);
  const comment = takeComment(sentence, behindColon);
  // "resolve it and comment" without the comment asks for more than would be done.
  if (changes.has('comment') && comment === undefined) return notUnderstood();
  const hasVerdict = verdict.classification !== undefined || verdict.determination !== undefined;
  const change = meantChange(sentence, changes, hasVerdict);
  const [alert, ...others] = alerts;
  if (others.length > 0) sentence.refuse('severalAlerts');
  if (hasVerdict && commentsFirst(sentence)) sentence.refuse('severalChanges');
  if (!sentence.isUnderstood(FILLERS)) return notUnderstood(sentence.because(FILLERS));
  if (alert === undefined || change === null) return notUnderstood();
  const slots = { change, ...verdict, ...given({ assignee, comment }) };
  return isComplete(slots) ? understood({ command: 'changeAlert', alert, ...slots }) : notUnderstood();
}

/** "show comments on 1042". */
function asksForComments(sentence: Sentence): boolean {
  const places = sentence.find('change');
  return sentence.has('word', 'show') && places.every((at) => /^(?:comments|notes)\b/i.test(sentence.text(at)));
}

/** Null where nothing is to be changed, or where somebody only asks. */
export function readChange(whole: Sentence): Reading | null {
  const { command, comment } = splitComment(whole);
  if (!isChange(command) || isQuestion(command) || asksForComments(command)) return null;
  return readCommand(command, comment);
}
