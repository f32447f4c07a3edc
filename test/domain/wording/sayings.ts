// One saying of every code, for tests that hold for all of them. `outside` stands wherever a saying carries outside text.
import type { Saying, SayingCode } from '../../../src/domain/saying';
import { Untrusted } from '../../../src/domain/untrusted';
import { at } from '../alert-builder';

export function everySaying(outside: string): Saying[] {
  const text = Untrusted.of(outside);
  const byCode: { [C in SayingCode]: Extract<Saying, { code: C }> } = {
    noRole: { code: 'noRole', needs: ['analyst', 'investigator'] },
    isSubject: { code: 'isSubject' },
    lookupFailed: { code: 'lookupFailed' },
    otherTenant: { code: 'otherTenant' },
    cardNoLongerValid: { code: 'cardNoLongerValid' },
    repeatCard: { code: 'repeatCard' },
    notInsiderRisk: { code: 'notInsiderRisk' },
    alertGone: { code: 'alertGone' },
    changeNotLegal: { code: 'changeNotLegal', status: 'resolved' },
    notAsker: { code: 'notAsker' },
    alreadySo: { code: 'alreadySo', status: 'inProgress', owner: text },
    assigneeUnknown: { code: 'assigneeUnknown' },
    assigneeAmbiguous: { code: 'assigneeAmbiguous' },
    commentMissing: { code: 'commentMissing' },
    detailsNotKept: { code: 'detailsNotKept' },
    verbUnknown: { code: 'verbUnknown' },
    notAvailableYet: { code: 'notAvailableYet' },
    auditUnavailable: { code: 'auditUnavailable' },
    notUnderstood: { code: 'notUnderstood', because: 'exclusion', examples: ['show 1042', 'open incidents'] },
    understoodOnly: { code: 'understoodOnly', command: 'reportTriage' },
    stale: {
      code: 'stale',
      status: 'inProgress',
      owner: text,
      changedBy: text,
      changedAt: at('2026-11-23T06:08:00Z'),
      commentAdded: false,
    },
    changeInProgress: { code: 'changeInProgress' },
    working: { code: 'working' },
    graphThrottled: { code: 'graphThrottled', retryAfterSeconds: 7 },
    graphUnavailable: { code: 'graphUnavailable' },
    outcomeUncertain: { code: 'outcomeUncertain' },
    changedButCommentFailed: { code: 'changedButCommentFailed' },
    help: { code: 'help', place: 'channel' },
    welcome: { code: 'welcome', place: 'channel' },
    roles: { code: 'roles', roles: ['analyst', 'admin'] },
    subscribed: { code: 'subscribed', severity: ['high'], policy: text, open: 2, alreadyResolved: 1 },
    unsubscribed: { code: 'unsubscribed' },
    notSubscribed: { code: 'notSubscribed' },
    subscribeInChannel: { code: 'subscribeInChannel' },
    subscriptions: { code: 'subscriptions', here: { severity: [], policy: text }, total: 2 },
    alertUnknown: { code: 'alertUnknown' },
    alertPosting: { code: 'alertPosting', number: 1042 },
    alertHere: { code: 'alertHere', number: 1042, status: 'new', owner: text },
    alertReduced: { code: 'alertReduced', number: 1042, at: at('2026-11-23T06:08:00Z'), afterDays: 30 },
    answerComes: { code: 'answerComes' },
    huntingFailed: { code: 'huntingFailed', failure: { code: 'labelUnknown', labels: [text] } },
    showWhereAlertsGo: { code: 'showWhereAlertsGo' },
    trouble: { code: 'trouble', trouble: 'channelRefused' },
  };
  return Object.values(byCode);
}
