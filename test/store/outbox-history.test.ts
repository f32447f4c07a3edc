import fc from 'fast-check';
import { changed } from '../builders/alert';
import type { Alert } from '../../src/domain/alert';
import type { ClaimedSend } from '../../src/ports/card-outbox';
import { commitAlert, decidedAgain } from '../contracts/decisions';
import { LEASE_MS, RESEND_AFTER_MS, storeKinds, type StoreUnderTest } from '../contracts/store-under-test';
import { TeamsModel } from './history-model';

const ALERTS = 3;
const REPLICAS = ['replica one', 'replica two'];
/** What may become of a send, in order of the moment at which its process dies or the answer is lost. */
const FATES = ['answered', 'diesClaimed', 'diesMarked', 'diesAfterPost', 'answerLost', 'throttled'] as const;
type Fate = (typeof FATES)[number];

type Step =
  | { do: 'news'; alert: number; severity: 'high' | 'low' }
  | { do: 'send'; replica: number; fate: Fate }
  | { do: 'wait'; ms: number }
  | { do: 'press'; message: number };

const steps = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('news' as const),
        alert: fc.nat(ALERTS - 1),
        severity: fc.constantFrom('high', 'low'),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('send' as const), replica: fc.nat(1), fate: fc.constantFrom(...FATES) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, LEASE_MS, RESEND_AFTER_MS) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('press' as const), message: fc.nat(5) }) },
  ),
  { minLength: 10, maxLength: 45 },
) as fc.Arbitrary<Step[]>;

/** One history: a store, Teams, and what the rules say of both. */
class History {
  readonly teams = new TeamsModel();
  private readonly alerts: Alert[] = [];
  private revision = 0;

  constructor(private readonly store: StoreUnderTest) {}

  async begin(): Promise<void> {
    for (let seed = 0; seed < ALERTS; seed += 1)
      this.alerts.push(await commitAlert(this.store, seed, { severity: 'low' }));
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'news') return this.news(step.alert, step.severity);
    if (step.do === 'wait') return this.wait(step.ms);
    if (step.do === 'press') return this.press(step.message);
    await this.send(REPLICAS[step.replica] ?? '', step.fate);
  }

  private async news(index: number, severity: 'high' | 'low'): Promise<void> {
    const before = this.alerts[index];
    if (!before) return;
    this.revision += 1;
    const status = this.revision % 2 === 0 ? 'inProgress' : 'new';
    const after = changed(before, { severity, status, commentCount: this.revision });
    await this.store.alertLog.commit({ decisions: [decidedAgain(before, after)] });
    this.alerts[index] = after;
  }

  private async wait(ms: number): Promise<void> {
    this.store.clock.now += ms;
    await this.store.cardOutbox.recover(this.store.clock.now, false);
  }

  private async press(which: number): Promise<void> {
    const standing = [...this.teams.messages];
    const [activityId, message] = standing[which % Math.max(1, standing.length)] ?? [];
    if (activityId === undefined || message === undefined) return;
    const found = await this.store.cardBook.findByRef(message.ref);
    expect(found?.alert.number).toBe(message.alertNumber);
    if (found?.posted === null) {
      await this.store.cardBook.adopt(message.ref, { conversationId: 'c', activityId }, this.store.clock.now);
    }
  }

  /** Gives false when nothing was due. */
  async send(holder: string, fate: Fate): Promise<boolean> {
    const { clock } = this.store;
    const outbox = this.store.outboxOf(holder);
    const send = await outbox.claim([], clock.now);
    if (send === null) return false;
    if (fate === 'diesClaimed') return true;
    this.revision += 1;
    const ref = send.kind === 'post' ? `ref ${this.revision}` : null;
    const shows = await this.present(send.alertNumber);
    expect(await outbox.markSending(send, ref, clock.now)).toBe(true);
    if (fate === 'diesMarked') return true;
    if (fate === 'throttled') {
      const { tier, conflicts } = send;
      await outbox.settle(
        send,
        { is: 'retry', notBefore: clock.now + 1, tier, conflicts, code: 'throttled' },
        clock.now,
      );
      return true;
    }
    const posted = this.carryOut(send, ref ?? '', shows);
    if (fate === 'diesAfterPost') return true;
    const resendAt = send.kind === 'reply' ? null : clock.now + RESEND_AFTER_MS;
    const repeatable = send.kind === 'update' || send.kind === 'retract';
    const lost = fate === 'answerLost' && !repeatable;
    const settlement = lost
      ? ({ is: 'unknown', resendAt, code: 'timedOut' } as const)
      : ({ is: 'sent', posted } as const);
    await outbox.settle(send, settlement, clock.now);
    return true;
  }

  private async present(alertNumber: number | null): Promise<string> {
    const alert = alertNumber === null ? null : await this.store.alertLog.findByNumber(alertNumber);
    return `${alert?.status} ${alert?.severity}`;
  }

  private carryOut(send: ClaimedSend, ref: string, shows: string) {
    if (send.kind === 'post') return this.teams.post(send, ref, shows);
    if (send.posted === null) throw new Error(`a ${send.kind} without a card`);
    if (send.kind === 'update') this.teams.update(send.posted, shows);
    if (send.kind === 'retract') this.teams.retract(send.posted);
    if (send.kind === 'reply') this.teams.replies.push(send.alertNumber ?? 0);
    return null;
  }

  /** Every process lives again and every answer arrives, until nothing is left to do. */
  async drain(): Promise<void> {
    for (let round = 0; round < 8; round += 1) {
      await this.wait(RESEND_AFTER_MS);
      while (await this.send('replica one', 'answered'));
    }
  }

  /** People press every card that stands, so that each attempt that landed is known to have. */
  async pressEverything(): Promise<void> {
    for (let which = 0; which < this.teams.messages.size; which += 1) await this.press(which);
  }

  async expectAllTrue(): Promise<void> {
    for (let number = 1000; number < 1000 + ALERTS; number += 1) {
      const standing = this.teams.about(number);
      expect(standing).toHaveLength(1);
      expect(this.teams.messages.get(standing[0] ?? '')?.shows).toBe(await this.present(number));
    }
    expect(await this.store.cardOutbox.state()).toEqual({ depth: 0, oldestUnsentAt: null });
  }

  expectRepeatsMarked(): void {
    for (let number = 1000; number < 1000 + ALERTS; number += 1) {
      const [, ...later] = this.teams.about(number).map((id) => this.teams.messages.get(id));
      for (const message of later) expect(message?.possibleRepeat).toBe(true);
    }
  }
}

describe.each(storeKinds())('any history of deaths, lost answers and news, $name', ({ make }) => {
  it('ends with exactly one card for each alert, and each tells the truth', async () => {
    await fc.assert(fc.asyncProperty(steps, survives), { numRuns: 12 });
  });

  async function survives(history: Step[]): Promise<void> {
    const store = await make();
    try {
      const run = new History(store);
      await run.begin();
      for (const step of history) await run.take(step);
      run.expectRepeatsMarked();
      await run.drain();
      run.expectRepeatsMarked();
      await run.pressEverything();
      await run.drain();
      await run.expectAllTrue();
    } finally {
      await store.close();
    }
  }
});
