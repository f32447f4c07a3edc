// Who the presser is and what they may do to this alert, asked of the directory. A failed lookup is a refusal.
import { refusalFor, type Action, type Asker, type Refusal } from '../domain/analyst';
import { isBotError } from '../domain/errors';
import { isSamePerson, type PersonIdentity } from '../domain/person';
import type { StoredAlert } from '../domain/stored-alert';
import { Untrusted } from '../domain/untrusted';
import type { AnalystDirectory, DirectoryPerson } from '../ports/analyst-directory';
import type { Presser } from './click';

export interface KnownAsker {
  asker: Asker;
  /** Null when the directory does not know the person or did not answer. */
  person: DirectoryPerson | null;
}

export interface WhoAsksDeps {
  analystDirectory: AnalystDirectory;
  homeTenantId: string;
}

/** The object id is the signed activity's own; the directory completes it. */
export function identityOf(presser: Presser, person: DirectoryPerson | null): PersonIdentity & { objectId: string } {
  const bare = { userPrincipalName: null, sid: null, displayName: null, accountName: null };
  return { ...bare, ...person, objectId: presser.objectId };
}

async function lookUp(deps: WhoAsksDeps, presser: Presser, freshness: 'fresh' | 'cached') {
  try {
    const person = await deps.analystDirectory.lookUp(presser.objectId, freshness);
    return { person, roles: person?.roles ?? [] };
  } catch (error) {
    if (!isBotError(error)) throw error;
    return { person: null, roles: null };
  }
}

/** Never rejects for what the directory answered. `alert` null = the question is about no alert. */
export async function whoAsks(
  deps: WhoAsksDeps,
  presser: Presser,
  alert: Pick<StoredAlert, 'subject'> | null,
  freshness: 'fresh' | 'cached',
): Promise<KnownAsker> {
  const homeTenant = presser.tenantId.toLowerCase() === deps.homeTenantId.toLowerCase();
  if (!homeTenant) return { asker: { homeTenant, roles: [], isSubject: false }, person: null };
  const { person, roles } = await lookUp(deps, presser, freshness);
  const subject = alert?.subject ?? null;
  const isSubject = subject !== null && isSamePerson(subject, identityOf(presser, person));
  return { asker: { homeTenant, roles, isSubject }, person };
}

/** As cards name the person: the directory's word before Teams'. */
export function nameOf({ person }: KnownAsker, presser: Presser): Untrusted | null {
  const name = person?.displayName ?? person?.userPrincipalName ?? null;
  return name === null ? presser.name : Untrusted.of(name);
}

/** What Graph gets for the person as an owner or author. */
export function userPrincipalNameOf({ person }: KnownAsker, presser: Presser): string {
  return person?.userPrincipalName ?? presser.objectId;
}

export function refusal(known: KnownAsker, action: Action): Refusal | null {
  return refusalFor(action, known.asker);
}

/** As the directory has them; with the roles that were just asked. */
export function directoryPerson(presser: Presser, known: KnownAsker): DirectoryPerson & { objectId: string } {
  return { ...identityOf(presser, known.person), roles: known.asker.roles ?? [] };
}
