// A press on a card's button, or the client's own refresh of a card: the `adaptiveCard/action` invoke and the older
// Action.Submit message.
import { clientInfo, deviceKeys, envelope } from './activity-envelope';
import type { Activity, ActivityScene } from './activity-envelope';

export type Trigger = 'manual' | 'automatic';

/** An Action.Execute as the card holds it; `data` is an object or a string. */
export interface ExecuteAction {
  id?: string | undefined;
  title?: string | undefined;
  verb?: string | undefined;
  data?: unknown;
}

export interface CardPress {
  action: ExecuteAction;
  /** Values of the card's inputs by input id. */
  inputs: Record<string, unknown>;
  trigger: Trigger;
  /** Message that carries the card. */
  messageId: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Inputs are merged into `data` by input id; beside a `data` of text they are not sent at all. */
export function mergeInputs(data: unknown, inputs: Record<string, unknown>): unknown {
  if (data === undefined) return inputs;
  return isRecord(data) ? { ...data, ...inputs } : data;
}

function channelDataOf(scene: ActivityScene): Activity {
  const base = { tenant: { id: scene.tenant.tenantId }, source: { name: 'message' } };
  if (scene.place.kind === 'personal') return base;
  return { channel: { id: scene.place.channel.id }, team: { id: scene.tenant.team.id }, ...base };
}

function pressEnvelope(scene: ActivityScene, messageId: string): Activity {
  return {
    timestamp: scene.now.toISOString(),
    ...envelope(scene, { withSenderName: true, withChannelName: true }),
    entities: [clientInfo(scene.device)],
    channelData: channelDataOf(scene),
    replyToId: messageId,
    ...deviceKeys(scene),
  };
}

/** The invoke of Action.Execute. An automatic refresh carries an empty `id` and no `title`. */
export function executeActivity(scene: ActivityScene, press: CardPress): Activity {
  const { action, inputs, trigger } = press;
  const id = trigger === 'automatic' ? '' : action.id;
  const title = trigger === 'automatic' ? undefined : action.title;
  const sent = {
    type: 'Action.Execute',
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(action.verb !== undefined && { verb: action.verb }),
    data: mergeInputs(action.data, inputs),
  };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    ...pressEnvelope(scene, press.messageId),
    value: { action: sent, trigger },
  };
}

/** Action.Submit: a message without text whose `value` is the data with the inputs. */
export function submitActivity(scene: ActivityScene, press: CardPress): Activity {
  const value = mergeInputs(press.action.data, press.inputs);
  return { type: 'message', ...pressEnvelope(scene, press.messageId), value };
}
