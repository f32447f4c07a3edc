// The comment Graph gets beside a change. Graph names only the application as author, so the text names the person.
import type { Change } from '../domain/triage-rules';
import { isBlank, sameText, toGraphComment, Untrusted } from '../domain/untrusted';

function sentence(change: Change, author: string): string {
  switch (change.kind) {
    case 'start':
      return 'Set to in progress from Teams.';
    case 'assign':
      return sameText(Untrusted.of(change.assignee), author)
        ? 'Assigned to themselves from Teams.'
        : `Assigned to ${toGraphComment(Untrusted.of(change.assignee))} from Teams.`;
    case 'unassign':
      return 'Unassigned from Teams.';
    case 'resolve':
      return `Resolved from Teams as ${change.classification} (${change.determination}).`;
    case 'reopen':
      return 'Reopened from Teams.';
    case 'comment':
      return '';
  }
}

/** `[upn] sentence Approved by upn. comment (ref marker)`; the marker lets a retry see that the comment is already there. */
export function changeComment(
  change: Change,
  userPrincipalName: string,
  comment: Untrusted | null,
  marker: string,
  approvedBy: string | null = null,
): string {
  const typed = comment === null || isBlank(comment) ? '' : toGraphComment(comment);
  const approved = approvedBy === null ? '' : `Approved by ${approvedBy}.`;
  return [`[${userPrincipalName}]`, sentence(change, userPrincipalName), approved, typed, `(ref ${marker})`]
    .filter((part) => part !== '')
    .join(' ');
}
