// Completes a person who is known by a sign-in name or a security identifier alone, as evidence often has it.
import type { PersonIdentity } from '../domain/person';
import type { Clock } from '../ports/clock';
import { objectIdOfCloudSid } from './cloud-sid';
import { askUser, askUserBySid, UNHURRIED } from './directory-calls';
import type { GraphClient } from './graph-client';
import { TimedCache } from './timed-cache';

export const RESOLVED_MS = 60 * 60_000;
/** People are hired and synchronised: "nobody" is asked again soon. */
export const UNRESOLVED_MS = 5 * 60_000;
export const MAX_RESOLVED = 5_000;

const UPN = /^[^\s/\\?%@]{1,256}@[^\s/\\?%@]{1,256}$/;
const SID = /^S-1(-\d{1,15}){1,15}$/i;

export class PersonResolution {
  private readonly known: TimedCache<PersonIdentity | null>;

  constructor(
    private readonly client: GraphClient,
    clock: Clock,
  ) {
    this.known = new TimedCache(MAX_RESOLVED, (person) => (person === null ? UNRESOLVED_MS : RESOLVED_MS), clock);
  }

  /** The directory's identity, filled up with what was given; null when nobody matches. Throws BotError. */
  async resolve(given: PersonIdentity): Promise<PersonIdentity | null> {
    for (const find of this.ways(given)) {
      const found = await find();
      if (found !== null)
        return { ...found, sid: found.sid ?? given.sid, accountName: found.accountName ?? given.accountName };
    }
    return null;
  }

  /** Strongest identifier first. */
  private ways(given: PersonIdentity): (() => Promise<PersonIdentity | null>)[] {
    const { objectId, userPrincipalName: upn, sid } = given;
    const ways: (() => Promise<PersonIdentity | null>)[] = [];
    if (objectId !== null) ways.push(() => this.byName(objectId));
    if (upn !== null && UPN.test(upn)) ways.push(() => this.byName(upn));
    if (sid !== null && SID.test(sid)) ways.push(() => this.bySid(sid));
    return ways;
  }

  private byName(idOrUpn: string): Promise<PersonIdentity | null> {
    return this.known.get(`name:${idOrUpn.toLowerCase()}`, async () => {
      return (await askUser(this.client, idOrUpn, UNHURRIED))?.person ?? null;
    });
  }

  private bySid(sid: string): Promise<PersonIdentity | null> {
    const objectId = objectIdOfCloudSid(sid);
    if (objectId !== null) return this.byName(objectId);
    return this.known.get(`sid:${sid.toUpperCase()}`, async () => {
      return (await askUserBySid(this.client, sid.toUpperCase(), UNHURRIED))?.person ?? null;
    });
  }
}
