// The only place that decides what of a hunting answer may be shown to whom and where. Cards accept the view made here
// and nothing else; the brand keeps any other room from making one.
import type { DlpOutcome, HuntingActivity, HuntingGroup, Window } from './command';
import type { Untrusted } from './untrusted';

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
