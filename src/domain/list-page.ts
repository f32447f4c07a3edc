// Places in a list that is read page by page. The list is made anew for every page, so that it may have become shorter.
import { LIST_PAGE } from './disclose-list';
import type { ListFollowUp } from './verbs';

export type PageTurn = Exclude<ListFollowUp, 'show'>;

/** The place, from 1, at which the page after or before the one from `from` begins. */
export function turned(from: number, turn: PageTurn): number {
  return turn === 'next' ? from + LIST_PAGE : Math.max(1, from - LIST_PAGE);
}

/** Where the page begins that is shown for `from`: the last page when the list ends before it. */
export function placeWithin(total: number, from: number): number {
  const lastPage = Math.floor(Math.max(0, total - 1) / LIST_PAGE) * LIST_PAGE + 1;
  return from > total ? lastPage : Math.max(1, from);
}

export function rowsFrom<T>(rows: readonly T[], from: number): T[] {
  return rows.slice(from - 1, from - 1 + LIST_PAGE);
}
