// The only place that decides what of an alert may be shown to whom and where. Cards, digests and replies accept the
// views made here and nothing else; the brand keeps any other room from making one.
import { refusalFor, type Asker } from './analyst';
import type { KeptDetails } from './alert-details';
import {
  DETECTION_SOURCES,
  type Classification,
  type Determination,
  type EvidenceCounts,
  type Severity,
  type AlertStatus,
} from './alert';
import { maskedText, namedText, type DetailText } from './detail-text';
import type { Instant } from './instant';
import { isNameOf, spells } from './mask-text';
import type { PersonIdentity } from './person';
import { decodePercents, isPlainAddress, portalLink } from './portal-link';
import type { RiskKind } from './risk-kind';
import type { Reduced, StoredAlert } from './stored-alert';
import { changesOffered, type Change, type ChangeKind } from './triage-rules';
import { mentionsAny, sameText, toGraphValue, Untrusted } from './untrusted';

declare const disclosed: unique symbol;

/** What everyone in the channel may see. No title, no name of the subject, no file, no device. */
export interface ChannelView {
  readonly [disclosed]: 'channel';
  readonly number: number;
  readonly version: string;
  readonly severity: Severity | null;
  readonly status: AlertStatus | null;
  readonly riskKind: RiskKind;
  readonly alias: string | null;
  readonly raised: Instant | null;
  readonly firstActivity: Instant | null;
  readonly lastActivity: Instant | null;
  readonly evidence: EvidenceCounts | null;
  readonly owner: Untrusted | null;
  readonly classification: Classification | null;
  readonly determination: Determination | null;
  readonly lastChange: { what: Change['kind'] | 'elsewhere'; who: Untrusted | null; at: Instant } | null;
  /** https on a Microsoft portal host, or null. */
  readonly portalUrl: string | null;
  readonly offers: readonly ChangeKind[];
  readonly gone: boolean;
  /** Its retention is over: nothing but what stands here is kept of it. */
  readonly reduced: Reduced | null;
  /** That names were shown is told, never whose or to whom. */
  readonly revealedUntil: Instant | null;
  /** For a channel with guests and the like: alias, owner and names are left out, and the card asks for nothing. */
  readonly neutral: boolean;
}

export interface Details {
  readonly incidentId: string | null;
  readonly detectionSource: string | null;
  readonly mitreTechniques: readonly string[];
  readonly lastUpdated: Instant | null;
  readonly resolved: Instant | null;
  readonly commentCount: number;
  /** Null when it is no longer kept. */
  readonly text: DetailText | null;
}

/** What an analyst or investigator may see for themselves: what the alert says, with people as aliases. */
export interface MaskedView extends Omit<ChannelView, typeof disclosed> {
  readonly [disclosed]: 'masked';
  readonly details: Details;
  /** The viewer may ask for the names, and there are some. */
  readonly mayReveal: boolean;
}

/** What an investigator who gave a reason sees for a while: the same with names. */
export interface NamedView extends Omit<ChannelView, typeof disclosed> {
  readonly [disclosed]: 'named';
  readonly details: Details;
  readonly until: Instant;
}

/** A card of an alert, as much of it as was decided. */
export type AlertView = ChannelView | MaskedView | NamedView;

export type Viewer = 'everyone' | Asker;

const INCIDENT_ID = /^\d{1,20}$/;
const TECHNIQUE = /^T\d{4}(\.\d{3})?$/;
export const TECHNIQUES_SHOWN = 10;

/** Every identifier of the person an alert is about that is known and not blank, as it is written. */
export function subjectForms(subject: PersonIdentity | null): string[] {
  if (subject === null) return [];
  const prefix = subject.userPrincipalName?.split('@')[0] ?? null;
  const { userPrincipalName, displayName, accountName, objectId, sid } = subject;
  const forms = [userPrincipalName, prefix, displayName, accountName, objectId, sid];
  return forms.filter((form) => form !== null).filter((form) => form.trim() !== '');
}

/** Owners stand by their UPN, and that of an erased person is known again. */
function isErasedOwner({ isKnownAgainBy }: PersonIdentity, name: Untrusted): boolean {
  return isKnownAgainBy?.([`upn:${toGraphValue(name).trim().normalize('NFC').toLowerCase()}`]) ?? false;
}

/** Whether the text is one of the person's names or identifiers and nothing else. */
export function isCalled(name: Untrusted, person: PersonIdentity): boolean {
  return subjectForms(person).some((form) => sameText(name, form)) || isNameOf(name, person);
}

/** An owner who is the person the alert is about is named by alias like everywhere else. */
export function maskSubject(alert: StoredAlert, name: Untrusted): Untrusted {
  const { subject } = alert;
  if (subject === null) return name;
  const isSubject = isCalled(name, subject) || spells(name, subject) || isErasedOwner(subject, name);
  return isSubject ? Untrusted.of(alert.alias === null ? 'the person concerned' : `Person ${alert.alias}`) : name;
}

