// Which room may let outside text out through which sink of `domain/untrusted`. A sink makes text harmless for one place
// only: called from a room that writes to another place, it would be a hole.

export interface SinkRule {
  /** Folders or files below `src/` that may call it. */
  callers: readonly string[];
  why: string;
}

export const SINK_RULES: Readonly<Record<string, SinkRule>> = {
  toTextRun: { callers: ['cards/'], why: 'a text run exists on cards alone, and only there is nothing of it parsed' },
  toChartLabel: { callers: ['cards/hunting-chart.ts'], why: 'one card draws charts' },
  toCode: { callers: ['cards/hunting-query.ts'], why: 'one card shows a code block, and cuts it into text runs' },
  toInputValue: { callers: ['cards/form-answer.ts'], why: 'only a form gives back what was typed' },
  toMessageText: { callers: ['domain/wording/'], why: 'messages are worded there, whoever sends them' },
  toGraphComment: {
    callers: ['workflows/change-comment.ts', 'workflows/click-once.ts'],
    why: 'the comment that is written, and the key by which a repeated press is known as the same comment',
  },
  toLogHash: { callers: [], why: 'whoever logs a person has an id, which the store hashes with its own key' },
  toSealedColumn: {
    callers: ['store/', 'workflows/propose-change.ts', 'workflows/approval-request.ts', 'workflows/clear-act.ts'],
    why: 'the store seals what it writes; a proposal and a request for approval become facts that it seals as one text',
  },
  toGraphValue: {
    callers: ['domain/alert-diff.ts', 'domain/alert-version.ts', 'domain/disclosure.ts'],
    why: 'owners are compared as Graph spells them; what comes of it is a hash, a change that the store seals, or a yes or no',
  },
  rewritten: {
    callers: ['domain/mask-text.ts', 'bench/masking-row.ts'],
    why: 'only the masker takes people out of texts, and what it is measured against',
  },
};
