// One claimed row, from the look at the channel's roster to the settled outcome. The row is marked durably before the
// socket is touched; what the answer means is decided by `domain/delivery`.
import { backoffMs, nextTier, verdictFor, type SendVerdict } from '../domain/delivery';
import { channelView, digestView, neutralView } from '../domain/disclosure';
import { BotError, isBotError } from '../domain/errors';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertLog } from '../ports/alert-log';
import type { CardBook } from '../ports/card-book';
import type { CardOutbox, ClaimedSend, Settlement } from '../ports/card-outbox';
import type { CardPoster, Drawing, PostedMessage } from '../ports/card-poster';
import type { RosterMember } from '../ports/channel-roster';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { ChannelAudience } from './channel-audience';
import type { ChannelGuard } from './channel-guard';
import { holdBack, type HeldFor, type HoldBackSettings } from './hold-back';
import type { LanePacer } from './lane-pacer';
import type { OperationsDesk } from './tell-operations';

/** How long a channel rests after the service said the bot cannot write there. */
export const SUSPENDED_RECHECK_MS = 300_000;

/** Refusals of the card itself in every size; what ended with an uninstalled app is no trouble. */
const TROUBLING: ReadonlySet<string> = new Set(['tooLarge', 'badRequest']);

export interface SendDeps {
  cardOutbox: CardOutbox;
  cardBook: CardBook;
  alertLog: AlertLog;
  conversationBook: Pick<ConversationBook, 'find'>;
  cardPoster: CardPoster;
  audience: ChannelAudience;
  guard: Pick<ChannelGuard, 'reasonsNow'>;
  pacer: LanePacer;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  desk: Pick<OperationsDesk, 'tell'>;
  newCardRef(): string;
}

export interface SendSettings extends HoldBackSettings {
  resendAfterMs: number;
}

/** How the channel stands towards what is sent. */
interface Readers {
  members: readonly RosterMember[];
  /** No place for identities: what is drawn there names nobody and asks for nothing. */
  neutral: boolean;
}

interface Prepared {
  drawing: Drawing | null;
  /** The ref this attempt carries; new for every post. */
  cardRef: string | null;
}

export class CardSender {
  constructor(
    private readonly deps: SendDeps,
    private readonly settings: SendSettings,
  ) {}

  /** Never rejects for what Teams answered; rejects when the store failed, and then the row's lease runs out. */
  async send(send: ClaimedSend): Promise<void> {
    const prepared = await this.prepare(send);
    if ('is' in prepared) return this.settle(send, prepared);
    const { cardOutbox, clock, pacer } = this.deps;
    if (!(await cardOutbox.markSending(send, prepared.cardRef, clock.now()))) return;
    pacer.recordSend(send.channel, clock.now());
    try {
      const posted = await this.transmit(send, prepared.drawing);
      this.count(send);
      await this.settle(send, { is: 'sent', posted });
    } catch (error) {
      if (!isBotError(error) || error.from !== 'connector') throw error;
      await this.settleFailure(send, error);
    }
  }

  /** The drawing, or the settlement of a row that is not to be sent now. */
  private async prepare(send: ClaimedSend): Promise<Prepared | Settlement> {
    const conversation = await this.deps.conversationBook.find(send.channel);
    if (conversation === null) return { is: 'dead', code: 'notInstalled' };
    if (send.kind === 'retract') return { drawing: null, cardRef: null };
    let members: readonly RosterMember[];
    try {
      members = await this.deps.audience.members(send.channel);
    } catch (error) {
      if (!isBotError(error)) throw error;
      return this.rosterUnknown(send, error);
    }
    const isPersonal = conversation.kind === 'personal';
    const neutral = !isPersonal && (await this.deps.guard.reasonsNow(send.channel, members)).length > 0;
    const readers = { members, neutral };
    const alert = send.alertNumber === null ? null : await this.deps.alertLog.findByNumber(send.alertNumber);
    if (alert === null && send.kind !== 'digest') return { is: 'dead', code: 'alertUnknown' };
    const why = this.heldFor(send, alert, readers);
    if (why !== null) return holdBack(this.deps, this.settings, send, alert, why);
    return alert === null
      ? { drawing: await this.drawDigest(send, readers), cardRef: null }
      : this.drawAlert(send, alert, readers);
  }

  /** A card that stands is drawn anew wherever it may stand at all: so that it shows less to whoever came to read it. */
  private heldFor(send: ClaimedSend, alert: StoredAlert | null, { members, neutral }: Readers): HeldFor | null {
    if (this.deps.audience.holdsSubject(members, alert?.subject ?? null)) return 'subject';
    return neutral && send.kind !== 'update' && this.settings.unsafeChannels === 'refuse' ? 'unsafe' : null;
  }

  private async drawAlert(send: ClaimedSend, alert: StoredAlert, { members, neutral }: Readers): Promise<Prepared> {
    if (send.kind === 'reply') {
      return { drawing: { kind: 'severityRose', number: alert.number, severity: send.severity }, cardRef: null };
    }
    const cardRef = send.kind === 'post' ? this.deps.newCardRef() : (send.cardRef ?? this.deps.newCardRef());
    const drawing: Drawing = {
      kind: 'alert',
      view: neutral ? neutralView(alert) : channelView(alert),
      cardRef,
      refreshFor: neutral ? [] : await this.deps.audience.refreshFor(members),
      tier: send.tier,
      possibleRepeat: send.possibleRepeat,
    };
    return { drawing, cardRef };
  }

