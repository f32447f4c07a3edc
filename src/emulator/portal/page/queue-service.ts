// The page's only way to the emulator: JSON calls with a deadline, and the stream of changes.
import type { Alert } from '../../alert';
import type { QueueRow } from '../queue-row';
import type { PortalChoices } from '../portal-choices';

const DEADLINE_MS = 10_000;

/** What the emulator refused, in its words. */
export class Refusal extends Error {}

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/portal/api${path}`, {
    method,
    signal: AbortSignal.timeout(DEADLINE_MS),
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { message?: string };
  if (!response.ok) throw new Refusal(answer.message ?? 'The queue did not answer.');
  return answer as Answer;
}

const at = (id: string) => `/alerts/${encodeURIComponent(id)}`;

export const readChoices = () => call<PortalChoices>('GET', '/choices');
export const readQueue = () => call<QueueRow[]>('GET', '/alerts');
export const readAlert = (id: string) => call<Alert>('GET', at(id));
export const changeAlert = (id: string, change: Partial<Alert>) => call<Alert>('PATCH', at(id), change);
export const addComment = (id: string, as: string, comment: string) =>
  call<Alert>('POST', `${at(id)}/comments`, { as, comment });
export const addAlert = (wish: Record<string, string>) => call<Alert>('POST', '/alerts', wish);

/** Tells of each changed alert, and of the line going up and down. The browser reconnects by itself. */
export function watchQueue(changed: (id: string) => void, line: (up: boolean) => void): void {
  const source = new EventSource('/portal/events');
  source.addEventListener('open', () => line(true));
  source.addEventListener('error', () => line(false));
  source.addEventListener('message', (message: MessageEvent<string>) => {
    changed((JSON.parse(message.data) as { id: string }).id);
  });
}
