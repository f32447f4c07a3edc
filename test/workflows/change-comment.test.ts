// The comment that names in Graph who made a change from Teams.
import { GRAPH_COMMENT_MAX, Untrusted } from '../../src/domain/untrusted';
import { changeComment } from '../../src/workflows/change-comment';

const UPN = 'ilse.brandt@fabrikam.example';
const MARKER = 'c41f0d77';

describe('the comment beside a change', () => {
  it.each([
    [{ kind: 'start' } as const, 'Set to in progress from Teams.'],
    [{ kind: 'assign', assignee: UPN } as const, 'Assigned to themselves from Teams.'],
    [{ kind: 'assign', assignee: UPN.toUpperCase() } as const, 'Assigned to themselves from Teams.'],
    [
      { kind: 'assign', assignee: 'noor.adeyemi@fabrikam.example' } as const,
      'Assigned to noor.adeyemi@fabrikam.example from Teams.',
    ],
    [{ kind: 'unassign' } as const, 'Unassigned from Teams.'],
    [{ kind: 'reopen' } as const, 'Reopened from Teams.'],
    [
      { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' } as const,
      'Resolved from Teams as falsePositive (notMalicious).',
    ],
  ])('names the person, the change and its marker: $kind', (change, sentence) => {
    expect(changeComment(change, UPN, null, MARKER)).toBe(`[${UPN}] ${sentence} (ref ${MARKER})`);
  });

  it('names the second person who approved it', () => {
    const change = { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' } as const;
    expect(changeComment(change, UPN, Untrusted.of('Known tool.'), MARKER, 'tomas.vale@fabrikam.example')).toBe(
      `[${UPN}] Resolved from Teams as falsePositive (notMalicious). Approved by tomas.vale@fabrikam.example. Known tool. (ref ${MARKER})`,
    );
  });

  it('holds what the person typed', () => {
    const typed = Untrusted.of('  Agreed with HR.\r\nSee the ticket. ');
    expect(changeComment({ kind: 'comment' }, UPN, typed, MARKER)).toBe(
      `[${UPN}] Agreed with HR.\nSee the ticket. (ref ${MARKER})`,
    );
  });

  it('leaves a blank text out', () => {
    expect(changeComment({ kind: 'start' }, UPN, Untrusted.of('   '), MARKER)).toBe(
      `[${UPN}] Set to in progress from Teams. (ref ${MARKER})`,
    );
  });

  it('keeps its marker and its author, however long the typed text is', () => {
    const text = changeComment({ kind: 'comment' }, UPN, Untrusted.of('x'.repeat(50_000)), MARKER);
    expect(text.startsWith(`[${UPN}] x`)).toBe(true);
    expect(text.endsWith(`… (ref ${MARKER})`)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(GRAPH_COMMENT_MAX + 60);
  });

  it('shows marks that would change what a reader sees', () => {
    const text = changeComment({ kind: 'comment' }, UPN, Untrusted.of('invoice\u202efdp.exe'), MARKER);
    expect(text).toContain('invoiceU+202Efdp.exe');
  });
});
