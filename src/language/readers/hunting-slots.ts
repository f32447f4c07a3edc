// The slots of a hunting summary, whatever the sentence around them.
import { DLP_OUTCOMES, type HuntingSlots, type Period } from '../../domain/command';
import type { Sentence } from '../sentence/sentence';
import { refuseAlternatives, refuseMeBesideOthers } from '../slots/alternatives';
import { takeActivity } from '../slots/activity';
import { takeComparison } from '../slots/comparison';
import { takeDestination } from '../slots/destination';
import { takeGrouping } from '../slots/grouping';
import { takeLabel } from '../slots/label';
import { takeNamedValue } from '../slots/named-value';
import { takePeople } from '../slots/people';
import { takeReferences } from '../slots/reference';
import { spanSlot, takeSpan, type SpanForm } from '../slots/span';
import { given, onlyOne } from './outcome';

export interface FoundHunting {
  slots: HuntingSlots & { period?: Period };
  widened: boolean;
}

/** "on LT-4471": a device by its name alone. */
function takeDevice(sentence: Sentence): string | undefined {
  const named = takeNamedValue(sentence, 'device');
  const ids = sentence.find('id').filter((at) => sentence.is(at - 1, 'word', 'on', 'from'));
  for (const at of ids) sentence.take(at);
  return onlyOne(sentence, [...(named === undefined ? [] : [named]), ...ids.map((at) => sentence.text(at))]);
}

/** "uploads by me", "what did I print": hunting takes a person by name alone. */
function refuseMyself(sentence: Sentence): void {
  const me = sentence
    .find('word', 'me', 'myself')
    .filter((at) => sentence.is(at - 1, 'word', 'by', 'of', 'from', 'about'));
  const i = sentence.find('word', 'i').filter((at) => sentence.is(at - 1, 'word', 'did', 'have', 'had', 'was'));
  if (me.length + i.length > 0) sentence.refuse('filterWithoutSlot');
}

function takeAccount(sentence: Sentence): string | undefined {
  refuseMeBesideOthers(sentence);
  refuseMyself(sentence);
  const people = takePeople(sentence);
  if (people.some(({ role }) => role !== 'account')) sentence.refuse('filterWithoutSlot');
  if (people.length > 1) sentence.refuse('severalValues');
  return people[0]?.name;
}

const ALERT_LEADS = [
  'around',
  'about',
  'behind',
  'for',
  'of',
  'with',
  'in',
  'related',
  'linked',
  'to',
  'on',
  'from',
  'regarding',
];

/** An alert is named behind "around" and the like; "it" elsewhere means what was said before. */
function isLed(sentence: Sentence, at: number): boolean {
  // "in 2025" is a year.
  if (/^(?:19|20)\d\d$/.test(sentence.text(at)) && sentence.is(at - 1, 'word', 'in', 'for', 'of', 'from')) return false;
  const mark = sentence.is(at - 1, 'mark', '#') ? at - 1 : at;
  const noun = sentence.is(mark - 1, 'noun', 'alert') ? mark - 1 : mark;
  const lead = sentence.is(noun - 1, 'word', 'the') ? noun - 1 : noun;
  return sentence.is(lead - 1, 'word', ...ALERT_LEADS);
}

function takeAlert(sentence: Sentence): string | undefined {
  for (const at of sentence.find('this', 'it')) if (!isLed(sentence, at)) sentence.take(at);
  const references = [...sentence.find('number'), ...sentence.find('id'), ...sentence.find('this')];
  const isNamed = references.some((at) => isLed(sentence, at));
  const [alert, ...others] = isNamed ? takeReferences(sentence, 'alert') : [];
  if (others.length > 0) sentence.refuse('severalAlerts');
  if (alert !== undefined) sentence.takeAll('noun', 'alert');
  return alert;
}

function takeDlpOutcome(sentence: Sentence) {
  const places = sentence.find('dlp');
  for (const at of places) sentence.take(at);
  return onlyOne(
    sentence,
    places.flatMap((at) => DLP_OUTCOMES.find((each) => each === sentence.pieces[at]?.value) ?? []),
  );
}

export function takeHuntingSlots(sentence: Sentence, form: SpanForm): FoundHunting {
  const check = takeComparison(sentence);
  const sensitiveInfoType = takeNamedValue(sentence, 'sit');
  const department = takeNamedValue(sentence, 'department');
  const device = takeDevice(sentence);
  const label = takeLabel(sentence);
  const { activity, widened } = takeActivity(sentence);
  const { targetDomain, widened: isOwn } = takeDestination(sentence, activity);
  const dlpOutcome = takeDlpOutcome(sentence);
  const { groupBy, top } = takeGrouping(sentence);
  const account = takeAccount(sentence);
  const alert = takeAlert(sentence);
  const anomalousOnly = sentence.takeAll('anomalous') > 0 ? true : undefined;
  const span = takeSpan(sentence);
  const compare = check(span);
  refuseAlternatives(sentence);
  const filters = given({
    activity,
    targetDomain,
    label,
    account,
    department,
    device,
    sensitiveInfoType,
    dlpOutcome,
    alert,
    anomalousOnly,
  });
  return {
    slots: { ...filters, ...given({ groupBy, top, compare }), ...spanSlot(sentence, span, form) },
    widened: widened || isOwn,
  };
}
