// What the emulator's client interface answers, as the page reads it. The server builds these in conversation-view
// and person-view.

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
  newestId?: string;
}

export interface PersonView {
  me: PersonEntry;
  tenantName: string;
  team: { id: string; name: string; channels: { id: string; name: string }[] };
  bot: { id: string; name: string; inTeam: boolean; forMe: boolean };
  personas: { part: string; label: string; personId: string }[];
  people: PersonEntry[];
  conversations: ConversationEntry[];
}

export interface MessageView {
  id: string;
  author: { kind: 'bot' | 'person'; id: string; name: string };
  sentAt: string;
  edited: boolean;
  deleted: boolean;
  text: string;
  textFormat: string;
  cards: CardJson[];
  own: boolean;
  note?: { kind: 'message' | 'error'; text: string };
  refresh: 'automatic' | 'manual' | 'none';
  problem?: string;
}

export interface ThreadView {
  id: string;
  root: MessageView;
  replies: MessageView[];
}

export interface ConversationView {
  id: string;
  kind: 'channel' | 'personal';
  threads: ThreadView[];
  earlier: number;
}

export type CardJson = Record<string, unknown>;

export interface PressedAction {
  type: 'Action.Execute' | 'Action.Submit';
  id?: string;
  title?: string;
  verb?: string;
  data?: unknown;
}

export type PageEvent =
  | { kind: 'posted'; conversationId: string; messageId: string; toast?: string }
  | { kind: 'changed'; conversationId: string; messageId: string }
  | { kind: 'typing'; conversationId: string }
  | { kind: 'app' }
  | { kind: 'roster' };
