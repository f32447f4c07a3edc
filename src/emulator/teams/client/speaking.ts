// A person writes a message: in a channel the bot hears only what mentions it, in their own chat everything.
import { messageActivity } from '../activities/message-activity';
import type { Person } from '../../entities';
import type { ClientDevice, Place } from '../activities/activity-envelope';
import type { Delivery } from '../bot-line';
import type { Message } from '../conversation-book';
import { typedContent } from '../message-content';
import type { TeamsStage } from '../teams-stage';
import { ClientRefusal } from './client-refusal';
import { problemOf } from './scene';

export interface Utterance {
  place: Place;
  text: string;
  mentionBot: boolean;
  device: ClientDevice;
}

export interface Spoken {
  message: Message;
  /** Absent when the bot does not hear this message. */
  delivery: Delivery | undefined;
}

function isHeard(stage: TeamsStage, person: Person, said: Utterance): boolean {
  if (said.place.kind === 'channel') return said.mentionBot && stage.installations.inTeam();
  if (!stage.installations.forPerson(person))
    throw new ClientRefusal('notAllowed', 'The app is not installed for you.');
  return true;
}

function shownText(stage: TeamsStage, said: Utterance): string {
  return said.mentionBot ? `@${stage.tenant.bot.name} ${said.text}` : said.text;
}

/** Keeps the message, sends it to the bot when the bot hears it, and marks on it when that failed. */
export async function speak(stage: TeamsStage, person: Person, said: Utterance): Promise<Spoken> {
  const heard = isHeard(stage, person, said);
  const message = stage.book.add(said.place, { kind: 'person', person }, typedContent(shownText(stage, said)));
  stage.events.posted(said.place, message);
  if (!heard) return { message, delivery: undefined };
  const place: Place = said.place.kind === 'channel' ? { ...said.place, threadId: message.rootId } : said.place;
  const { tenant } = stage;
  const scene = { tenant, serviceUrl: stage.serviceUrl(), now: message.sentAt, activityId: message.id, person, place };
  const typed = { text: said.text, mentionsBot: said.mentionBot };
  const delivery = await stage.line.send(messageActivity({ ...scene, device: said.device }, typed));
  message.problem = problemOf(delivery);
  if (message.problem !== undefined) stage.events.changed(said.place, message);
  return { message, delivery };
}
