// Changes to where the app is installed and who belongs to the team, each told to the bot as Teams tells it.
import type { Channel, Person } from '../../entities';
import { botMembershipActivity, installationActivity } from '../activities/installation-activity';
import { memberActivity } from '../activities/membership-activity';
import type { Place } from '../activities/activity-envelope';
import type { Delivery } from '../bot-line';
import type { TeamsStage } from '../teams-stage';
import { ClientRefusal } from './client-refusal';
import { eventScene } from './scene';

async function announce(
  stage: TeamsStage,
  person: Person,
  place: Place,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  // Both arrive within milliseconds of each other, in this order.
  return Promise.all([
    stage.line.send(installationActivity(eventScene(stage, person, place), change)),
    stage.line.send(botMembershipActivity(eventScene(stage, person, place), change)),
  ]);
}

/** Installs the app in the team, with `channel` as the one picked in the dialog, or removes it. */
export async function changeTeamInstallation(
  stage: TeamsStage,
  person: Person,
  channel: Channel,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  stage.installations.setTeam(change === 'add');
  stage.events.everywhere('app');
  return announce(stage, person, { kind: 'channel', channel }, change);
}

/** Installs the app for one person, which opens their chat with the bot, or removes it. */
export async function changePersonalInstallation(
  stage: TeamsStage,
  person: Person,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  stage.installations.setPerson(person, change === 'add');
  const place = stage.book.openPersonal(person);
  stage.events.everywhere('app');
  return announce(stage, person, place, change);
}

function generalOf(stage: TeamsStage): Channel {
  const { team } = stage.tenant;
  const general = team.channels.find((channel) => channel.id === team.id);
  if (!general) throw new ClientRefusal('notFound', 'The team has no General channel.');
  return general;
}

function join(channels: Channel[], member: Person): void {
  for (const channel of channels) {
    if (!channel.memberIds.includes(member.id)) channel.memberIds.push(member.id);
  }
}

function leave(channels: Channel[], member: Person): void {
  for (const channel of channels) channel.memberIds = channel.memberIds.filter((id) => id !== member.id);
}

/**
 * Adds `member` to a channel and thereby to the team, or removes them: from General means from every channel. The
 * event names the team, whose conversation is General, never the other channel.
 */
export async function changeMembership(
  stage: TeamsStage,
  person: Person,
  channel: Channel,
  member: Person,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  const general = generalOf(stage);
  if (change === 'add') join([general, channel], member);
  else leave(channel.id === general.id ? stage.tenant.team.channels : [channel], member);
  stage.events.everywhere('roster');
  if (!stage.installations.inTeam()) return [];
  const scene = eventScene(stage, person, { kind: 'channel', channel: general });
  return [await stage.line.send(memberActivity(scene, member, change))];
}
