// What every activity from Teams has in common: who, where, when, through which client. The kinds of activity add
// their own keys; nothing here is sent.
import type { Channel, Person, Tenant } from '../../entities';
import { localTimestamp } from './activity-instants';

/** The device the person sits at, as its `clientInfo` entity tells the bot. */
export interface ClientDevice {
  locale: string;
  country: string;
  platform: string;
  timeZone: string;
}

export const DEFAULT_DEVICE: ClientDevice = { locale: 'en-US', country: 'US', platform: 'Web', timeZone: 'UTC' };

/** Where something happens: a channel (in a thread, or none yet) or a person's own chat with the bot. */
export type Place =
  { kind: 'channel'; channel: Channel; threadId?: string } | { kind: 'personal'; conversationId: string };

/** Everything a builder needs that is not particular to its kind of activity. */
export interface ActivityScene {
  tenant: Tenant;
  serviceUrl: string;
  now: Date;
  /** A message's number or an event's `f:` id. */
  activityId: string;
  person: Person;
  place: Place;
  device: ClientDevice;
}

export type Activity = Record<string, unknown>;

/** `28:` and the app id: how Teams names a bot among conversation members. */
export function botMri(tenant: Tenant): string {
  return `28:${tenant.bot.appId}`;
}

/** `19:…@thread.tacv2;messageid=<root>` in a thread, the bare channel id outside one, `a:…` in a personal chat. */
export function conversationIdOf(place: Place): string {
  if (place.kind === 'personal') return place.conversationId;
  return place.threadId === undefined ? place.channel.id : `${place.channel.id};messageid=${place.threadId}`;
}

/** The `conversation` object; recordings carry the channel's name on events and card actions, not on messages. */
export function conversationOf(scene: ActivityScene, withName: boolean): Activity {
  const { place, tenant } = scene;
  const id = conversationIdOf(place);
  if (place.kind === 'personal') return { conversationType: 'personal', tenantId: tenant.tenantId, id };
  const conversation = { isGroup: true, conversationType: 'channel', tenantId: tenant.tenantId, id };
  return withName ? { ...conversation, name: place.channel.name } : conversation;
}

/** Ids, addresses and parties of any activity. Events name their sender by id only (`withSenderName` false). */
export function envelope(scene: ActivityScene, shape: { withSenderName: boolean; withChannelName: boolean }): Activity {
  const { person, tenant } = scene;
  const from = {
    id: person.mri,
    ...(shape.withSenderName && { name: person.displayName }),
    aadObjectId: person.id,
    ...(person.tenantId !== undefined && { tenantId: person.tenantId }),
  };
  return {
    id: scene.activityId,
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from,
    conversation: conversationOf(scene, shape.withChannelName),
    recipient: { id: botMri(tenant), name: tenant.bot.name },
  };
}

/** The keys a person's own client adds: local time, zone and locale. */
export function deviceKeys(scene: ActivityScene): Activity {
  return {
    localTimestamp: localTimestamp(scene.now, scene.device.timeZone),
    locale: scene.device.locale,
    localTimezone: scene.device.timeZone,
  };
}

/** The `clientInfo` entity of messages and card actions. */
export function clientInfo(device: ClientDevice): Activity {
  const { locale, country, platform, timeZone } = device;
  return { locale, country, platform, timezone: timeZone, type: 'clientInfo' };
}

/** `channelData.team` as events carry it; messages and card actions have only its `id`. */
export function teamOf(tenant: Tenant): Activity {
  return { aadGroupId: tenant.team.aadGroupId, name: tenant.team.name, id: tenant.team.id };
}
