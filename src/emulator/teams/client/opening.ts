// Opening a conversation: the client refreshes, on its own, the cards that ask for it. The rules are in
// refresh-rules; here they meet the newest messages of one place.
import type { Person } from '../../entities';
import type { ClientDevice, Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import type { Message } from '../conversation-book';
import type { Card } from '../message-content';
import { rosterOf } from '../teams-stage';
import type { TeamsStage } from '../teams-stage';
import type { Viewer } from './card-answers';
import { press } from './pressing';
import { isRefreshDue, refreshAction, refreshMode } from './refresh-rules';
import type { RefreshOccasion } from './refresh-rules';

/** A client refreshes what is in view: at most this many cards at once, newest first. */
export const REFRESHES_PER_OPENING = 20;
/** Invokes under way together. */
const ABREAST = 4;

/** The card this viewer sees on a message: their own answer, else the posted one. */
export function shownCard(stage: TeamsStage, viewer: Viewer, message: Message): Card | undefined {
  return stage.answers.current(viewer, message)?.card ?? message.content.cards[0];
}

export interface Opening {
  place: Place;
  client: string;
  device: ClientDevice;
  occasion: RefreshOccasion;
}

function isDue(stage: TeamsStage, person: Person, opening: Opening, members: number, message: Message): boolean {
  if (message.author.kind !== 'bot' || message.deleted) return false;
  const viewer = { personId: person.id, client: opening.client };
  if (refreshMode(shownCard(stage, viewer, message), person.mri, members) !== 'automatic') return false;
  return isRefreshDue(opening.occasion, stage.answers.last(viewer, message), message.revision, stage.now());
}

async function refresh(stage: TeamsStage, person: Person, opening: Opening, message: Message): Promise<void> {
  const viewer = { personId: person.id, client: opening.client };
  const action = refreshAction(shownCard(stage, viewer, message));
  if (!action) return;
  const { place, client, device } = opening;
  const given = { message, place, client, device, kind: 'Action.Execute' as const, trigger: 'automatic' as const };
  await stage.answers.once(viewer, message, async () => {
    await press(stage, person, { ...given, action, inputs: {} });
  });
}

/** Sends the automatic invokes that are due for this person; resolves when all are answered or failed. */
export async function openConversation(stage: TeamsStage, person: Person, opening: Opening): Promise<number> {
  const members = rosterOf(stage, opening.place).length;
  const messages = stage.book.list(placeId(opening.place));
  const due = messages.filter((message) => isDue(stage, person, opening, members, message));
  const waiting = due.slice(-REFRESHES_PER_OPENING).reverse();
  const count = waiting.length;
  const work = Array.from({ length: ABREAST }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await refresh(stage, person, opening, next);
  });
  await Promise.all(work);
  return count;
}
