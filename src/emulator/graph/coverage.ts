// What of Microsoft Graph is served here, in part, or not at all. Compared by a test with the routes registered.
import type { Coverage } from '../coverage-entry';

export const graphCoverage: Coverage[] = [
  {
    method: 'GET',
    path: '/v1.0/security/alerts_v2',
    support: 'partial',
    note: 'the eight documented filter properties, $top, $skip, $count, $orderby by date, $select; no $expand, no $search',
  },
  { method: 'GET', path: '/v1.0/security/alerts_v2/:id', support: 'partial', note: 'no $select' },
  { method: 'PATCH', path: '/v1.0/security/alerts_v2/:id', support: 'supported' },
  { method: 'POST', path: '/v1.0/security/alerts_v2/:id/comments', support: 'supported' },
  {
    method: 'POST',
    path: '/v1.0/security/alerts_v2',
    support: 'absent',
    note: 'raise alerts through /_emulator/alerts',
  },
  {
    method: 'GET',
    path: '/v1.0/security/incidents',
    support: 'partial',
    note: 'the seven documented filter properties, $top up to 50, $skip, $count, $expand=alerts; no $orderby, no $select',
  },
  { method: 'GET', path: '/v1.0/security/incidents/:id', support: 'partial', note: '$expand=alerts; no $select' },
  { method: 'PATCH', path: '/v1.0/security/incidents/:id', support: 'absent' },
  { method: 'POST', path: '/v1.0/security/incidents/:id/comments', support: 'absent' },
  {
    method: 'POST',
    path: '/v1.0/security/runHuntingQuery',
    support: 'partial',
    note: 'the two DataSecurity tables, AlertInfo and AlertEvidence; no workspaceId; KQL that is not executed is refused by name',
  },
  {
    method: 'GET',
    path: '/v1.0/security/dataSecurityAndGovernance/sensitivityLabels',
    support: 'partial',
    note: '$expand=sublabels; no $filter, no $select',
  },
  {
    method: 'GET',
    path: '/v1.0/security/dataSecurityAndGovernance/sensitivityLabels/:id/sublabels',
    support: 'partial',
    note: 'no options',
  },
  {
    method: 'GET',
    path: '/v1.0/users',
    support: 'partial',
    note: '$filter with eq, ne, in, startswith, $select, $top, $count; no $search, no $orderby, no throttling',
  },
  { method: 'GET', path: '/v1.0/users/:id', support: 'partial', note: '$select; no $expand' },
  { method: 'GET', path: '/v1.0/users/:id/manager', support: 'partial', note: '$select; no $expand' },
  {
    method: 'GET',
    path: '/v1.0/users/:id/directReports',
    support: 'partial',
    note: '$select, $top, $count; no $filter',
  },
  { method: 'POST', path: '/v1.0/users/:id/checkMemberGroups', support: 'supported' },
  { method: 'GET', path: '/v1.0/users/:id/memberOf', support: 'absent' },
  { method: 'GET', path: '/v1.0/users/:id/transitiveMemberOf', support: 'absent' },
  {
    method: 'GET',
    path: '/v1.0/groups',
    support: 'partial',
    note: '$filter, $select, $top, $count; no $search, no $orderby',
  },
  { method: 'GET', path: '/v1.0/groups/:id', support: 'partial', note: '$select; no $expand' },
  {
    method: 'GET',
    path: '/v1.0/groups/:id/members',
    support: 'partial',
    note: '$select for people, $top, $count; no $filter, no $search',
  },
  {
    method: 'GET',
    path: '/v1.0/groups/:id/transitiveMembers',
    support: 'partial',
    note: '$select for people, $top, $count; no $filter, no $search',
  },
  { method: 'POST', path: '/v1.0/$batch', support: 'absent' },
];
