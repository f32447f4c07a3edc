// A span as the command carries it.
import type { DateTime } from 'luxon';
import type { Window } from '../../domain/command';
import type { TimeReading } from './time-reading';

const instant = (at: DateTime) => at.toUTC().toISO({ suppressMilliseconds: true }) ?? '';

export function windowOf({ from, to }: TimeReading): Window {
  return { from: instant(from), to: instant(to) };
}
