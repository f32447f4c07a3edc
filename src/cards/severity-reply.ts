// Draws the one reply that a rise in severity puts into the thread of an alert's card.
import type { ChannelView } from '../domain/disclosure';
import { severityRoseWords } from '../domain/wording/card-words';
import { severityWords } from '../domain/wording/alert-words';
import type { AdaptiveCard } from './adaptive-card';
import { summaryOf } from './card-summary';
import { severityLook } from './severity-look';
import { cardTemplate } from './template';

const draw = cardTemplate(require('../../cards/severity-rose.json'));

export function drawSeverityReply({ number, severity }: Pick<ChannelView, 'number' | 'severity'>): AdaptiveCard {
  return draw({
    summary: summaryOf({ number, severity }),
    text: severityRoseWords(number, severityWords(severity)),
    colour: severityLook(severity).colour,
  });
}
