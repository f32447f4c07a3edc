// A span as the command carries it.
import type { Window } from '../../domain/command';
import type { Milliseconds } from './calendar';
import type { TimeReading } from './time-reading';

const instant = (at: Milliseconds) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export function windowOf({ from, to }: TimeReading): Window {
  return { from: instant(from), to: instant(to) };
}
