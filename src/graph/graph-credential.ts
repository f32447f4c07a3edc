// Which credential speaks to Entra, chosen from what the operator set. The strongest that is given wins: a workload's
// own identity before a certificate, a certificate before a secret.
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
  type TokenCredentialOptions,
} from '@azure/identity';

/** What `config` reads; null = not set. */
export interface CredentialSettings {
  tenantId: string;
  clientId: string | null;
  clientSecret: string | null;
  certificatePath: string | null;
  federatedTokenFile: string | null;
  /** Sign-in host of the cloud: `https://login.microsoftonline.com`. */
  authorityHost: string;
}

/** A new object each time: it keeps tokens of its own, and would hand out again the one that Graph just refused. */
export function createCredential(settings: CredentialSettings, options: TokenCredentialOptions): TokenCredential {
  const { tenantId, clientId, clientSecret, certificatePath, federatedTokenFile, authorityHost } = settings;
  const common = { ...options, authorityHost };
  if (clientId !== null && federatedTokenFile !== null) {
    return new WorkloadIdentityCredential({ ...common, tenantId, clientId, tokenFilePath: federatedTokenFile });
  }
  if (clientId !== null && certificatePath !== null) {
    return new ClientCertificateCredential(tenantId, clientId, { certificatePath }, common);
  }
  if (clientId !== null && clientSecret !== null) {
    return new ClientSecretCredential(tenantId, clientId, clientSecret, common);
  }
  return clientId === null ? new ManagedIdentityCredential(options) : new ManagedIdentityCredential(clientId, options);
}
