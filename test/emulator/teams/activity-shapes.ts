// The exact keys of every activity Teams sends, written out: a path per leaf or empty object, `[]` for list items.
// Taken from recordings of real traffic; where a recording lacks the client's own keys, they are those of its kin.

const event = [
  'channelId',
  'conversation.conversationType',
  'conversation.id',
  'conversation.tenantId',
  'from.aadObjectId',
  'from.id',
  'id',
  'recipient.id',
  'recipient.name',
  'serviceUrl',
  'timestamp',
  'type',
];
const channelEvent = [...event, 'conversation.isGroup', 'conversation.name'];
const fromPerson = [...event, 'from.name', 'localTimestamp', 'localTimezone', 'locale'];
const clientInfo = ['country', 'locale', 'platform', 'timezone', 'type'].map((key) => `entities[].${key}`);
const mention = ['mentioned.id', 'mentioned.name', 'text', 'type'].map((key) => `entities[].${key}`);
const team = ['channelData.team.aadGroupId', 'channelData.team.id', 'channelData.team.name'];
const eventChannel = ['channelData.channel.id', 'channelData.channel.name', 'channelData.channel.type'];
const sharedWith = ['aadGroupId', 'id', 'name'].map((key) => `channelData.sharedWithTeams[].${key}`);
const tenantId = 'channelData.tenant.id';
const sourceName = 'channelData.source.name';
const selected = 'channelData.settings.selectedChannel.id';
const installation = ['action', 'entities[].locale', 'entities[].type', 'locale', sourceName, tenantId];
const pressed = ['replyToId', sourceName, tenantId, ...clientInfo];
const pressedInChannel = ['conversation.isGroup', 'conversation.name', 'channelData.channel.id', 'channelData.team.id'];
const channelMessage = [
  'attachments[].content',
  'attachments[].contentType',
  'channelData.channel.id',
  'channelData.team.id',
  'channelData.teamsChannelId',
  'channelData.teamsTeamId',
  'conversation.isGroup',
];

export const SHAPES = {
  channelMention: [...fromPerson, ...channelMessage, tenantId, ...mention, ...clientInfo, 'text', 'textFormat'],
  channelMessage: [...fromPerson, ...channelMessage, tenantId, ...clientInfo, 'text', 'textFormat'],
  personalMessage: [...fromPerson, tenantId, ...clientInfo, 'text', 'textFormat'],
  execute: [
    ...fromPerson,
    ...pressed,
    ...pressedInChannel,
    'name',
    'value.action.data.cardRef',
    'value.action.data.comment',
    'value.action.id',
    'value.action.title',
    'value.action.type',
    'value.action.verb',
    'value.trigger',
  ],
  refresh: [
    ...fromPerson,
    ...pressed,
    ...pressedInChannel,
    'name',
    'value.action.data.cardRef',
    'value.action.id',
    'value.action.type',
    'value.action.verb',
    'value.trigger',
  ],
  personalExecute: [
    ...fromPerson,
    ...pressed,
    'name',
    'value.action.data.cardRef',
    'value.action.type',
    'value.action.verb',
    'value.trigger',
  ],
  submit: [...fromPerson, ...pressed, ...pressedInChannel, 'value.cardRef'],
  installed: [...channelEvent, ...installation, ...team, 'channelData.channel.id', selected],
  removed: [...channelEvent, ...installation, ...team, 'channelData.channel.id'],
  installedPersonally: [...event, ...installation],
  botAdded: [...channelEvent, ...team, 'channelData.eventType', selected, tenantId, 'membersAdded[].id'],
  botRemoved: [...channelEvent, ...team, 'channelData.eventType', tenantId, 'membersRemoved[].id'],
  botAddedPersonally: [...event, tenantId, 'membersAdded[].id'],
  memberAdded: [
    ...channelEvent,
    ...team,
    'channelData.eventType',
    tenantId,
    'membersAdded[].aadObjectId',
    'membersAdded[].id',
  ],
  channelMemberRemoved: [
    ...channelEvent,
    ...team,
    ...eventChannel,
    'channelData.eventType',
    tenantId,
    'membersRemoved[].aadObjectId',
    'membersRemoved[].id',
  ],
  channelShared: [...channelEvent, ...team, ...eventChannel, 'channelData.eventType', tenantId, ...sharedWith],
} as const satisfies Record<string, readonly string[]>;

/** Every path to a leaf of `value`, sorted, each once. */
export function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return distinct(value.flatMap((item) => pathsOf(item, `${at}[]`)));
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value);
  return distinct(entries.flatMap(([key, item]) => pathsOf(item, at === '' ? key : `${at}.${key}`)));
}

export function distinct(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort();
}
