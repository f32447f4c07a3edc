// The sample tenant with sixty more analysts in its alerts channel: as many as a card may refresh itself for.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { ALERTS_CHANNEL } from './emulator-process';

export const CROWD = 60;
export const CROWD_TITLE = 'Duty analyst';

const SAMPLE = path.join(__dirname, '..', '..', 'src', 'emulator', 'seed', 'contoso.yaml');
const FIRST_RID = 9_000;

const sample = z.looseObject({
  people: z.array(z.unknown()),
  groups: z.array(z.looseObject({ role: z.string().optional(), members: z.array(z.string()) })),
  team: z.looseObject({ channels: z.array(z.looseObject({ name: z.string(), members: z.array(z.string()) })) }),
  parts: z.array(z.string()),
});

const accountOf = (index: number) => `duty.analyst${index}`;
const two = (index: number) => String(index).padStart(2, '0');

/** Object id of one of the crowd. */
export const crowdMember = (index: number) => `5d0f7a2c-9b1e-4c34-8a6f-0e2b7c41d9${two(index)}`;

function crowd(): object[] {
  return Array.from({ length: CROWD }, (_, index) => ({
    account: accountOf(index),
    id: crowdMember(index),
    given: 'Duty',
    surname: `Analyst${index}`,
    department: 'Security Operations',
    title: CROWD_TITLE,
    rid: FIRST_RID + index,
  }));
}

/** Writes the tenant as a seed file of the emulator and gives its path. */
export function writeStormTenant(directory: string): string {
  const base = sample.parse(parse(readFileSync(SAMPLE, 'utf8')));
  const accounts = Array.from({ length: CROWD }, (_, index) => accountOf(index));
  const joined = <T extends { members: string[] }>(some: readonly T[], isIt: (one: T) => boolean): T[] =>
    some.map((one) => (isIt(one) ? { ...one, members: [...one.members, ...accounts] } : one));
  const seed = {
    ...base,
    people: [...base.people, ...crowd()],
    groups: joined(base.groups, ({ role }) => role === 'analyst'),
    team: { ...base.team, channels: joined(base.team.channels, ({ name }) => name === ALERTS_CHANNEL) },
    parts: base.parts.map((part) => path.relative(directory, path.join(path.dirname(SAMPLE), part))),
  };
  const file = path.join(directory, 'storm-tenant.json');
  writeFileSync(file, JSON.stringify(seed));
  return file;
}
