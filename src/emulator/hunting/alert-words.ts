// The hunting tables' words for what Graph says in members of enumerations: products and severities in plain text.
import type { Alert } from '../alert';

const SERVICES: Record<string, string> = {
  microsoftDefenderForEndpoint: 'Microsoft Defender for Endpoint',
  microsoftDefenderForIdentity: 'Microsoft Defender for Identity',
  microsoftDefenderForCloudApps: 'Microsoft Defender for Cloud Apps',
  microsoftDefenderForOffice365: 'Microsoft Defender for Office 365',
  microsoft365Defender: 'Microsoft Defender XDR',
  azureAdIdentityProtection: 'AAD Identity Protection',
  dataLossPrevention: 'Microsoft Data Loss Prevention',
  microsoftSentinel: 'Microsoft Sentinel',
  microsoftInsiderRiskManagement: 'Microsoft Purview Insider Risk Management',
};

const DETECTIONS: Record<string, string> = {
  antivirus: 'Antivirus',
  microsoftDefenderForIdentity: 'Microsoft Defender for Identity',
  cloudAppSecurity: 'Microsoft Defender for Cloud Apps',
  microsoftDefenderForOffice365: 'Microsoft Defender for Office 365',
  microsoftDataLossPrevention: 'Microsoft Data Loss Prevention',
  azureAdIdentityProtection: 'AAD Identity Protection',
  customDetection: 'Custom detection',
  scheduledAlerts: 'Microsoft Sentinel scheduled alerts',
  microsoftInsiderRiskManagement: 'Microsoft Purview Insider Risk Management',
};

export function serviceWords({ serviceSource, productName }: Alert): string {
  return SERVICES[serviceSource] ?? productName ?? '';
}

export function detectionWords({ detectionSource }: Alert): string {
  return DETECTIONS[detectionSource ?? ''] ?? detectionSource ?? '';
}

/** `Medium` for `medium` and for whatever odd casing a product sends. */
export function severityWord({ severity }: Alert): string {
  const [first = '', ...rest] = severity ?? '';
  return first.toUpperCase() + rest.join('').toLowerCase();
}
