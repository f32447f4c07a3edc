// A click's answer in the form Teams takes it: HTTP 200 always, and inside it a card for the presser alone or a text
// under the card.
import type { InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card';
import { drawAlertCard } from '../cards/alert-card';
import { drawForm } from '../cards/form-card';
import { say } from '../domain/wording/saying-words';
import type { Saying } from '../domain/saying';
import type { ClickAnswer } from '../workflows/click';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

function invokeResponse(type: string, value: unknown): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

export function messageResponse(saying: Saying): InvokeResponse {
  return invokeResponse(MESSAGE, say(saying));
}

type CardAnswer = Extract<ClickAnswer, { show: 'card' }>;

function draw({ view, cardRef, refreshFor, saying }: CardAnswer): AdaptiveCard {
  return drawAlertCard(view, { cardRef, refreshFor, tier: 'full', possibleRepeat: false, saying });
}

// Every viewer's client asks again and again for the same card; a view is the same object as long as nothing changed.
const drawnBefore = new WeakMap<CardAnswer['view'], Map<string, AdaptiveCard>>();

function cardFor(answer: CardAnswer): AdaptiveCard {
  if (answer.saying !== null) return draw(answer);
  const cards = drawnBefore.get(answer.view) ?? new Map<string, AdaptiveCard>();
  drawnBefore.set(answer.view, cards);
  const whose = [answer.cardRef, ...answer.refreshFor].join(' ');
  const card = cards.get(whose) ?? draw(answer);
  cards.set(whose, card);
  return card;
}

export function invokeResponseFor(answer: ClickAnswer): InvokeResponse {
  switch (answer.show) {
    case 'card':
      return invokeResponse(CARD, cardFor(answer));
    case 'form':
      return invokeResponse(CARD, drawForm(answer));
    case 'message':
      return messageResponse(answer.saying);
  }
}
