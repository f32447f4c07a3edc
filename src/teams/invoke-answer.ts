// A click's answer in the form Teams takes it: HTTP 200 always, and inside it a card for the presser alone or a text
// under the card.
import type { InvokeResponse } from 'botbuilder';
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

export function invokeResponseFor(answer: ClickAnswer): InvokeResponse {
  switch (answer.show) {
    case 'card': {
      const { view, cardRef, refreshFor, saying } = answer;
      const card = drawAlertCard(view, { cardRef, refreshFor, tier: 'full', possibleRepeat: false, saying });
      return invokeResponse(CARD, card);
    }
    case 'form':
      return invokeResponse(CARD, drawForm(answer));
    case 'message':
      return messageResponse(answer.saying);
  }
}