  private async drawDigest(send: ClaimedSend, { members, neutral }: Readers): Promise<Drawing> {
    const alerts: StoredAlert[] = [];
    for (const number of send.numbers) {
      const alert = await this.deps.alertLog.findByNumber(number);
      if (alert !== null && !this.deps.audience.holdsSubject(members, alert.subject)) alerts.push(alert);
    }
    return {
      kind: 'digest',
      view: digestView(alerts, send.alreadyResolved, neutral),
      tier: send.tier,
      possibleRepeat: send.possibleRepeat,
    };
  }

  private async transmit(send: ClaimedSend, drawing: Drawing | null): Promise<PostedMessage | null> {
    const { cardPoster } = this.deps;
    const where = send.posted;
    if (drawing === null) {
      if (where !== null) await cardPoster.retract(send.channel, where);
      return null;
    }
    if (send.kind === 'post' || send.kind === 'digest') return cardPoster.post(send.channel, drawing);
    if (where === null) throw new BotError('notFound', { from: 'connector', detail: 'ActivityNotFoundInConversation' });
    if (send.kind === 'reply') return cardPoster.reply(send.channel, where, drawing);
    await cardPoster.update(send.channel, where, drawing);
    return where;
  }

  private count(send: ClaimedSend): void {
    const { metrics, clock } = this.deps;
    if (send.kind === 'post') metrics.cardPosted(Math.max(0, clock.now() - send.createdAt) / 1000);
    if (send.kind === 'update') metrics.cardUpdated();
  }

  /** A roster that cannot be read decides nothing: the row waits, since the subject might be in it. */
  private rosterUnknown(send: ClaimedSend, error: BotError): Promise<Settlement> | Settlement {
    if (error.code === 'forbidden' || error.code === 'notFound') return this.suspend(send, error);
    const { clock } = this.deps;
    const notBefore = clock.now() + backoffMs(send.attempt, clock.random(), error.retryAfterMs);
    return { is: 'retry', notBefore, tier: send.tier, conflicts: send.conflicts, code: error.code };
  }

  private async reroute(send: ClaimedSend): Promise<void> {
    const { fallbackChannel } = this.settings;
    if (send.kind !== 'post' || send.alertNumber === null || fallbackChannel === null) return;
    if (fallbackChannel === send.channel) return;
    await this.deps.cardBook.requestPost(send.alertNumber, fallbackChannel, this.deps.clock.now());
  }

  private async suspend(send: ClaimedSend, error: BotError): Promise<Settlement> {
    const { logger, clock, pacer } = this.deps;
    const until = clock.now() + SUSPENDED_RECHECK_MS;
    pacer.holdUntil(send.channel, until);
    logger.error('a channel refuses the bot; its cards wait until it is installed again', {
      code: error.code,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    });
    await this.deps.desk.tell('channelRefused');
    await this.reroute(send);
    return { is: 'withheld', notBefore: until };
  }

  private async settleFailure(send: ClaimedSend, error: BotError): Promise<void> {
    const { clock, logger, pacer } = this.deps;
    const verdict = verdictFor(send.kind, error, send.attempt, send.conflicts, clock.random());
    logger.warn('a send did not succeed', { sendKind: send.kind, code: error.code, outcome: verdict.is });
    if (error.code === 'throttled' && verdict.is === 'retry') {
      pacer.holdUntil(send.channel, clock.now() + verdict.afterMs);
    }
    await this.settle(send, await this.settlementOf(send, verdict, error));
  }

  private async settlementOf(send: ClaimedSend, verdict: SendVerdict, error: BotError): Promise<Settlement> {
    const now = this.deps.clock.now();
    const { code } = error;
    switch (verdict.is) {
      case 'retry': {
        const conflicts = send.conflicts + (code === 'conflict' ? 1 : 0);
        return { is: 'retry', notBefore: now + verdict.afterMs, tier: send.tier, conflicts, code };
      }
      case 'unknown':
        // A reply is a nudge whose news the card itself carries: better none than two.
        return { is: 'unknown', resendAt: send.kind === 'reply' ? null : now + this.settings.resendAfterMs, code };
      case 'gone':
        return { is: 'gone' };
      case 'suspendChannel':
        return this.suspend(send, error);
      case 'smaller': {
        const tier = nextTier(send.tier);
        return tier === null
          ? { is: 'dead', code }
          : { is: 'retry', notBefore: now, tier, conflicts: send.conflicts, code };
      }
      case 'dead':
        return { is: 'dead', code };
    }
  }

  private async settle(send: ClaimedSend, settlement: Settlement): Promise<void> {
    if (settlement.is === 'dead') {
      const about = send.alertNumber === null ? {} : { alertNumber: send.alertNumber };
      this.deps.logger.error('a send was given up', { ...about, sendKind: send.kind, code: settlement.code });
      if (TROUBLING.has(settlement.code)) await this.deps.desk.tell('cardUndeliverable');
    }
    return this.deps.cardOutbox.settle(send, settlement, this.deps.clock.now());
  }
}
