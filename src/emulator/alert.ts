// The alert as Microsoft Graph puts it on the wire (`microsoft.graph.security.alert`), with its evidence and comments.
// Enumerations are plain strings: a product may send members and casings that the metadata does not list.

export interface UserAccount {
  accountName: string | null;
  domainName: string | null;
  userSid: string | null;
  azureAdUserId: string | null;
  userPrincipalName: string | null;
  displayName: string | null;
  activeDirectoryObjectGuid: string | null;
  tenantId: string | null;
  resourceAccessEvents: unknown[];
}

/** Elements are told apart by `@odata.type`; what each kind adds stands beside the base properties. */
export interface Evidence {
  '@odata.type': string;
  createdDateTime: string;
  verdict: string;
  remediationStatus: string;
  remediationStatusDetails: string | null;
  roles: string[];
  detailedRoles: string[];
  tags: string[];
  userAccount?: UserAccount;
  [own: string]: unknown;
}

export interface AlertComment {
  comment: string;
  createdByDisplayName: string;
  createdDateTime: string;
}

export interface Alert {
  '@odata.type': '#microsoft.graph.security.alert';
  id: string;
  providerAlertId: string | null;
  incidentId: string | null;
  status: string;
  severity: string;
  classification: string | null;
  determination: string | null;
  serviceSource: string;
  detectionSource: string | null;
  productName: string | null;
  detectorId: string | null;
  tenantId: string | null;
  title: string | null;
  description: string | null;
  recommendedActions: string | null;
  category: string | null;
  categories: string[];
  assignedTo: string | null;
  alertWebUrl: string | null;
  incidentWebUrl: string | null;
  alertPolicyId: string | null;
  actorDisplayName: string | null;
  threatDisplayName: string | null;
  threatFamilyName: string | null;
  investigationState: string | null;
  mitreTechniques: string[];
  createdDateTime: string;
  lastUpdateDateTime: string;
  resolvedDateTime: string | null;
  firstActivityDateTime: string | null;
  lastActivityDateTime: string | null;
  systemTags: string[];
  additionalData: Record<string, unknown> | null;
  customDetails: Record<string, unknown> | null;
  comments: AlertComment[];
  evidence: Evidence[];
}

export const IRM_SOURCE = 'microsoftInsiderRiskManagement';
