// Hunting questions and answers about a made-up tenant.
import type { HuntingQuestion } from '../../src/domain/hunting-question';

/** A Wednesday morning. */
export const NOW = Date.parse('2026-03-11T10:00:00Z');

/** The seven days before `NOW`, narrowed by nothing. */
export function aQuestion(overrides: Partial<HuntingQuestion> = {}): HuntingQuestion {
  return {
    counts: 'events',
    window: { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' },
    previous: null,
    timeZone: 'UTC',
    activity: null,
    targetDomain: null,
    labelIds: null,
    person: null,
    department: null,
    device: null,
    sensitiveInfoTypeId: null,
    dlpOutcome: null,
    groupBy: null,
    top: 10,
    ...overrides,
  };
}
