// Why a question about people, alerts or hunting data has no answer, as closed codes. Refused: the question may not or cannot be asked so. Failed: it
// was asked, or would have been, and nothing came of it.
import { isBotError } from './errors';
import type { UnanswerableSlot } from './hunting-question';
import { queryFaultOf, type QueryFault } from './query-fault';
import type { Untrusted } from './untrusted';

export type HuntRefusal =
  /** A name or UPN outside an investigator's personal chat: one answer, whether anybody is called so or not. */
  | { code: 'nameNeedsInvestigator' }
  /** One answer for nobody by that name or alias and for the asker, who would else learn their own alias. */
  | { code: 'personRefused'; reason: 'isSelf' | 'unknown' }
  | { code: 'accountAmbiguous'; people: number }
  /** Known to the bot, but by nothing that hunting rows hold. */
  | { code: 'personNotInData' }
  | { code: 'alertUnknown' }
  /** One answer for no such incident and for one of which nothing may be shown. */
  | { code: 'incidentUnknown' }
  /** A list by a policy's name, which the store does not hold. */
  | { code: 'policyNotKept' }
  /** More alerts would have to be searched than are: a list of some of them would look whole. */
  | { code: 'tooManyAlerts'; most: number }
  /** The alert is about the asker. */
  | { code: 'isSubject' }
  | { code: 'alertWithoutPerson' }
  /** The tenant's labels from which to choose. */
  | { code: 'labelUnknown'; labels: readonly Untrusted[] }
  | { code: 'infoTypeUnknown'; known: readonly string[] }
  | { code: 'slotUnusable'; slot: 'targetDomain' | 'device' | 'department' }
  | { code: 'notAnswerable'; slot: UnanswerableSlot }
  /** All of the window lies before what the data reach. */
  | { code: 'windowBeyondReach' };

export type HuntPermission = 'ThreatHunting.Read.All' | 'SensitivityLabel.Read' | 'User.Read.All';

export type HuntFailure =
  | { code: 'askedTooOften'; retryAfterSeconds: number }
  | { code: 'botQuotaUsed'; retryAfterSeconds: number }
  /** Too many questions wait for their turn already. */
  | { code: 'botBusy' }
  /** The tenant's calls or its share of processing, which every tool of the tenant uses. */
  | { code: 'tenantQuotaUsed'; retryAfterSeconds: number }
  | { code: 'timedOut' }
  /** The tenant has no such table: Insider Risk Management does not share its data with Defender. */
  | { code: 'sharingOff' }
  | { code: 'tooLarge' }
  | { code: 'notPermitted'; permission: HuntPermission }
  /** Graph stopped the query for what it would cost. */
  | { code: 'tooHeavy' }
  /** Graph cannot make sense of the query, and the schema is the one it was built for. */
  | { code: 'queryUnreadable' }
  /** Graph refused the query, in words that nobody knows. */
  | { code: 'queryRefused' }
  | { code: 'unavailable' };

export type HuntingFailure = HuntRefusal | HuntFailure;
export type HuntingFailureCode = HuntingFailure['code'];

const DEFAULT_WAIT_SECONDS = 60;

function ofFault(fault: QueryFault | null): 'tooHeavy' | 'queryUnreadable' | 'queryRefused' {
  if (fault === null) return 'queryRefused';
  return fault === 'tooHeavy' ? 'tooHeavy' : 'queryUnreadable';
}

/** Null for what is no BotError. `permission`: what the failed call needs. */
export function failureOfError(error: unknown, permission: HuntPermission): HuntFailure | null {
  if (!isBotError(error)) return null;
  const waitMs = error.retryAfterMs ?? DEFAULT_WAIT_SECONDS * 1_000;
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  switch (error.code) {
    case 'throttled':
      // Without a status nothing was sent: the bot's own budget of requests is what is used up.
      return { code: error.status === undefined ? 'botQuotaUsed' : 'tenantQuotaUsed', retryAfterSeconds };
    case 'timedOut':
    case 'tooLarge':
      return { code: error.code };
    case 'forbidden':
      return { code: 'notPermitted', permission };
    case 'badRequest':
      return { code: ofFault(queryFaultOf(error)) };
    default:
      return { code: 'unavailable' };
  }
}
