// Every card the product draws, with outside text wherever a card can carry any: for tests that hold for all of them.
import type { AdaptiveCard } from '../../src/cards/adaptive-card';
import { drawAlertCard, REFRESH_FOR_MAX, type AlertCardOptions } from '../../src/cards/alert-card';
import { drawDigestCard } from '../../src/cards/digest-card';
import { drawForm } from '../../src/cards/form-card';
import { drawSeverityReply } from '../../src/cards/severity-reply';
import { CLASSIFICATIONS } from '../../src/domain/alert';
import { ITEMS_SHOWN } from '../../src/cards/text-facts';
import type { KeptDetails } from '../../src/domain/alert-details';
import { MAX_DESCRIPTION, MAX_EVIDENCE_NAME } from '../../src/graph/details-from-graph';
import { CARD_TIERS } from '../../src/domain/delivery';
import { channelView, digestView, discloseAlert, neutralView, revealAlert } from '../../src/domain/disclosure';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { at, storedAlert, SUBJECT } from '../domain/alert-builder';
import { everySaying } from '../domain/wording/sayings';
import { everyAnswer } from './every-answer';

export const CARD_REF = 'ref-0123456789abcdef0123456789abcdef';

/** Teams ids as long as they come, for as many people as are allowed. */
export const MANY_PEOPLE = Array.from({ length: REFRESH_FOR_MAX }, (_, index) => `29:${String(index).padEnd(80, 'x')}`);

export const options = (over: Partial<AlertCardOptions> = {}): AlertCardOptions => ({
  cardRef: CARD_REF,
  refreshFor: [],
  tier: 'full',
  possibleRepeat: false,
  saying: null,
  ...over,
});

/** An alert with everything in it that a card can show. */
export const fullAlert = (outside: string, over: Partial<StoredAlert> = {}): StoredAlert =>
  storedAlert({
    status: 'resolved',
    classification: 'informationalExpectedActivity',
    determination: 'lineOfBusinessApplication',
    assignedTo: Untrusted.of(outside),
    lastChange: { what: 'comment', who: Untrusted.of(outside), at: at('2026-11-23T06:08:00Z') },
    resolvedDateTime: at('2026-11-23T06:20:00Z'),
    evidence: { files: 999_999, labels: 9_999, destinations: 9_999, devices: 9_999, others: 9_999 },
    mitreTechniques: Array.from({ length: 20 }, () => 'T1048.002'),
    alias: 'K7F2K7F2K7F2K7F2',
    alertWebUrl: `https://security.microsoft.com/alerts/${'a'.repeat(400)}`,
    ...over,
  });

/** As much of what an alert says as is kept, all of it from outside; `displayName` is whom it names. */
export function keptOf(outside: string, displayName = SUBJECT.displayName): KeptDetails {
  const name = Untrusted.of(outside.slice(0, MAX_EVIDENCE_NAME));
  const many = Array.from({ length: ITEMS_SHOWN + 1 }, () => name);
  const identity = { ...SUBJECT, displayName };
  const description = Untrusted.of(outside.slice(0, MAX_DESCRIPTION));
  return {
    details: { title: name, description, files: many, devices: many, places: many, messages: many, people: [identity] },
    people: [{ identity, alias: 'K7F2' }],
  };
}

const investigator = { homeTenant: true, roles: ['investigator'], isSubject: false } as const;
const analyst = { homeTenant: true, roles: ['analyst'], isSubject: false } as const;

function alertCards(outside: string): [string, AdaptiveCard][] {
  const saying = everySaying(outside).find(({ code }) => code === 'stale') ?? null;
  const worst = options({ refreshFor: MANY_PEOPLE, possibleRepeat: true, saying });
  const views = [channelView(fullAlert(outside)), discloseAlert(fullAlert(outside), analyst, keptOf(outside))] as const;
  const masked = discloseAlert(fullAlert(outside), investigator, keptOf(outside));
  const named = revealAlert(fullAlert(outside), investigator, keptOf(outside, outside), at('2026-11-23T07:00:00Z'));
  const statuses = (['new', 'inProgress', null] as const).map((status) => channelView(fullAlert(outside, { status })));
  return [
    ...CARD_TIERS.flatMap((tier): [string, AdaptiveCard][] => [
      [`alert, channel, ${tier}`, drawAlertCard(views[0], { ...worst, tier })],
      [`alert, analyst, ${tier}`, drawAlertCard(views[1], { ...worst, tier })],
    ]),
    ['alert, investigator, full', drawAlertCard(masked, worst)],
    ...(named === null ? [] : [['alert, named, full', drawAlertCard(named, worst)] satisfies [string, AdaptiveCard]]),
    ...statuses.map((view): [string, AdaptiveCard] => [`alert, ${view.status}`, drawAlertCard(view, worst)]),
    ...CARD_TIERS.map((tier): [string, AdaptiveCard] => [
      `neutral alert, ${tier}`,
      drawAlertCard(neutralView(fullAlert(outside, { status: 'new' })), { ...worst, saying: null, tier }),
    ]),
    ['alert, gone', drawAlertCard(channelView(fullAlert(outside, { gone: true, severity: null })), worst)],
  ];
}

function forms(outside: string): [string, AdaptiveCard][] {
  const view = channelView(fullAlert(outside, { status: 'inProgress' }));
  const asked = { missing: null, typed: Untrusted.of(outside), view, cardRef: CARD_REF };
  return [
    ['comment form', drawForm({ ...asked, form: { form: 'comment' }, missing: 'comment' })],
    ['reveal form', drawForm({ ...asked, form: { form: 'reveal' }, missing: 'reason' })],
    ['resolve form, step 1', drawForm({ ...asked, form: { form: 'resolve', classification: null } })],
    ...CLASSIFICATIONS.map((classification): [string, AdaptiveCard] => [
      `resolve form, ${classification}`,
      drawForm({ ...asked, form: { form: 'resolve', classification }, missing: 'determination' }),
    ]),
  ];
}

export function everyCard(outside: string): [string, AdaptiveCard][] {
  const many = Array.from({ length: 100 }, (_, index) => fullAlert(outside, { number: 1000 + index, status: 'new' }));
  return [
    ...alertCards(outside),
    ...forms(outside),
    ...CARD_TIERS.map((tier): [string, AdaptiveCard] => [`digest, ${tier}`, drawDigestCard(digestView(many, 7), tier)]),
    ['digest, neutral', drawDigestCard(digestView(many, 7, true), 'full')],
    ['digest, empty', drawDigestCard(digestView([], 0), 'full')],
    ['severity reply', drawSeverityReply({ number: 1042, severity: 'high' })],
    ...everyAnswer(outside),
  ];
}
