// The only place that decides what of a hunting answer may be shown to whom and where. Cards accept the view made here
// and nothing else; the brand keeps any other room from making one.
import type { Role } from './analyst';
import type { DlpOutcome, HuntingActivity, HuntingGroup, Window } from './command';
import type { HuntingAnswer } from './hunting-answer';
import { followUpsOf, gapsOf } from './hunting-gaps';
import { huntingKql } from './hunting-kql';
import { huntingLink } from './hunting-link';
import { deviceCode, denotesPerson, maskedQuestion, personAlias, type AliasCandidate } from './hunting-mask';
import { createTextMasker } from './mask-text';
import { Untrusted } from './untrusted';

declare const disclosed: unique symbol;

/** Exact: distinct non-empty `ObjectId`, distinct non-empty `AccountUpn`, rows. */
export interface HuntingFigures {
  readonly files: number;
  readonly people: number;
  /** Events, or behaviours where the question is about unusual behaviour. */
  readonly rows: number;
}

/** The filters as they were read. Who or what denotes a person is an alias already where the viewer may not see more. */
export interface HuntingAsked {
  readonly activity: HuntingActivity | null;
  readonly targetDomain: Untrusted | null;
  readonly label: Untrusted | null;
  readonly account: Untrusted | null;
  readonly department: Untrusted | null;
  readonly device: Untrusted | null;
  readonly sensitiveInfoType: Untrusted | null;
  readonly dlpOutcome: DlpOutcome | null;
  /** Short number. */
  readonly alertNumber: number | null;
  readonly anomalousOnly: boolean;
  readonly groupBy: HuntingGroup | null;
  /** The sentence named one kind of the activity; all of it was counted. */
  readonly widened: boolean;
}

export interface HuntingRow {
  /** Null: the value was empty in the data ("not given"). */
  readonly key: Untrusted | null;
  readonly figures: HuntingFigures;
}

/** One local day. */
export interface HuntingDay {
  /** `2026-03-04`, in the answer's zone. */
  readonly day: string;
  readonly figures: HuntingFigures;
}

/** Known gaps of the data, each said in one sentence. */
export const HUNTING_GAPS = [
  'sharedDataOnly',
  'windowCutTo30Days',
  'mailNotShared',
  'aiPartlyShared',
  'domainColumnMissing',
  'groupColumnMissing',
  'behaviorsByDay',
  'deviceNamesMasked',
  'peopleUnknownLeftOut',
] as const;
export type HuntingGap = (typeof HUNTING_GAPS)[number];

/** Follow-up questions, each a button that runs the same question changed in one slot. */
export const HUNTING_FOLLOW_UPS = ['who', 'whereTo', 'byDay', 'compare'] as const;
export type HuntingFollowUp = (typeof HUNTING_FOLLOW_UPS)[number];

export interface HuntingAnswerView {
  readonly [disclosed]: 'hunting';
  /** Which table was asked: events and behaviours are never added together. */
  readonly counts: 'events' | 'behaviors';
  readonly asked: HuntingAsked;
  /** What was searched, cut to what the data reach. */
  readonly window: Window;
  /** IANA zone in which the window is said. */
  readonly timeZone: string;
  /** True when the sentence named no time and the bot's own default applies. */
  readonly defaultWindow: boolean;
  readonly total: HuntingFigures;
  /** The period right before, when a comparison was asked for. */
  readonly previous: { readonly window: Window; readonly total: HuntingFigures } | null;
  /** Ranked by files, then by rows; empty without `groupBy`. */
  readonly rows: readonly HuntingRow[];
  /** Distinct keys in the data, `rows` may hold fewer. */
  readonly rowsInAll: number;
  /** One entry a local day without gaps; null when it would be a single point or more than 31. */
  readonly days: readonly HuntingDay[] | null;
  readonly gaps: readonly HuntingGap[];
  /** The KQL that ran; literals that denote a person show as aliases where the viewer may not see more. */
  readonly kql: Untrusted;
  /** Opens the query in Defender; null where the link would carry a name, and above 2,000 characters. */
  readonly portalUrl: string | null;
  readonly followUps: readonly HuntingFollowUp[];
}

/** Who looks, and where they stand. */
export interface HuntingViewer {
  readonly roles: readonly Role[];
  readonly place: 'channel' | 'personal';
}

