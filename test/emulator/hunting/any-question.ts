// Hunting questions of every kind about the sample tenant: most filters hit something, some only nearly.
import fc from 'fast-check';
import { DLP_OUTCOMES, HUNTING_ACTIVITIES, HUNTING_GROUPS } from '../../../src/domain/command';
import { HUNTING_TOP_MAX, unanswerableSlot, type HuntingQuestion } from '../../../src/domain/hunting-question';
import { labelBook } from '../../../src/emulator/hunting/label-book';
import { readSeed } from '../../../src/emulator/seed/read-seed';
import type { World } from '../../../src/emulator/world';
import { DAY_MS, HOUR_MS } from './hunting-under-test';

/** Zones whose clocks change in spring and in autumn, by half an hour in one of them, or never; one is no whole hour. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];
const REACH_MS = 30 * DAY_MS;

/** Asked in one question of six: more filters at a time hit nothing. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const inAnyCase = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean()).map(([one, loud]) => (loud ? one.toUpperCase() : one));

/** Whole seconds or hours, up to now and as far back as hunting reaches, with the period before where it fits. */
function windows(now: number): fc.Arbitrary<Pick<HuntingQuestion, 'window' | 'previous'>> {
  const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  const unit = fc.constantFrom(1_000, HOUR_MS);
  const ages = fc.tuple(fc.nat(REACH_MS / 1_000), fc.nat(REACH_MS / 1_000));
  const asked = fc.tuple(unit, ages, fc.boolean(), fc.boolean());
  return asked.map(([step, [one, other], untilNow, compare]) => {
    const rounded = (age: number) => Math.floor((now - age * 1_000) / step) * step;
    const to = untilNow ? now : rounded(Math.min(one, other));
    const from = Math.min(Math.max(rounded(Math.max(one, other)), now - REACH_MS), to - 1_000);
    const before = from - (to - from);
    return {
      window: { from: instant(from), to: instant(to) },
      previous: compare && before >= now - REACH_MS ? { from: instant(before), to: instant(from) } : null,
    };
  });
}

/** Questions that the bot would put; others it refuses before it asks. */
export function anyQuestion(world: World, now: number): fc.Arbitrary<HuntingQuestion> {
  const { workplace } = readSeed(undefined);
  if (!workplace) throw new Error('the sample tenant tells of no work');
  const { people } = world.tenant;
  const labels = labelBook(world.labels);
  const persons = fc.constantFrom(...people);
  const names = inAnyCase(persons.map(({ userPrincipalName }) => userPrincipalName));
  const host = fc.constantFrom(...workplace.domains.map(({ name }) => name), 'mail.google.com', 'google.com', 'com');
  const groups = HUNTING_GROUPS.filter((group) => group !== 'severity');
  const question = fc.record({
    counts: fc.constantFrom('events', 'events', 'behaviors'),
    when: windows(now),
    timeZone: fc.constantFrom(...ZONES),
    activity: sometimes(fc.constantFrom(...HUNTING_ACTIVITIES)),
    targetDomain: sometimes(host),
    labelIds: sometimes(fc.constantFrom('Confidential', 'Highly Confidential', 'General', 'Public').map(labels.family)),
    person: sometimes(
      fc.oneof(
        names.map((userPrincipalName) => ({ userPrincipalName, objectId: null })),
        persons.map(({ id }) => ({ userPrincipalName: null, objectId: id })),
        persons.map(({ id, userPrincipalName }) => ({ userPrincipalName, objectId: id })),
      ),
    ),
    department: sometimes(inAnyCase(fc.constantFrom(...workplace.departments.map(({ name }) => name)))),
    device: sometimes(inAnyCase(fc.constantFrom(...workplace.devices.map(({ name }) => name)))),
    sensitiveInfoTypeId: sometimes(fc.constantFrom(...workplace.sensitiveInfoTypes.map(({ id }) => id))),
    dlpOutcome: sometimes(fc.constantFrom(...DLP_OUTCOMES)),
    groupBy: fc.constantFrom(null, ...groups),
    top: fc.integer({ min: 1, max: HUNTING_TOP_MAX }),
  });
  return question.map(({ when, ...rest }): HuntingQuestion => answerable({ ...rest, ...when }));
}

/** Takes out the slots that behaviours cannot answer. */
function answerable(question: HuntingQuestion): HuntingQuestion {
  if (question.counts === 'events') return question;
  const { groupBy } = question;
  const kept = groupBy === null || unanswerableSlot({ anomalousOnly: true, groupBy }) === null ? groupBy : null;
  // Behaviours know people by their account name alone.
  const person = question.person?.userPrincipalName ? question.person : null;
  return { ...question, department: null, dlpOutcome: null, groupBy: kept, person };
}
