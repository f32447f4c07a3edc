// Hunting questions and answers about a made-up tenant.
import type { HuntingAnswer } from '../../src/domain/hunting-answer';
import type { HuntingColumns } from '../../src/domain/hunting-columns';
import { huntingQuery } from '../../src/domain/hunting-kql';
import type { HuntingQuestion } from '../../src/domain/hunting-question';
import { summarize, type AnswerPart, type AnswerRow } from '../../src/domain/hunting-summary';
import { labelNames, type SensitivityLabel } from '../../src/domain/sensitivity-label';
import { SCHEMA_VARIANTS } from '../fixtures/hunting/schema-variants';

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

const labelId = (seed: string): string => `3c1f0000-7a54-4c0e-9b1e-5d20c8e1${seed.padStart(4, '0')}`;
const label = (seed: string, name: string, sublabels: readonly SensitivityLabel[] = []): SensitivityLabel => {
  return { id: labelId(seed), name, sublabels };
};

export const LABELS: readonly SensitivityLabel[] = [
  label('1', 'Public'),
  label('2', 'General', [label('21', 'Anyone (unrestricted)')]),
  label('3', 'Confidential', [label('31', 'All Employees'), label('32', 'Trusted People')]),
  label('4', 'Highly Confidential', [label('41', 'All Employees')]),
];

export function aRow(part: AnswerPart, key: string, files: number, people: number, events: number): AnswerRow {
  return { part, key, files, people, events };
}

/** What a tenant of March 2025 has. */
export const EVENT_COLUMNS: HuntingColumns = new Set(SCHEMA_VARIANTS[0]?.tables.DataSecurityEvents.keys());

/** An answer to `question`, whose rows may be given. */
export function anAnswer(
  question: Partial<HuntingQuestion> = {},
  rows: readonly AnswerRow[] = [],
  overrides: Partial<HuntingAnswer> = {},
): HuntingAnswer {
  const whole = aQuestion(question);
  return {
    question: whole,
    asked: { label: null, sensitiveInfoType: null, alertNumber: null, person: null, widened: false },
    window: { cut: false, isDefault: false, isComparable: true },
    compared: whole.previous !== null,
    columns: EVENT_COLUMNS,
    query: huntingQuery(whole, EVENT_COLUMNS, NOW),
    summary: summarize(whole, rows),
    labelNames: labelNames(LABELS),
    ...overrides,
  };
}
