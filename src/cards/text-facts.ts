// What an alert says in words, as rows of its card. Every text goes into a `TextRun`; whose names it may hold was decided
// when the view was made.
import { hasDetails, type AlertView } from '../domain/disclosure';
import type { DetailText } from '../domain/detail-text';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import { LABELS, NOTES } from '../domain/wording/card-words';
import type { Fact } from './adaptive-card';

/** Enough of a description to decide by; the whole of it is in the portal. */
export const DESCRIPTION_MAX_GRAPHEMES = 800;
export const TITLE_MAX_GRAPHEMES = 300;
/** Longer paths are cut at their end. */
export const ITEM_MAX_GRAPHEMES = 160;
/** Rows of one kind; what is beyond them is counted. */
export const ITEMS_SHOWN = 6;
/** Where the whole would make the card too large. */
export const SHORT_TEXT_MAX_GRAPHEMES = 120;
export const SHORT_ITEMS_SHOWN = 2;

/** How much of an alert's words a card has room for. */
export type TextLength = 'whole' | 'short';

function rowsOf(text: DetailText, length: TextLength): Fact[] {
  const itemsShown = length === 'whole' ? ITEMS_SHOWN : SHORT_ITEMS_SHOWN;
  const cut = (value: Untrusted, max: number) =>
    toTextRun(value, length === 'whole' ? max : Math.min(max, SHORT_TEXT_MAX_GRAPHEMES));
  const single = (label: string, value: Untrusted | null, max: number) =>
    value === null ? [] : [{ label, value: cut(value, max) }];
  /** The label stands beside the first row alone. */
  const listed = (label: string, items: readonly Untrusted[]) => {
    const rows = items.slice(0, itemsShown).map((item) => cut(item, ITEM_MAX_GRAPHEMES));
    const more = items.length > itemsShown ? [NOTES.moreItems(items.length - itemsShown)] : [];
    return [...rows, ...more].map((value, index) => ({ label: index === 0 ? label : '', value }));
  };
  return [
    ...single(LABELS.title, text.title, TITLE_MAX_GRAPHEMES),
    ...single(LABELS.description, text.description, DESCRIPTION_MAX_GRAPHEMES),
    ...listed(LABELS.people, text.people),
    ...listed(LABELS.files, text.files),
    ...listed(LABELS.devices, text.devices),
    ...listed(LABELS.places, text.places),
    ...listed(LABELS.messages, text.messages),
  ];
}

/** Empty for a view without details; one row that says so where nothing is kept. */
export function textFacts(view: AlertView, length: TextLength): Fact[] {
  if (!hasDetails(view)) return [];
  const { text } = view.details;
  return text === null ? [{ label: LABELS.title, value: NOTES.textNotKept }] : rowsOf(text, length);
}
