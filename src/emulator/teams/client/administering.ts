// Changes to where the app is installed and who belongs to the team, each told to the bot as Teams tells it.
import type { Channel, Person } from '../../entities';
import { botMembershipActivity, installationActivity } from '../activities/installation-activity';
import { channelMemberActivity, memberActivity, sharingActivity } from '../activities/membership-activity';
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

/** Whom a channel is shared with; nobody of that team stands in this tenant's rosters. */
const PARTNER_TEAM = {
  id: '19:2c7f0e5ab9d84c1fa63be0d1947c5a20@thread.tacv2',
  aadGroupId: 'f5d2b8a1-64c3-4e0f-9b7a-2d81c05e9f36',
  name: 'Partner desk',
};

/** Shares a channel with another team, or ends that. */
export async function changeSharing(
  stage: TeamsStage,
  person: Person,
  channel: Channel,
  isShared: boolean,
): Promise<Delivery[]> {
  channel.type = isShared ? 'shared' : 'standard';
  stage.events.everywhere('roster');
  if (!stage.installations.inTeam()) return [];
  const scene = eventScene(stage, person, { kind: 'channel', channel });
  return [await stage.line.send(sharingActivity(scene, channel, PARTNER_TEAM, isShared))];
}

/** A shared channel has members of its own, who belong to no team here. */
async function changeSharedMembership(
  stage: TeamsStage,
  person: Person,
  channel: Channel,
  member: Person,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  if (change === 'add') join([channel], member);
  else leave([channel], member);
  stage.events.everywhere('roster');
  if (!stage.installations.inTeam()) return [];
  const scene = eventScene(stage, person, { kind: 'channel', channel });
  return [await stage.line.send(channelMemberActivity(scene, channel, member, change))];
}

/**
 * Adds `member` to a channel and thereby to the team, or removes them: from General means from every channel. The
 * event names the team, whose conversation is General, never the other channel. Shared channels are another matter.
 */
export async function changeMembership(
  stage: TeamsStage,
  person: Person,
  channel: Channel,
  member: Person,
  change: 'add' | 'remove',
): Promise<Delivery[]> {
  const isApart = channel.type === 'shared' || member.tenantId !== undefined;
  if (isApart) return changeSharedMembership(stage, person, channel, member, change);
  const general = generalOf(stage);
  if (change === 'add') join([general, channel], member);
  else leave(channel.id === general.id ? stage.tenant.team.channels : [channel], member);
  stage.events.everywhere('roster');
  if (!stage.installations.inTeam()) return [];
  const scene = eventScene(stage, person, { kind: 'channel', channel: general });
  return [await stage.line.send(memberActivity(scene, member, change))];
}
