// Why a hunting question got no answer, as closed codes with their facts. The words are in `domain/wording`.
import type { Untrusted } from './untrusted';

/** Codes that say all there is to say. */
export const BARE_HUNTING_FAILURES = [
  /** The tenant's own processing quota for hunting is used up until its next cycle. */
  'cpuQuota',
  'timedOut',
  /** Purview shares nothing with Defender: the tables are missing. */
  'sharingOff',
  'tooLarge',
  'unavailable',
  /** The bot lacks the permission to hunt. */
  'forbidden',
  /** No table holds what is asked for. */
  'notAnswerable',
  /** A name where only aliases may be asked about; says the same whether anybody has the name or not. */
  'nameNotHere',
  'aboutYourself',
  'aliasUnknown',
  'alertUnknown',
  /** The alert that the question is about names nobody. */
  'noSubject',
] as const;

export type HuntingFailure =
  | { code: (typeof BARE_HUNTING_FAILURES)[number] }
  /** The asker's own limit, or that of the whole bot; `seconds` until there is room again. */
  | { code: 'askedTooOften' | 'botQuota'; seconds: number }
  /** `labels` = what the tenant calls its labels. */
  | { code: 'labelUnknown'; labels: readonly Untrusted[] };

export type HuntingFailureCode = HuntingFailure['code'];
