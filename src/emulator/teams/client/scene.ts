// The scene of an activity as this client sends it: whose, where, and a fresh id of the right form.
import { randomUUID } from 'node:crypto';
import { DEFAULT_DEVICE } from '../activities/activity-envelope';
import type { ActivityScene, ClientDevice, Place } from '../activities/activity-envelope';
import type { Delivery } from '../bot-line';
import type { Person } from '../../entities';
import type { TeamsStage } from '../teams-stage';

/** What the page tells about its device; the rest is Teams on the web in the United States. */
export type DeviceHints = { locale?: string | undefined; timeZone?: string | undefined };

export function deviceFrom(hints: DeviceHints): ClientDevice {
  const { locale = DEFAULT_DEVICE.locale, timeZone = DEFAULT_DEVICE.timeZone } = hints;
  return { ...DEFAULT_DEVICE, locale, timeZone };
}

/** A scene for something that is not a message of its own: presses and events have ids of the form `f:<guid>`. */
export function eventScene(
  stage: TeamsStage,
  person: Person,
  place: Place,
  device: ClientDevice = DEFAULT_DEVICE,
): ActivityScene {
  const activityId = `f:${randomUUID()}`;
  return { tenant: stage.tenant, serviceUrl: stage.serviceUrl(), now: stage.now(), activityId, person, place, device };
}

/** Why a message did not reach the bot, for the person who wrote it; undefined when it did. */
export function problemOf(delivery: Delivery): string | undefined {
  if (delivery.kind === 'timeout') return 'The bot did not answer in time.';
  if (delivery.kind === 'unreachable') return 'The bot could not be reached.';
  return delivery.status < 300 ? undefined : `The bot refused the message (status ${delivery.status}).`;
}
