// What one person finds on opening Teams: who they are, whom else the page can be, their channels and their chat
// with the bot.
import type { Person } from '../../entities';
import { personalConversationId } from '../conversation-book';
import type { TeamsStage } from '../teams-stage';
import type { Persona } from './personas';

export interface PersonEntry {
  id: string;
  name: string;
  jobTitle: string;
  roles: string[];
  guest: boolean;
  mri: string;
}

export interface ConversationEntry {
  id: string;
  name: string;
  kind: 'channel' | 'personal';
  memberIds: string[];
  /** Id of the newest message: larger than the last one read means unread. */
  newestId: string | undefined;
}

function entryOf(person: Person): PersonEntry {
  const { id, displayName, jobTitle, roles, userType, mri } = person;
  return { id, name: displayName, jobTitle, roles, guest: userType === 'Guest', mri };
}

function newestOf(stage: TeamsStage, conversationId: string): string | undefined {
  return stage.book.list(conversationId).at(-1)?.id;
}

function channelEntries(stage: TeamsStage, person: Person): ConversationEntry[] {
  return stage.tenant.team.channels
    .filter((channel) => channel.memberIds.includes(person.id))
    .map(({ id, name, memberIds }) => ({ id, name, kind: 'channel', memberIds, newestId: newestOf(stage, id) }));
}

/** The chat exists as soon as the app is installed for the person or the bot has written to them. */
function chatEntries(stage: TeamsStage, person: Person): ConversationEntry[] {
  const id = personalConversationId(stage.tenant, person);
  if (!stage.book.personOf(id)) return [];
  const name = stage.tenant.bot.name;
  return [{ id, name, kind: 'personal', memberIds: [person.id], newestId: newestOf(stage, id) }];
}

/** Plain data for the page; `conversations` holds only what this person may open. */
export function personView(stage: TeamsStage, person: Person, personas: readonly Persona[]) {
  const { bot, team, people, displayName } = stage.tenant;
  return {
    me: entryOf(person),
    tenantName: displayName,
    team: { id: team.id, name: team.name, channels: team.channels.map(({ id, name }) => ({ id, name })) },
    bot: {
      id: `28:${bot.appId}`,
      name: bot.name,
      inTeam: stage.installations.inTeam(),
      forMe: stage.installations.forPerson(person),
    },
    personas: personas.map(({ part, label, person: one }) => ({ part, label, personId: one.id })),
    people: people.map(entryOf),
    conversations: [...channelEntries(stage, person), ...chatEntries(stage, person)],
  };
}
