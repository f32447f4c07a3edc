// Whether a channel is a place for alerts: who reads there decides. Doubt counts against it.

export const UNSAFE_REASONS = ['guests', 'otherTenants', 'shared', 'grown', 'rosterUnknown'] as const;
export type UnsafeReason = (typeof UNSAFE_REASONS)[number];

/** What an unsafe channel gets: nothing while it is so, or cards without alias, owner and actions. */
export type UnsafeChannels = 'refuse' | 'neutral';

/** A subscribed channel may grow to this many times the members it was approved with … */
export const GROWTH_FACTOR = 2;
/** … and by this many people at least: a small team takes in a colleague without asking anybody. */
export const GROWTH_MIN = 25;

/** What the rule has to know of a member. */
export interface Reader {
  /** The roster's word or the directory's; people whom nobody can name count as guests. */
  isGuest: boolean;
  /** Of another tenant. */
  isForeign: boolean;
}

export interface ChannelKnown {
  /** Null: the roster could not be read. */
  members: readonly Reader[] | null;
  /** Another team, or another organisation, may read along without standing in this team's roster. */
  isShared: boolean;
  /** Members when the channel was last subscribed; null = never approved, so that it cannot have outgrown anything. */
  approvedMembers: number | null;
}

export function membersAllowed(approvedMembers: number): number {
  return Math.max(approvedMembers * GROWTH_FACTOR, approvedMembers + GROWTH_MIN);
}

/** Every reason why the channel is unsafe, in the order of the list; none = safe. */
export function unsafeReasons({ members, isShared, approvedMembers }: ChannelKnown): UnsafeReason[] {
  const readers = members ?? [];
  const holds: Record<UnsafeReason, boolean> = {
    guests: readers.some((reader) => reader.isGuest && !reader.isForeign),
    otherTenants: readers.some((reader) => reader.isForeign),
    shared: isShared,
    grown: approvedMembers !== null && readers.length > membersAllowed(approvedMembers),
    rosterUnknown: members === null,
  };
  return UNSAFE_REASONS.filter((reason) => holds[reason]);
}

/** Reasons that count for an answer as well, which is given wherever it is asked for: a size is approved for alerts alone. */
export function unsafeForAnswers(reasons: readonly UnsafeReason[]): UnsafeReason[] {
  return reasons.filter((reason) => reason !== 'grown');
}
