// Members of Graph's security enumerations, in the service's order. Those after `unknownFutureValue` are gated: a
// caller gets them only when it asks (`Prefer: include-unknown-enum-members`).

export const UNKNOWN_MEMBER = 'unknownFutureValue';

export const alertStatus = ['unknown', 'new', 'inProgress', 'resolved', UNKNOWN_MEMBER];

export const alertSeverity = ['unknown', 'informational', 'low', 'medium', 'high', UNKNOWN_MEMBER];

export const alertClassification = [
  'unknown',
  'falsePositive',
  'truePositive',
  'informationalExpectedActivity',
  UNKNOWN_MEMBER,
];

export const alertDetermination = [
  ...['unknown', 'apt', 'malware', 'securityPersonnel', 'securityTesting', 'unwantedSoftware', 'other'],
  ...['multiStagedAttack', 'compromisedAccount', 'phishing', 'maliciousUserActivity', 'notMalicious'],
  ...['notEnoughDataToValidate', 'confirmedActivity', 'lineOfBusinessApplication', UNKNOWN_MEMBER],
];

export const incidentStatus = ['active', 'resolved', 'inProgress', 'redirected', UNKNOWN_MEMBER, 'awaitingAction'];

export const serviceSource = [
  ...['unknown', 'microsoftDefenderForEndpoint', 'microsoftDefenderForIdentity', 'microsoftDefenderForCloudApps'],
  ...['microsoftDefenderForOffice365', 'microsoft365Defender', 'azureAdIdentityProtection', 'microsoftAppGovernance'],
  ...['dataLossPrevention', UNKNOWN_MEMBER, 'microsoftDefenderForCloud', 'microsoftSentinel'],
  ...['microsoftInsiderRiskManagement', 'microsoftThreatIntelligence', 'microsoftSecurityForAI'],
];

export const detectionSource = [
  ...['unknown', 'microsoftDefenderForEndpoint', 'antivirus', 'smartScreen', 'customTi'],
  ...['microsoftDefenderForOffice365', 'automatedInvestigation', 'microsoftThreatExperts', 'customDetection'],
  ...['microsoftDefenderForIdentity', 'cloudAppSecurity', 'microsoft365Defender', 'azureAdIdentityProtection'],
  ...['manual', 'microsoftDataLossPrevention', 'appGovernancePolicy', 'appGovernanceDetection', UNKNOWN_MEMBER],
  ...['microsoftDefenderForCloud', 'microsoftDefenderForIoT', 'microsoftDefenderForServers'],
  ...['microsoftDefenderForStorage', 'microsoftDefenderForDNS', 'microsoftDefenderForDatabases'],
  ...['microsoftDefenderForContainers', 'microsoftDefenderForNetwork', 'microsoftDefenderForAppService'],
  ...['microsoftDefenderForKeyVault', 'microsoftDefenderForResourceManager', 'microsoftDefenderForApiManagement'],
  ...['nrtAlerts', 'scheduledAlerts', 'microsoftDefenderThreatIntelligenceAnalytics', 'builtInMl'],
  ...['microsoftInsiderRiskManagement', 'microsoftThreatIntelligence', 'microsoftDefenderForAIServices'],
  ...['securityCopilot', 'microsoftSentinel'],
];

export const remediationStatus = [
  ...['none', 'remediated', 'prevented', 'blocked', 'notFound', UNKNOWN_MEMBER, 'active', 'pendingApproval'],
  ...['declined', 'unremediated', 'running', 'partiallyRemediated'],
];

/** Which determinations go with a classification, by the sister Endpoint API's page; Graph's own pages give none. */
export const legalDeterminations: Record<string, readonly string[]> = {
  truePositive: [
    ...['multiStagedAttack', 'maliciousUserActivity', 'compromisedAccount', 'malware', 'phishing'],
    ...['unwantedSoftware', 'other'],
  ],
  informationalExpectedActivity: ['securityTesting', 'lineOfBusinessApplication', 'confirmedActivity', 'other'],
  falsePositive: ['notMalicious', 'notEnoughDataToValidate', 'other'],
};
