// A window whose ends are instants, so that ticks below a second are compared as exactly as Graph writes them.
import type { Window } from './command';
import { parseInstant, type Instant } from './instant';

/** Half open: `[from, to)`. */
export interface InstantWindow {
  from: Instant;
  to: Instant;
}

/** Null for no window. Throws RangeError for one whose ends are no UTC instants, which no reader of sentences makes. */
export function instantWindow(window: Window | undefined): InstantWindow | null {
  if (window === undefined) return null;
  const [from, to] = [parseInstant(window.from), parseInstant(window.to)];
  if (from === null || to === null) throw new RangeError('a window without its two instants');
  return { from, to };
}

/** A time that is not given lies in no window. */
export function isWithin(instant: Instant | null, { from, to }: InstantWindow): boolean {
  return instant !== null && instant >= from && instant < to;
}
