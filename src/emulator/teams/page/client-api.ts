// The page's calls to the emulator, every one on behalf of a person. What comes back is what that person sees.
import type { ConversationView, PageEvent, PersonView, PressedAction } from './view-shapes.js';

/** The bot has 15 seconds; the emulator answers soon after. */
const DEADLINE_MS = 30_000;

const device = {
  locale: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** A sentence for the person: what the emulator refused, or that it is gone. */
export class CallFailed extends Error {}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  let response: Response;
  try {
    response = await fetch(`/teams/api/${path}`, { ...sent, headers, signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch {
    throw new CallFailed('The emulator does not answer.');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new CallFailed(answer?.error?.message ?? `The emulator answered ${response.status}.`);
  return answer as T;
}

/** Everything one person does, on one client (`desktop` or `phone`). */
export class ClientApi {
  client: 'desktop' | 'phone' = 'desktop';

  constructor(public as = '') {}

  state(): Promise<PersonView> {
    return call(this.as === '' ? 'state' : `state?as=${encodeURIComponent(this.as)}`);
  }

  conversation(id: string): Promise<ConversationView> {
    const query = new URLSearchParams({ as: this.as, client: this.client });
    return call(`conversations/${encodeURIComponent(id)}?${query}`);
  }

  /** Lets the client refresh what asks for it; answers the conversation as it stands afterwards. */
  async open(conversationId: string, occasion: 'opened' | 'updated'): Promise<ConversationView> {
    const body = { as: this.as, client: this.client, conversationId, occasion, ...device };
    return (await call<{ conversation: ConversationView }>('open', body)).conversation;
  }

  say(conversationId: string, text: string, mentionBot: boolean, threadId?: string): Promise<unknown> {
    return call('messages', { as: this.as, conversationId, text, mentionBot, threadId, ...device });
  }

  /** Without an action: the card's own refresh, from the message's menu. */
  press(conversationId: string, activityId: string, action?: PressedAction): Promise<unknown> {
    return call('actions', { as: this.as, client: this.client, conversationId, activityId, action, ...device });
  }

  changeApp(what: 'install' | 'uninstall', scope: 'team' | 'personal', channelId?: string): Promise<unknown> {
    return call(what, { as: this.as, scope, channelId });
  }

  changeMember(what: 'add' | 'remove', channelId: string, personId: string): Promise<unknown> {
    return call(`members/${what}`, { as: this.as, channelId, personId });
  }

  /**
   * Calls `hear` for every event until the returned function is called; the browser reconnects by itself. Whatever
   * happened before a connection stood is not told again, hence `connected`.
   */
  listen(hear: (event: PageEvent) => void, connected: () => void): () => void {
    const source = new EventSource(`/teams/events?as=${encodeURIComponent(this.as)}`);
    source.onmessage = (event) => hear(JSON.parse(event.data) as PageEvent);
    source.onopen = connected;
    return () => source.close();
  }
}
