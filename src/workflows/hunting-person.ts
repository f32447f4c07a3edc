// Whom a hunting question is about: an alias for everybody, a name or UPN for investigators in their personal chat, an
// alert's subject. Nobody asks about themselves, whatever the form.
import { seesNames, type HuntingViewer } from '../domain/disclose-hunting';
import type { HuntRefusal } from '../domain/hunting-failure';
import { aliasIn } from '../domain/hunting-mask';
import type { QuestionPerson } from '../domain/hunting-question';
import { isGuid, isUpn } from '../domain/kql-literal';
import { isSamePerson, type PersonIdentity } from '../domain/person';
import type { KnownPerson, PeopleBook } from '../ports/people-book';
import type { PeopleFinder } from '../ports/people-finder';

export interface HuntingPersonDeps {
  peopleBook: PeopleBook;
  peopleFinder: PeopleFinder;
}

export interface HuntedPerson {
  /** What hunting rows may hold of the person. */
  question: QuestionPerson;
  alias: string;
  /** For an investigator's eyes. */
  name: string | null;
}

export type PersonMeant = { person: HuntedPerson } | { refusal: HuntRefusal };
export type KnownMeant = { known: KnownPerson } | { refusal: HuntRefusal };

const refused = (refusal: HuntRefusal): { refusal: HuntRefusal } => ({ refusal });

const NOBODY: PersonIdentity = {
  objectId: null,
  userPrincipalName: null,
  sid: null,
  displayName: null,
  accountName: null,
};

function unlessSelf(known: KnownPerson, asker: PersonIdentity): KnownMeant {
  return isSamePerson(known, asker) ? refused({ code: 'personRefused', reason: 'isSelf' }) : { known };
}

function hunted(meant: KnownMeant): PersonMeant {
  if ('refusal' in meant) return meant;
  const { known } = meant;
  const { objectId, userPrincipalName: upn, displayName, alias } = known;
  const question = {
    userPrincipalName: upn !== null && isUpn(upn) ? upn.toLowerCase() : null,
    objectId: objectId !== null && isGuid(objectId) ? objectId.toLowerCase() : null,
  };
  if (question.userPrincipalName === null && question.objectId === null) return refused({ code: 'personNotInData' });
  return { person: { question, alias, name: upn ?? displayName } };
}

async function enrolled(deps: HuntingPersonDeps, person: PersonIdentity, asker: PersonIdentity): Promise<KnownMeant> {
  // Before anything is written about the asker.
  if (isSamePerson(person, asker)) return refused({ code: 'personRefused', reason: 'isSelf' });
  const [known] = await deps.peopleBook.enrol([person]);
  return known === undefined ? refused({ code: 'personRefused', reason: 'unknown' }) : unlessSelf(known, asker);
}

async function byName(deps: HuntingPersonDeps, account: string, asker: PersonIdentity): Promise<KnownMeant> {
  const found = await deps.peopleFinder.find(account);
  const [only] = found;
  if (found.length > 1) return refused({ code: 'accountAmbiguous', people: found.length });
  if (only !== undefined) return enrolled(deps, only, asker);
  // Somebody who left the directory may still stand in the rows of the last weeks.
  if (isUpn(account)) return enrolled(deps, { ...NOBODY, userPrincipalName: account }, asker);
  return refused({ code: 'personRefused', reason: 'unknown' });
}

/** `account` as written. Throws BotError when the directory or the store does not answer. */
export async function knownPersonNamed(
  deps: HuntingPersonDeps,
  account: string,
  asker: PersonIdentity,
  viewer: HuntingViewer,
): Promise<KnownMeant> {
  const alias = aliasIn(account);
  if (alias !== null) {
    const known = await deps.peopleBook.findByAlias(alias);
    return known === null ? refused({ code: 'personRefused', reason: 'unknown' }) : unlessSelf(known, asker);
  }
  // Nothing is looked up, so that not even the time it takes tells whether anybody is called so.
  if (!seesNames(viewer)) return refused({ code: 'nameNeedsInvestigator' });
  return byName(deps, account.trim(), asker);
}

/** The same as hunting rows know them. */
export async function personNamed(...named: Parameters<typeof knownPersonNamed>): Promise<PersonMeant> {
  return hunted(await knownPersonNamed(...named));
}

/** The person an alert is about. */
export async function personOfAlert(
  deps: HuntingPersonDeps,
  subject: PersonIdentity,
  asker: PersonIdentity,
): Promise<PersonMeant> {
  return hunted(await enrolled(deps, subject, asker));
}
