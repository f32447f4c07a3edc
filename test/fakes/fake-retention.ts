// Retention in memory.
import { stubOf } from '../../src/domain/alert-stub';
import { NO_DETAILS } from '../../src/domain/alert-details';
import { versionOf } from '../../src/domain/alert-version';
import { instantFromMs } from '../../src/domain/instant';
import { identifiersOf } from '../../src/domain/person';
import type { Retention } from '../../src/ports/retention';
import type { FakeAlertLog } from './fake-alert-log';
import type { FakeAlert, FakeState } from './fake-state';

const DAY_MS = 86_400_000;
const UNREAD = { serviceSource: null, alertPolicyId: null, title: null, categories: [], details: NO_DETAILS };

export class FakeRetention implements Retention {
  scrubs = 0;

  constructor(
    private readonly state: FakeState,
    private readonly alertLog: FakeAlertLog,
  ) {}

  async reduce(days: number, limit: number, now: number): Promise<number> {
    const due = this.state.alerts
      .filter(({ stored, endedAt }) => stored.reduced === null && endedAt !== null && endedAt <= now - days * DAY_MS)
      .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))
      .slice(0, limit);
    for (const alert of due) this.reduceOne(alert, days, now);
    return due.length;
  }

  async forgetPeople(days: number, limit: number, now: number): Promise<number> {
    const unnamed = this.state.people.filter((row) => {
      const isAsked = row.askedAt !== null && row.askedAt > now - days * DAY_MS;
      return !isAsked && !this.state.alerts.some((alert) => this.names(alert, row));
    });
    const forgotten = unnamed.slice(0, limit);
    this.state.people = this.state.people.filter((row) => !forgotten.includes(row));
    return forgotten.length;
  }

  async scrub(): Promise<void> {
    this.scrubs += 1;
  }

  private names({ person, details }: FakeAlert, row: FakeState['people'][number]): boolean {
    if (person !== null && (person === row.person || row.formerAliases.includes(person.alias))) return true;
    const named = details?.people.flatMap(identifiersOf) ?? [];
    return named.some((identifier) => row.identifiers.has(identifier));
  }

  private reduceOne(alert: FakeAlert, days: number, now: number): void {
    const {
      serviceSource: _s,
      alertPolicyId: _p,
      title: _t,
      categories: _c,
      details: _d,
      ...left
    } = stubOf({
      ...alert.stored,
      ...UNREAD,
      subject: alert.person,
    });
    const reduced = { at: instantFromMs(now), afterDays: days };
    alert.stored = {
      ...alert.stored,
      ...left,
      lastChange: null,
      revealedUntil: null,
      reduced,
      version: versionOf(left),
    };
    alert.person = null;
    alert.details = null;
    const { number } = alert.stored;
    const cards = this.state.cards.filter((card) => card.alertNumber === number);
    this.state.forms = this.state.forms.filter(({ cardId }) => !cards.some(({ id }) => id === cardId));
    const waiting = this.state.sends.filter((send) => {
      const isUnsent = ['queued', 'withheld', 'unknown'].includes(send.state);
      return send.alertNumber === number && isUnsent && (send.kind === 'post' || send.kind === 'reply');
    });
    for (const send of waiting) this.state.drop(send);
    this.alertLog.redrawAll(number);
  }
}
