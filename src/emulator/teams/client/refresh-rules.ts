// When a Teams client refreshes a card by itself (pages "User Specific Views" and "Universal Actions"): pure rules,
// applied by whoever opens a conversation.
import { z } from 'zod/v4';
import type { Card } from '../message-content';

/** Automatic refresh reaches at most this many listed people, or channels of at most this many members. */
export const AUTOMATIC_REFRESH_MEMBERS = 60;
/** A younger result is not asked for again when a conversation is opened. */
export const FRESH_RESULT_MS = 60_000;

const refreshable = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({ verb: z.string().optional(), data: z.unknown().optional() }),
    userIds: z.array(z.string()).nullish(),
  }),
});

export type RefreshAction = z.infer<typeof refreshable>['refresh']['action'];
export type RefreshMode = 'automatic' | 'manual' | 'none';

function refreshOf(card: Card | undefined) {
  const parsed = refreshable.safeParse(card);
  return parsed.success ? parsed.data.refresh : undefined;
}

/** The action behind the card's `refresh`, if it has one. */
export function refreshAction(card: Card | undefined): RefreshAction | undefined {
  return refreshOf(card)?.action;
}

/**
 * How this card refreshes for one person. `userIds` are MRIs: listed = automatic, an empty list = never, absent =
 * automatic in small conversations. `manual` leaves the menu entry "Refresh card".
 */
export function refreshMode(card: Card | undefined, mri: string, memberCount: number): RefreshMode {
  const refresh = refreshOf(card);
  if (!refresh) return 'none';
  const listed = refresh.userIds;
  if (!listed) return memberCount <= AUTOMATIC_REFRESH_MEMBERS ? 'automatic' : 'manual';
  return listed.slice(0, AUTOMATIC_REFRESH_MEMBERS).includes(mri) ? 'automatic' : 'manual';
}

export interface LastResult {
  at: Date;
  /** Revision of the message the question was about. */
  askedRevision: number;
}

/** `opened`: the person came to the conversation; `updated`: a message changed while it was open. */
export type RefreshOccasion = 'opened' | 'updated';

/** Whether an automatic refresh is due: after an edit always, otherwise on opening when the last result is old. */
export function isRefreshDue(
  occasion: RefreshOccasion,
  last: LastResult | undefined,
  revision: number,
  now: Date,
): boolean {
  if (!last || last.askedRevision < revision) return true;
  return occasion === 'opened' && now.getTime() - last.at.getTime() >= FRESH_RESULT_MS;
}
