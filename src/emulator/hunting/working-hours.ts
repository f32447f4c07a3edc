// When people work: mostly on weekdays by day, a little in the evening and at weekends. All times are UTC.
import { weighted, type Chance } from '../chance';

const HOUR_MS = 3_600_000;
const WEEKEND_SHARE = 0.12;

/** Gives instants (whole milliseconds) from `from` up to but without `to`, more of them when more work is done. */
export function workingHours(from: number, to: number): (chance: Chance) => number {
  const hours: number[] = [];
  for (let hour = Math.floor(from / HOUR_MS) * HOUR_MS; hour < to; hour += HOUR_MS) hours.push(hour);
  const hourOf = weighted(hours, workDone);
  return (chance) => {
    for (;;) {
      const at = hourOf(chance) + chance.below(HOUR_MS);
      if (at >= from && at < to) return at;
    }
  };
}

function workDone(hourStart: number): number {
  const date = new Date(hourStart);
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return byHour(date.getUTCHours()) * (weekend ? WEEKEND_SHARE : 1);
}

function byHour(hour: number): number {
  if (hour >= 8 && hour < 18) return 1;
  if (hour === 7 || hour === 18) return 0.5;
  if (hour > 18 && hour < 23) return 0.15;
  return 0.03;
}