/** The portal's address, unless it may spell somebody or something: a button is read by everyone who hovers over it. */
export function namelessLink(alert: Pick<StoredAlert, 'alertWebUrl' | 'subject'>): string | null {
  const link = portalLink(alert.alertWebUrl);
  if (link === null || !isPlainAddress(link)) return null;
  if (alert.subject === null) return link;
  const { userPrincipalName, objectId, sid } = alert.subject;
  const spelt = Untrusted.of(decodePercents(link));
  const named = [userPrincipalName, objectId, sid].some((id) => id !== null && mentionsAny(spelt, [id.toLowerCase()]));
  return named ? null : link;
}

type Shown = Omit<ChannelView, typeof disclosed>;

function shownToEveryone(alert: StoredAlert): Shown {
  const change = alert.lastChange;
  return {
    number: alert.number,
    version: alert.version,
    severity: alert.severity,
    status: alert.status,
    riskKind: alert.riskKind,
    alias: alert.alias,
    raised: alert.createdDateTime,
    firstActivity: alert.firstActivityDateTime,
    lastActivity: alert.lastActivityDateTime,
    evidence: alert.evidence,
    owner: alert.assignedTo && maskSubject(alert, alert.assignedTo),
    classification: alert.classification,
    determination: alert.determination,
    lastChange: change && { ...change, who: change.who && maskSubject(alert, change.who) },
    portalUrl: namelessLink(alert),
    offers: alert.gone || alert.reduced !== null ? [] : changesOffered(alert.status),
    gone: alert.gone,
    reduced: alert.reduced,
    revealedUntil: alert.revealedUntil,
    neutral: false,
  };
}

export function channelView(alert: StoredAlert): ChannelView {
  return shownToEveryone(alert) as ChannelView;
}

/** What may stand in a channel that is no place for identities: nobody's name and nobody's alias, nothing to press. */
export function neutralView(alert: StoredAlert): ChannelView {
  const shown = shownToEveryone(alert);
  const lastChange = shown.lastChange && { ...shown.lastChange, who: null };
  const bare: Shown = { ...shown, alias: null, owner: null, lastChange, offers: [], neutral: true };
  return bare as ChannelView;
}

function detailsOf(alert: StoredAlert, text: DetailText | null): Details {
  const word = alert.detectionSource;
  return {
    incidentId: alert.incidentId !== null && INCIDENT_ID.test(alert.incidentId) ? alert.incidentId : null,
    detectionSource: (DETECTION_SOURCES as readonly (string | null)[]).includes(word) ? word : null,
    mitreTechniques: alert.mitreTechniques.filter((id) => TECHNIQUE.test(id)).slice(0, TECHNIQUES_SHOWN),
    lastUpdated: alert.lastUpdateDateTime,
    resolved: alert.resolvedDateTime,
    commentCount: alert.commentCount,
    text,
  };
}

/** Nothing is left to be seen of a stub. Of whom an alert is that names nobody is not known, so it could be any reader: investigators alone look into it. */
function seesDetails(alert: StoredAlert, viewer: Asker): boolean {
  if (alert.reduced !== null || refusalFor('seeDetails', viewer) !== null) return false;
  return alert.subject !== null || (viewer.roles ?? []).includes('investigator');
}

/** `kept` null = nothing is kept of what the alert says. Who may not see details gets what everyone gets. */
export function discloseAlert(alert: StoredAlert, viewer: Viewer, kept: KeptDetails | null): ChannelView | MaskedView {
  if (viewer === 'everyone' || !seesDetails(alert, viewer)) return channelView(alert);
  const details = detailsOf(alert, kept && maskedText(kept));
  const mayReveal = kept !== null && refusalFor('reveal', viewer) === null;
  return { ...shownToEveryone(alert), details, mayReveal } as MaskedView;
}

/** The alert with its names, until a moment; null for who may not, and when nothing is kept. */
export function revealAlert(
  alert: StoredAlert,
  viewer: Asker,
  kept: KeptDetails | null,
  until: Instant,
): NamedView | null {
  if (kept === null || refusalFor('reveal', viewer) !== null) return null;
  const view = {
    ...shownToEveryone(alert),
    owner: alert.assignedTo,
    details: detailsOf(alert, namedText(kept)),
    until,
  };
  return view as NamedView;
}

export function hasDetails(view: AlertView): view is MaskedView | NamedView {
  return 'details' in view;
}

export function showsNames(view: AlertView): view is NamedView {
  return 'until' in view;
}

export function mayReveal(view: AlertView): boolean {
  return 'mayReveal' in view && view.mayReveal;
}

/** One line of a digest: a channel view cut to what a list needs. */
export interface DigestView {
  readonly [disclosed]: 'digest';
  readonly alerts: readonly ChannelView[];
  /** Alerts first seen when they were already resolved, since this channel's last digest. */
  readonly alreadyResolved: number;
  readonly neutral: boolean;
}

export function digestView(alerts: readonly StoredAlert[], alreadyResolved: number, neutral = false): DigestView {
  const shown = alerts.map(neutral ? neutralView : channelView);
  const view: Omit<DigestView, typeof disclosed> = { alerts: shown, alreadyResolved, neutral };
  return view as DigestView;
}
