// Presses on cards and typed commands, as the Teams room hands them to the workflows.
import type { Command } from '../../src/domain/command';
import type { PersonIdentity } from '../../src/domain/person';
import { Untrusted } from '../../src/domain/untrusted';
import type { Conversation } from '../../src/ports/conversation-book';
import type { Ask } from '../../src/workflows/ask';
import type { Click, Place, Presser } from '../../src/workflows/click';
import { ANALYST, HOME_TENANT, mriOf } from './people';

export const CHANNEL = '19:3f0b8c7d2e614a5b9c10@thread.tacv2';
export const OTHER_CHANNEL = '19:9d2e51aa7c3340f8b6e4@thread.tacv2';
export const TEAM = '19:team-7c1d@thread.tacv2';
export const PERSONAL_CHAT = 'a:1xq7Vt0kZr5';

let activities = 0;
/** Every activity of Teams has an id of its own. */
export function nextActivityId(): string {
  activities += 1;
  return `f:${7_000_000 + activities}`;
}

export function presser(person: PersonIdentity, overrides: Partial<Presser> = {}): Presser {
  return {
    objectId: person.objectId ?? '',
    tenantId: HOME_TENANT,
    mri: mriOf(person),
    name: person.displayName === null ? null : Untrusted.of(person.displayName),
    ...overrides,
  };
}

export function placeIn(channel: string, messageId = '1763877600000'): Place {
  return { kind: 'channel', channel, conversationId: `${channel};messageid=${messageId}` };
}

export const IN_PERSONAL_CHAT: Place = { kind: 'personal', channel: PERSONAL_CHAT, conversationId: PERSONAL_CHAT };

export const NO_INPUTS: Click['inputs'] = { classification: null, determination: null, comment: null, reason: null };

/** A press of the analyst on a button that hangs nowhere yet: tests name the card. */
export function aClick(overrides: Partial<Click> = {}): Click {
  return {
    verb: 'alert.start',
    cardRef: null,
    version: null,
    inputs: NO_INPUTS,
    followUp: { kind: null, alert: null, incident: null },
    wellFormed: true,
    presser: presser(ANALYST),
    place: placeIn(CHANNEL),
    cardActivityId: '1763877600000',
    activityId: nextActivityId(),
    automatic: false,
    ...overrides,
  };
}

export function aConversation(channel: string, overrides: Partial<Conversation> = {}): Conversation {
  const personal = channel.startsWith('a:');
  return {
    channel,
    kind: personal ? 'personal' : 'channel',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    tenantId: HOME_TENANT,
    teamId: personal ? null : TEAM,
    botId: '28:2f9b4e1c-88d0-4f67-bb0e-51c0d3a97e42',
    personObjectId: personal ? ANALYST.objectId : null,
    ...overrides,
  };
}

export function anAsk(command: Command, overrides: Partial<Ask> = {}): Ask {
  const place = overrides.place ?? placeIn(CHANNEL);
  return {
    command,
    reading: { refinement: null },
    examples: [],
    timeZone: 'UTC',
    asker: presser(ANALYST),
    place,
    conversation: aConversation(place.channel),
    activityId: nextActivityId(),
    ...overrides,
  };
}