/** Names stand in an investigator's personal chat alone; a channel is read by others, whoever asked. */
export function seesNames(viewer: HuntingViewer): boolean {
  return viewer.place === 'personal' && viewer.roles.includes('investigator');
}

export interface DisclosureKeys {
  /** Aliases (`K7F2`) by UPN in lower case, of everybody in the rows. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly aliasCandidate: AliasCandidate;
  /** The cloud's own Defender portal. */
  readonly portalHost: string;
}

/** A person without an alias is nobody rather than a name. */
function maskPerson(name: string, aliases: DisclosureKeys['aliases']): string {
  const alias = aliases.get(name.toLowerCase());
  return alias === undefined ? 'a person' : personAlias(alias);
}

function shownKey(key: string, answer: HuntingAnswer, named: boolean, keys: DisclosureKeys): string {
  switch (answer.question.groupBy) {
    case 'account':
      return named ? key : maskPerson(key, keys.aliases);
    case 'device':
      return named ? key : deviceCode(keys.aliasCandidate, key);
    case 'label':
      return answer.labelNames.get(key.toLowerCase()) ?? (named ? key : withoutPeople(key, answer, keys));
    default:
      return named ? key : withoutPeople(key, answer, keys);
  }
}

const knownByUpn = (userPrincipalName: string) => ({
  objectId: null,
  userPrincipalName,
  sid: null,
  displayName: null,
  accountName: null,
});

/** Sites and departments may be called after the person who was asked about. */
function withoutPeople(key: string, { question, asked }: HuntingAnswer, { aliases }: DisclosureKeys): string {
  const upn = question.person?.userPrincipalName ?? null;
  if (upn === null) return key;
  const identity = { ...knownByUpn(upn), displayName: asked.person?.name ?? null };
  const alias = asked.person?.alias ?? aliases.get(upn.toLowerCase()) ?? null;
  return createTextMasker([{ identity, alias }])(key);
}

function askedAs(answer: HuntingAnswer, named: boolean, keys: DisclosureKeys): HuntingAsked {
  const { question, asked } = answer;
  const { person } = asked;
  const text = (value: string | null) => (value === null ? null : Untrusted.of(value));
  const device = (name: string) => (named ? name : deviceCode(keys.aliasCandidate, name));
  return {
    activity: question.activity,
    targetDomain: text(question.targetDomain),
    label: text(asked.label),
    account: text(person && ((named ? person.name : null) ?? personAlias(person.alias))),
    department: text(question.department),
    device: text(question.device === null ? null : device(question.device)),
    sensitiveInfoType: text(asked.sensitiveInfoType),
    dlpOutcome: question.dlpOutcome,
    alertNumber: asked.alertNumber,
    anomalousOnly: question.counts === 'behaviors',
    groupBy: question.groupBy,
    widened: asked.widened,
  };
}

/** The text that ran, or the one that would run if everybody were called by their alias. */
function shownKql(answer: HuntingAnswer, named: boolean, keys: DisclosureKeys): string {
  const { question, asked, columns, query } = answer;
  if (named || !denotesPerson(question)) return query.text;
  const mask = (name: string) => deviceCode(keys.aliasCandidate, name);
  return huntingKql(maskedQuestion(question, asked.person?.alias ?? null, mask), columns);
}

/** The most that the viewer may see of the answer where they stand. */
export function discloseHunting(answer: HuntingAnswer, viewer: HuntingViewer, keys: DisclosureKeys): HuntingAnswerView {
  const { question, summary, query } = answer;
  const named = seesNames(viewer);
  const hidden = !named && denotesPerson(question);
  const view: Omit<HuntingAnswerView, typeof disclosed> = {
    counts: question.counts,
    asked: askedAs(answer, named, keys),
    window: question.window,
    timeZone: question.timeZone,
    defaultWindow: answer.window.isDefault,
    total: summary.total,
    previous: question.previous && summary.previous && { window: question.previous, total: summary.previous },
    rows: summary.groups.map(({ key, figures }) => ({
      key: key === null ? null : Untrusted.of(shownKey(key, answer, named, keys)),
      figures,
    })),
    rowsInAll: summary.groupsInAll,
    days: summary.days,
    gaps: gapsOf(answer, !named),
    kql: Untrusted.of(shownKql(answer, named, keys)),
    portalUrl: hidden ? null : huntingLink(query.text, keys.portalHost),
    followUps: followUpsOf(answer),
  };
  return view as HuntingAnswerView;
}
