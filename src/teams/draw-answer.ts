// From an answer's drawing to its card: the one place that knows which function of the cards room draws which.
import type { AdaptiveCard } from '../cards/adaptive-card';
import { drawApprovalCard, drawApprovalLook, drawSettledApproval } from '../cards/approval-card';
import { drawConfirmCard, drawSettledCard } from '../cards/confirm-card';
import { drawHuntingCard } from '../cards/hunting-card';
import { drawHuntingFailure, drawHuntingLooking } from '../cards/hunting-note';
import { drawIncidentCard } from '../cards/incident-card';
import { drawAlertList, drawIncidentList } from '../cards/list-card';
import { CONFIRM } from '../domain/wording/confirm-words';
import { say } from '../domain/wording/saying-words';
import type { AnswerDrawing } from '../workflows/answer';

const MISSING = { classification: CONFIRM.classificationMissing, determination: CONFIRM.determinationMissing };

export function drawAnswer(drawing: AnswerDrawing): AdaptiveCard {
  switch (drawing.draw) {
    case 'hunting':
      return drawHuntingCard(drawing.view, drawing.cardRef);
    case 'looking':
      return drawHuntingLooking(drawing.asked);
    case 'failure':
      return drawHuntingFailure(drawing.failure);
    case 'alerts':
      return drawAlertList(drawing.view, drawing.cardRef);
    case 'incidents':
      return drawIncidentList(drawing.view, drawing.cardRef);
    case 'incident':
      return drawIncidentCard(drawing.view, drawing.cardRef);
    case 'confirm': {
      const { missing, aside } = drawing;
      const note = missing === null ? null : MISSING[missing];
      return drawConfirmCard(drawing.view, drawing, note ?? (aside === undefined ? null : say(aside)));
    }
    case 'approval':
      return drawApprovalCard(drawing.view, drawing);
    case 'approvalLook':
      return drawApprovalLook(drawing.view, drawing, drawing.reason);
    case 'approvalSettled':
      return drawSettledApproval(drawing.view, drawing.outcome, drawing.requester);
    case 'settled':
      return drawSettledCard(drawing.view, drawing.outcome, drawing.asker);
  }
}
