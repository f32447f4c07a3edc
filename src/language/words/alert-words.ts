// The words of alerts and incidents: states, severities, changes, classifications and determinations, owners, orders.
import type { PhraseTable } from './phrase-table';

export const ALERT_WORDS: PhraseTable = [
  [
    'noun',
    'alert',
    'alert|alert number|alert no|alert nr|alert id|irm alert|insider risk alert|' +
      'insider risk management alert|purview alert|risk alert',
  ],
  ['noun', 'incident', 'incident|incident number|incident no|incident id|irm incident|insider risk incident'],
  ['noun', 'queue', 'queue|alert queue|triage queue|work queue'],
  ['noun', 'plate', 'plate'],
  ['this', 'alert', 'this|this one|this alert|this one here|this irm alert|the current alert'],
  ['this', 'incident', 'this incident|the current incident'],
  ['this', 'it', 'it'],

  ['status', 'new', 'new|untriaged|status new|new status'],
  ['status', 'newNamed', 'status new|new status|status is new|in status new|state new|the status new|status of new'],
  [
    'status',
    'inProgress',
    'in progress|inprogress|being worked on|under investigation|being investigated|status in progress|wip',
  ],
  ['status', 'resolved', 'resolved|closed|status resolved|status closed'],
  [
    'status',
    'open',
    'unresolved|not resolved|not yet resolved|not been resolved|never resolved|not closed|not yet closed|' +
      'not been closed|unclosed|still open|status open|open ones|' +
      'outstanding|still unresolved|still not resolved|still not closed|still being open|pending',
  ],

  ['status', 'active', 'active|status active|still active'],

  ['severity', 'high', 'high|critical|severe|high severity|sev high|high sev'],
  ['severity', 'medium', 'medium|med|medium severity|moderate'],
  ['severity', 'low', 'low|low severity'],
  ['severity', 'informational', 'informational|info severity|informational severity|info level'],
  [
    'least',
    '',
    'at least|minimum|no lower than|not lower than|not below|no less than|not less than|starting at|' + 'from at least',
  ],
  [
    'andUp',
    '',
    'and above|or above|and up|or up|and higher|or higher|and over|and more severe|or more severe|' +
      'or worse|and worse|upward|and upward|upwards|and upwards|plus|or greater|and greater|or more',
  ],
  ['andDown', '', 'and below|or below|and lower|or lower|and down|or less|and under'],
  ['above', '', 'above|higher than|more severe than|worse than'],
  ['below', '', 'below|lower than|less severe than'],

  [
    'sort',
    'newest',
    'newest|latest|most recent|newest first|latest first|most recent first|most recently created|' +
      'sorted by newest|sort by newest|by newest|recent first|newest to oldest|newest on top',
  ],
  [
    'sort',
    'oldest',
    'oldest|oldest first|longest open|earliest|earliest first|sorted by oldest|by oldest|' +
      'oldest to newest|oldest on top',
  ],
  [
    'sort',
    'severity',
    'worst|worst first|most severe|most severe first|most serious|most critical|highest severity first|' +
      'high severity first|sorted by severity|sort by severity|ordered by severity|order by severity|' +
      'by severity|highest severity|severest|most severe on top|most urgent|sorted by severity descending',
  ],

  ['change', 'resolve', 'resolve|close|dismiss|close out|close off|resolving|closing|dismissing|to resolve|to close'],
  ['change', 'confirm', 'confirm|confirming'],
  [
    'change',
    'start',
    'start|begin|start working on|start work on|begin working on|begin work on|working on|work on|' +
      'i am working on|i am on|start investigating|begin investigating|investigating|investigate|' +
      'i am investigating|i am looking into|looking into|look into|start investigation of|start triage of|' +
      'start triaging|triaging|start triage on|start the investigation of|starting|start on|am working on|' +
      'get started on|getting started on|start progress on|starting work on|in progress now|' +
      'start the triage of|to start|begin triage of|begin triage on|i started on',
  ],
  ['change', 'reopen', 'reopen|re open|open again|reopening|unresolve|reactivate|open back up'],
  [
    'change',
    'assign',
    'assign|reassign|re assign|assigning|reassigning|hand over|hand off|hand|transfer|delegate|' +
      'give ownership of|pass|give|allocate|make owner|set the owner of|set owner of|set assignee of|' +
      'set the assignee of|change the owner of|change owner of|change the assignee of',
  ],
  [
    'change',
    'take',
    'take|claim|grab|i am taking|taking|take over|take on|i have got|pick up|picking up|i will own|' +
      'take ownership of|assign me|i got|claiming|grabbing|i take|taking over|taking care of|take care of|' +
      'i am picking up|give me ownership of|assign to me',
  ],
  [
    'change',
    'unassign',
    'unassign|un assign|unassigning|release|remove the owner from|remove the owner of|remove owner from|' +
      'remove owner of|remove the assignee from|remove the assignee of|remove assignee from|' +
      'clear the owner of|clear the assignee of|clear owner of|clear the owner on|remove the assignment of|' +
      'remove the assignment from|remove me from|remove me as owner of|unclaim|unassign me from|' +
      'unassign me|unassign myself from|drop the assignee of|drop the owner of',
  ],
  [
    'change',
    'comment',
    'comment|comment on|add comment|add a comment|add a comment to|add comment to|add a note|add note|' +
      'add a note to|add note to|note on|note to|note for|leave a comment|leave a comment on|leave a note|' +
      'leave a note on|put a comment on|put a note on|post a comment on|write a comment on|write a comment|' +
      'a comment|with comment|with the comment|with a comment|with note|with a note|with the note|' +
      'adding comment|adding the comment|and comment|and note|commenting|commenting on|add the comment|' +
      'add the comment to|add the note|add this comment|add this comment to|a note|note that|the comment|' +
      'the note',
  ],

  [
    'classification',
    'truePositive',
    'true positive|tp|confirmed|real|malicious|genuine true positive|truepositive|a real one|real one|' +
      'true positives|confirmed malicious',
  ],
  [
    'classification',
    'falsePositive',
    'false positive|fp|false alarm|falsepositive|false pos|a false one|false positives|fps',
  ],
  [
    'classification',
    'informationalExpectedActivity',
    'benign|expected|authorised|authorized|informational expected activity|informationalexpectedactivity|' +
      'expected activity|authorised activity|authorized activity|benign positive|benign activity|' +
      'expected behaviour|expected behavior|benign true positive',
  ],

  ['determination', 'maliciousUserActivity', 'malicious user activity|malicioususeractivity'],
  [
    'determination',
    'compromisedAccount',
    'compromised account|compromisedaccount|account compromised|compromised user account|' +
      'account compromise|account was compromised|account is compromised|compromised user',
  ],
  [
    'determination',
    'multiStagedAttack',
    'multi staged attack|multistaged attack|multistagedattack|multi stage attack|multistage attack',
  ],
  ['determination', 'malware', 'malware'],
  ['determination', 'phishing', 'phishing|phish'],
  ['determination', 'unwantedSoftware', 'unwanted software|unwantedsoftware'],
  ['determination', 'other', 'other|reason other|determination other'],
  ['determination', 'confirmedActivity', 'confirmed activity|confirmedactivity|confirmed user activity'],
  [
    'determination',
    'lineOfBusinessApplication',
    'line of business application|line of business app|lineofbusinessapplication|lob application|lob app|' +
      'line of business|lob',
  ],
  [
    'determination',
    'securityTesting',
    'security testing|securitytesting|security test|a security test|pen test|penetration test|pentest|' +
      'penetration testing',
  ],
  ['determination', 'notMalicious', 'not malicious|notmalicious|nonmalicious|non malicious'],
  [
    'determination',
    'notEnoughDataToValidate',
    'not enough data to validate|notenoughdatatovalidate|not enough data|insufficient data|' +
      'insufficient data to validate|not enough data for validation|not enough information to validate',
  ],
  ['determination', 'apt', 'apt|advanced persistent threat'],
  ['determination', 'securityPersonnel', 'security personnel|securitypersonnel'],

  [
    'owner',
    '',
    'assigned to|owned by|owner|owner is|handled by|whose owner is|with owner|that belong to|assignee|' +
      'assignee is|with assignee|being handled by|that are assigned to|currently assigned to|reassigned to|' +
      'given to|handed to|handed over to|passed to|passed on to|transferred to',
  ],
  [
    'unowned',
    '',
    'unassigned|not assigned|not yet assigned|not been assigned|unowned|not owned|without owner|' +
      'without an owner|without a owner|without assignee|without an assignee|with no owner|' +
      'with no assignee|no owner|no assignee|has no owner|have no owner|assigned to nobody|' +
      'assigned to no one|assigned to none|owned by nobody|owned by no one|nobody owns|no one owns|' +
      'nobody is working on|ownerless|nobody has taken|not assigned to anyone|not assigned to anybody|' +
      'not yet assigned to anyone|not owned by anyone|not been assigned to anyone|nobody has picked up|' +
      'handled by nobody|handled by no one|assigned to noone|up for grabs',
  ],
];
