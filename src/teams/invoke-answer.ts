// A click's answer in the form Teams takes it: HTTP 200 always, and inside it a card for the presser alone or a text
// under the card.
import type { InvokeResponse } from 'botbuilder';
import { drawAlertCard } from '../cards/alert-card';
import { drawForm } from '../cards/form-card';
import { say } from '../domain/wording/saying-words';
import type { Saying } from '../domain/saying';
import type { ClickAnswer } from '../workflows/click';
import { drawAnswer } from './draw-answer';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

function invokeResponse(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

export function messageResponse(...sayings: readonly Saying[]): InvokeResponse {
  return invokeResponse(MESSAGE, sayings.map(say).join(' '));
}

type CardAnswer = Extract<ClickAnswer, { show: 'card' }>;

function draw({ view, cardRef, refreshFor, saying, aside }: CardAnswer): InvokeResponse {
  const notes = { possibleRepeat: false, saying, aside: aside ?? null };
  return invokeResponse(CARD, drawAlertCard(view, { cardRef, refreshFor, tier: 'full', ...notes }));
}

// Every viewer's client asks again and again for the same card; a view is the same object as long as nothing changed.
const drawnBefore = new WeakMap<CardAnswer['view'], Map<string, InvokeResponse>>();

function cardResponse(answer: CardAnswer): InvokeResponse {
  if (answer.saying !== null || answer.aside !== undefined) return draw(answer);
  const drawn = drawnBefore.get(answer.view) ?? new Map<string, InvokeResponse>();
  drawnBefore.set(answer.view, drawn);
  const whose = [answer.cardRef, ...answer.refreshFor].join(' ');
  const response = drawn.get(whose) ?? draw(answer);
  drawn.set(whose, response);
  return response;
}

export function invokeResponseFor(answer: ClickAnswer): InvokeResponse {
  switch (answer.show) {
    case 'card':
      return cardResponse(answer);
    case 'form':
      return invokeResponse(CARD, drawForm(answer));
    case 'answer':
      // What is drawn for everybody is drawn for the presser too in a moment, and would take a card with the aside away.
      return answer.aside === undefined
        ? invokeResponse(CARD, drawAnswer(answer.drawing))
        : messageResponse(answer.aside);
    case 'message':
      return messageResponse(answer.saying, ...(answer.aside === undefined ? [] : [answer.aside]));
  }
}
