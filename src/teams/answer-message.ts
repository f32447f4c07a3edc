// An answer as the message that the Connector is sent: words as markdown, or a card with what a notification says of it.
import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import { say } from '../domain/wording/saying-words';
import type { AnswerDrawing, AnswerNow } from '../workflows/answer';
import { drawAnswer } from './draw-answer';

/** The package asks for whole activities and sends what it is given. */
export function answerMessage(answer: AnswerNow): Activity {
  const { Message } = ActivityTypes;
  const message: Partial<Activity> =
    answer.is === 'said'
      ? { type: Message, textFormat: 'markdown', text: say(answer.saying) }
      : cardMessage(answer.drawing);
  return message as Activity;
}

/** A notification shows what the card would say to a client that cannot draw it. */
function cardMessage(drawing: AnswerDrawing): Partial<Activity> {
  const card = drawAnswer(drawing);
  return { type: ActivityTypes.Message, summary: card.fallbackText, attachments: [CardFactory.adaptiveCard(card)] };
}
