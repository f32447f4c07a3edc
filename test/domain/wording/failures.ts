// One hunting failure of every code, for tests that hold for all of them. `outside` stands wherever one carries outside text.
import { BARE_HUNTING_FAILURES, type HuntingFailure } from '../../../src/domain/hunting-failure';
import { Untrusted } from '../../../src/domain/untrusted';

export function everyFailure(outside: string): HuntingFailure[] {
  return [
    ...BARE_HUNTING_FAILURES.map((code): HuntingFailure => ({ code })),
    { code: 'askedTooOften', seconds: 41 },
    { code: 'botQuota', seconds: 1 },
    { code: 'labelUnknown', labels: Array<Untrusted>(40).fill(Untrusted.of(outside)) },
  ];
}
