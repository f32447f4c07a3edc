// One hunting failure of every code, for tests that hold for all of them. `outside` stands wherever one carries outside text.
import type { HuntingFailure, HuntingFailureCode } from '../../../src/domain/hunting-failure';
import { Untrusted } from '../../../src/domain/untrusted';

// Keyed by code, so that a code without an example does not compile.
type Examples = { [C in HuntingFailureCode]: Omit<Extract<HuntingFailure, { code: C }>, 'code'> };

export function everyFailure(outside: string): HuntingFailure[] {
  const examples: Examples = {
    askedTooOften: { retryAfterSeconds: 41 },
    botQuotaUsed: { retryAfterSeconds: 1 },
    botBusy: {},
    tenantQuotaUsed: { retryAfterSeconds: 900 },
    timedOut: {},
    sharingOff: {},
    tooLarge: {},
    notPermitted: { permission: 'ThreatHunting.Read.All' },
    tooHeavy: {},
    queryUnreadable: {},
    queryRefused: {},
    unavailable: {},
    labelUnknown: { labels: Array<Untrusted>(40).fill(Untrusted.of(outside)) },
    infoTypeUnknown: { known: Array<string>(40).fill('Credit Card Number') },
    slotUnusable: { slot: 'device' },
    notAnswerable: { slot: 'groupBy' },
    windowBeyondReach: {},
    nameNeedsInvestigator: {},
    personRefused: { reason: 'unknown' },
    accountAmbiguous: { people: 3 },
    personNotInData: {},
    alertUnknown: {},
    incidentUnknown: {},
    policyNotKept: {},
    tooManyAlerts: { most: 5_000 },
    isSubject: {},
    alertWithoutPerson: {},
  };
  return Object.entries(examples).map(([code, rest]) => ({ code, ...rest }) as HuntingFailure);
}
