// How long a form that somebody opened on a card stands before the card is drawn anew.
export const FORM_OPEN_MS = 600_000;
