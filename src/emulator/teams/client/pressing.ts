// A press on a card's button, or the client's own refresh: the invoke, its answer, and what the person sees after it.
import type { Person } from '../../entities';
import { executeActivity, submitActivity } from '../activities/card-activity';
import type { CardPress } from '../activities/card-activity';
import type { ClientDevice, Place } from '../activities/activity-envelope';
import type { Delivery } from '../bot-line';
import type { Message } from '../conversation-book';
import type { TeamsStage } from '../teams-stage';
import type { CardAnswer, Viewer } from './card-answers';
import { readInvokeAnswer } from './invoke-answer';
import type { InvokeAnswer } from './invoke-answer';
import { eventScene, problemOf } from './scene';

export interface Press extends Omit<CardPress, 'messageId'> {
  message: Message;
  place: Place;
  /** Which of the person's clients is used. */
  client: string;
  device: ClientDevice;
  /** Action.Submit is the older kind: a message to the bot, answered by nothing. */
  kind: 'Action.Execute' | 'Action.Submit';
}

export interface Pressed {
  delivery: Delivery;
  /** Absent for an Action.Submit that arrived. */
  answer: InvokeAnswer | undefined;
}

function noteOf(answer: InvokeAnswer): CardAnswer['note'] {
  return answer.kind === 'card' ? undefined : { kind: answer.kind, text: answer.text };
}

/** A card replaces what the person saw; a text or an error stands under it; a failed refresh shows nothing. */
function record(stage: TeamsStage, viewer: Viewer, press: Press, answer: InvokeAnswer, askedRevision: number): void {
  const before = stage.answers.current(viewer, press.message);
  stage.answers.record(viewer, press.message, {
    card: answer.kind === 'card' ? answer.card : before?.card,
    note: press.trigger === 'automatic' ? undefined : noteOf(answer),
    shownRevision: press.message.revision,
    askedRevision,
    at: stage.now(),
  });
}

function threadOf(press: Press): Place {
  return press.place.kind === 'channel' ? { ...press.place, threadId: press.message.rootId } : press.place;
}

async function submit(stage: TeamsStage, person: Person, press: Press): Promise<Pressed> {
  const scene = eventScene(stage, person, threadOf(press), press.device);
  const delivery = await stage.line.send(submitActivity(scene, { ...press, messageId: press.message.id }));
  const problem = problemOf(delivery);
  return { delivery, answer: problem === undefined ? undefined : { kind: 'error', text: problem } };
}

/** Sends the press to the bot and keeps the answer for this person on this client alone. */
export async function press(stage: TeamsStage, person: Person, given: Press): Promise<Pressed> {
  const viewer = { personId: person.id, client: given.client };
  const askedRevision = given.message.revision;
  if (given.kind === 'Action.Submit') {
    const submitted = await submit(stage, person, given);
    if (submitted.answer) record(stage, viewer, given, submitted.answer, askedRevision);
    return submitted;
  }
  const scene = eventScene(stage, person, threadOf(given), given.device);
  const delivery = await stage.line.send(executeActivity(scene, { ...given, messageId: given.message.id }));
  const answer = readInvokeAnswer(delivery);
  record(stage, viewer, given, answer, askedRevision);
  return { delivery, answer };
}
