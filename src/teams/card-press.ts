// A press on a card, from the invoke to its answer, within the time that Teams waits. It does not pass through the bot
// packages: their route helpers may show one person's card to the whole channel, and their turn costs twice the answer.
import type { InvokeResponse } from 'botbuilder';
import { isAlertVerb, isApprovalVerb, isCommandVerb, LATER_VERBS } from '../domain/verbs';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { Click, ClickAnswer, HandleClick } from '../workflows/click';
import { clickFrom } from './card-invoke';
import type { ConversationReply } from './conversation-reply';
import type { InboundActivity } from './inbound-activity';
import { invokeResponseFor, messageResponse } from './invoke-answer';
import type { Arrival } from './turn-adapter';
import type { WorkInHand } from './work-in-hand';

/** Counted from the activity's arrival; Teams gives up after 10 to 15 s. */
export const CLICK_ANSWER_MS = 8_000;

export const CARD_ACTION = 'adaptiveCard/action';

export interface CardPressOptions {
  handleClick: HandleClick;
  work: WorkInHand;
  reply: Pick<ConversationReply, 'give' | 'redraw'>;
  clock: Pick<Clock, 'now'>;
  metrics: Pick<Metrics, 'cardAction'>;
  logger: Logger;
}

/** A label of a closed list: verbs that are sent to us freely are one. */
function verbLabel(verb: string): string {
  const isOffered = isAlertVerb(verb) || isApprovalVerb(verb) || isCommandVerb(verb);
  const isKnown = isOffered || (LATER_VERBS as readonly string[]).includes(verb);
  return isKnown ? verb : 'unknown';
}

const outcomeLabel = (answer: ClickAnswer) => (answer.show === 'message' ? answer.saying.code : answer.show);

export class CardPress {
  constructor(private readonly options: CardPressOptions) {}

  /** Never rejects, and answers in time: what takes longer goes on after "working". */
  async answer({ activity, receivedAt }: Arrival): Promise<InvokeResponse> {
    const click = clickFrom(activity);
    if (click === null) return this.refuseUnproven();
    const { work, clock, metrics } = this.options;
    const handled = work.track(this.handle(click, activity));
    const answer = await work.within(handled, CLICK_ANSWER_MS - (clock.now() - receivedAt));
    if (answer !== null) return answer.value;
    metrics.cardAction(verbLabel(click.verb), 'working');
    return messageResponse({ code: 'working' });
  }

  /** What comes after the invoke's answer: a message of its own, or the pressed one drawn anew for everybody. */
  private goOn(answer: ClickAnswer, click: Click, activity: InboundActivity): void {
    const { reply, work } = this.options;
    if (answer.show === 'message' && answer.later !== undefined) void work.track(reply.give(activity, answer.later));
    if (answer.show === 'answer' && answer.forEveryone === true && click.cardActivityId !== null) {
      void work.track(reply.redraw(activity, click.cardActivityId, answer.drawing));
    }
  }

  /** Nobody is proven, so no role can be looked up. */
  private refuseUnproven(): InvokeResponse {
    this.options.metrics.cardAction('unknown', 'lookupFailed');
    return messageResponse({ code: 'lookupFailed' });
  }

  private async handle(click: Click, activity: InboundActivity): Promise<InvokeResponse> {
    const { handleClick, metrics, logger } = this.options;
    const verb = verbLabel(click.verb);
    try {
      const answer = await handleClick(click);
      metrics.cardAction(verb, outcomeLabel(answer));
      this.goOn(answer, click, activity);
      return invokeResponseFor(answer);
    } catch (error) {
      logger.error('A click was not answered', { verb, detail: error instanceof Error ? error.name : 'unknown' });
      metrics.cardAction(verb, 'failed');
      return messageResponse({ code: 'outcomeUncertain' });
    }
  }
}
