// Whom and what a hunting answer may not spell: people become their aliases, devices a code, in rows, in the filters as
// read and in the query's own text.
import type { HuntingQuestion } from './hunting-question';

/** Devices have no store that keeps codes apart, so theirs are longer than people's. */
export const DEVICE_CODE_LENGTH = 6;

/** Gives sixteen characters of `pseudonym`'s alphabet for a key, the same ones for as long as the tenant's key stays. */
export type AliasCandidate = (key: string) => string;

/** `Person K7F2`. */
export function personAlias(alias: string): string {
  return `Person ${alias}`;
}

const ALIAS = /^person\s+([0-9A-HJKMNP-TV-Z]{4,16})$/i;

/** The alias in `Person K7F2`, upper case; null for what is no alias. */
export function aliasIn(text: string): string | null {
  return ALIAS.exec(text.trim())?.[1]?.toUpperCase() ?? null;
}

/** `Device 4QX09D`: names of devices often spell their users' names. Case does not matter. */
export function deviceCode(candidate: AliasCandidate, deviceName: string): string {
  const key = `device:${deviceName.trim().toLowerCase()}`;
  return `Device ${candidate(key).slice(0, DEVICE_CODE_LENGTH)}`;
}

/** The same question with every value masked that denotes a person: what its KQL may show. */
export function maskedQuestion(
  question: HuntingQuestion,
  alias: string | null,
  maskDevice: (name: string) => string,
): HuntingQuestion {
  const { person, device } = question;
  const shown = alias === null ? 'a person' : personAlias(alias);
  const masked = (value: string | null) => (value === null ? null : shown);
  return {
    ...question,
    person: person && { userPrincipalName: masked(person.userPrincipalName), objectId: masked(person.objectId) },
    device: device === null ? null : maskDevice(device),
  };
}

export function denotesPerson(question: HuntingQuestion): boolean {
  return question.person !== null || question.device !== null;
}
