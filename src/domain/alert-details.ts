// What an alert says in words: its text, and the names of files, devices, places and people in its evidence. It is kept
// sealed until retention or an erasure removes it, and shown by `domain/disclosure` alone.
import type { PersonIdentity } from './person';
import type { Untrusted } from './untrusted';

/** Names kept of each kind; the counts beside them are the evidence's own. */
export const NAMES_KEPT = 50;
/** People kept of one alert. Everyone of them is masked wherever the text names them. */
export const PEOPLE_KEPT = 100;

export interface AlertDetails {
  readonly title: Untrusted | null;
  readonly description: Untrusted | null;
  /** Path and name, as the evidence gave them. */
  readonly files: readonly Untrusted[];
  readonly devices: readonly Untrusted[];
  /** Addresses, sites and cloud applications. */
  readonly places: readonly Untrusted[];
  /** Subjects of mails and chat messages. */
  readonly messages: readonly Untrusted[];
  /** Every user, mailbox, recipient and logged-on account the alert names, its subject first; some by an account name alone. */
  readonly people: readonly PersonIdentity[];
}

/** A person an alert names, as the text is masked for; `alias` null = nobody's alias is known. */
export interface NamedPerson {
  readonly identity: PersonIdentity;
  readonly alias: string | null;
}

export interface KeptDetails {
  readonly details: AlertDetails;
  /** As `details.people`, in their order. */
  readonly people: readonly NamedPerson[];
}

export const NO_DETAILS: AlertDetails = {
  title: null,
  description: null,
  files: [],
  devices: [],
  places: [],
  messages: [],
  people: [],
};
