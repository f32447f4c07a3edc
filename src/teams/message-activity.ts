// A drawing as the message that carries it: the card alone, since Teams splits a card beside a text into two messages
// of which neither can be updated, and the words of the notification.
import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import { drawAlertCard } from '../cards/alert-card';
import { digestSummaryOf, summaryOf } from '../cards/card-summary';
import { drawDigestCard } from '../cards/digest-card';
import { drawSeverityReply } from '../cards/severity-reply';
import type { AdaptiveCard } from '../cards/adaptive-card';
import { BotError } from '../domain/errors';
import { say } from '../domain/wording/saying-words';
import type { Drawing } from '../ports/card-poster';

type CardDrawing = Exclude<Drawing, { kind: 'notice' }>;

function drawn(drawing: CardDrawing): { card: AdaptiveCard; summary: string } {
  switch (drawing.kind) {
    case 'alert': {
      const { view, cardRef, refreshFor, tier, possibleRepeat } = drawing;
      const card = drawAlertCard(view, { cardRef, refreshFor, tier, possibleRepeat, saying: null });
      return { card, summary: summaryOf(view) };
    }
    case 'digest':
      return {
        card: drawDigestCard(drawing.view, drawing.tier, drawing.possibleRepeat),
        summary: digestSummaryOf(drawing.view),
      };
    case 'severityRose':
      return { card: drawSeverityReply(drawing), summary: summaryOf(drawing) };
  }
}

/** The package asks for whole activities and sends what it is given. */
export const asActivity = (message: Partial<Activity>) => message as Activity;

/** The id of what was made; an answer without one is none that can be relied on. */
export function idOrGarbage(id: unknown): string {
  if (typeof id === 'string' && id !== '') return id;
  throw new BotError('garbage', { from: 'connector' });
}

/** What a notification shows is `summary`: severity and short number, or counts. */
export function messageFor(drawing: Drawing): Partial<Activity> {
  if (drawing.kind === 'notice') {
    return { type: ActivityTypes.Message, textFormat: 'markdown', text: say(drawing.saying) };
  }
  const { card, summary } = drawn(drawing);
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}
