// How far each person has read each conversation, kept for the browser's session. Message ids are times, so a larger
// one is newer.

function keyOf(personId: string, conversationId: string): string {
  return `read ${personId} ${conversationId}`;
}

/** The newest message this person has read there, or undefined when they never opened it. */
export function readUpTo(personId: string, conversationId: string): number | undefined {
  const kept = sessionStorage.getItem(keyOf(personId, conversationId));
  return kept === null ? undefined : Number(kept);
}

export function markRead(personId: string, conversationId: string, newestId: string | undefined): void {
  sessionStorage.setItem(keyOf(personId, conversationId), newestId ?? '0');
}

/** Whether something there is newer than what the person has read. */
export function isUnread(personId: string, conversationId: string, newestId: string | undefined): boolean {
  return newestId !== undefined && Number(newestId) > (readUpTo(personId, conversationId) ?? 0);
}
