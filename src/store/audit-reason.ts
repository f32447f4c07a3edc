// The reason a person typed, as it stands in the chain: sealed, since no masking makes sure of what somebody writes.
import type { Sealer } from './seal';

const STATED = 'stated:';
export const UNREADABLE = 'unreadable';

const placeOf = (seq: unknown) => `audit.reason:${seq}`;

export function sealReason(seal: Sealer, seq: number, text: string): string {
  return STATED + seal.seal(text, placeOf(seq));
}

/** Code words of ours stay as they are; a reason that does not open says so, and the chain says why. */
export function openReason(seal: Sealer, seq: unknown, reason: string): string {
  if (!reason.startsWith(STATED)) return reason;
  try {
    return seal.unseal(reason.slice(STATED.length), placeOf(seq));
  } catch {
    return UNREADABLE;
  }
}
