// What one person sees of a conversation on one client: threads, each message with the card as that person has it.
// The page and the tests read the same.
import type { Person } from '../../entities';
import type { Place } from '../activities/activity-envelope';
import { placeId } from '../conversation-book';
import type { Message } from '../conversation-book';
import type { Card } from '../message-content';
import { rosterOf } from '../teams-stage';
import type { TeamsStage } from '../teams-stage';
import type { CardNote, Viewer } from './card-answers';
import { refreshMode } from './refresh-rules';
import type { RefreshMode } from './refresh-rules';
import { shownCard } from './opening';

/** Threads given unless more are asked for, newest last. */
export const THREADS_SHOWN = 40;
export const THREADS_LIMIT = 500;

export interface MessageView {
  id: string;
  author: { kind: 'bot' | 'person'; id: string; name: string };
  sentAt: string;
  edited: boolean;
  deleted: boolean;
  text: string;
  textFormat: string;
  summary: string | undefined;
  cards: Card[];
  /** True when the first card is this person's own answer and not the posted one. */
  own: boolean;
  note: CardNote | undefined;
  refresh: RefreshMode;
  problem: string | undefined;
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
  /** Older threads that were left out. */
  earlier: number;
}

function messageView(stage: TeamsStage, viewer: Viewer, mri: string, members: number, message: Message): MessageView {
  const { author, content } = message;
  const answer = stage.answers.current(viewer, message);
  const first = shownCard(stage, viewer, message);
  const { bot } = stage.tenant;
  return {
    id: message.id,
    author:
      author.kind === 'bot'
        ? { kind: 'bot', id: bot.appId, name: bot.name }
        : { kind: 'person', id: author.person.id, name: author.person.displayName },
    sentAt: message.sentAt.toISOString(),
    edited: message.editedAt !== undefined,
    deleted: message.deleted,
    text: content.text,
    textFormat: content.textFormat,
    summary: content.summary,
    cards: first && !message.deleted ? [first, ...content.cards.slice(1)] : [],
    own: answer?.card !== undefined,
    note: answer?.note,
    refresh: message.deleted ? 'none' : refreshMode(first, mri, members),
    problem: author.kind === 'person' && author.person.id === viewer.personId ? message.problem : undefined,
  };
}

/** The newest `limit` threads of a place as `person` sees them on `client`. */
export function conversationView(
  stage: TeamsStage,
  person: Person,
  place: Place,
  client: string,
  limit = THREADS_SHOWN,
): ConversationView {
  const viewer = { personId: person.id, client };
  const members = rosterOf(stage, place).length;
  const threads = new Map<string, ThreadView>();
  for (const message of stage.book.list(placeId(place))) {
    const view = messageView(stage, viewer, person.mri, members, message);
    const thread = threads.get(message.rootId);
    if (thread) thread.replies.push(view);
    else threads.set(message.rootId, { id: message.rootId, root: view, replies: [] });
  }
  const all = [...threads.values()];
  const shown = all.slice(-Math.min(limit, THREADS_LIMIT));
  return { id: placeId(place), kind: place.kind, threads: shown, earlier: all.length - shown.length };
}
