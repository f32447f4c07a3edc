// Hides the newer members of evolvable enumerations from callers that did not ask for them.
import type { Alert, Evidence } from '../alert';
import type { EmulatorRequest } from '../room';
import { detectionSource, remediationStatus, serviceSource, UNKNOWN_MEMBER } from './enumerations';

const PREFERENCE = 'include-unknown-enum-members';

export function prefersUnknownMembers(request: EmulatorRequest): boolean {
  const preferences = (request.headers['prefer'] ?? '').toLowerCase().split(',');
  return preferences.some((preference) => preference.trim() === PREFERENCE);
}

/** The alert as this caller may see it: the same one, or a copy with `unknownFutureValue` in the gated places. */
export function gatedFor(request: EmulatorRequest, alert: Alert): Alert {
  if (prefersUnknownMembers(request)) return alert;
  return {
    ...alert,
    serviceSource: gated(serviceSource, alert.serviceSource),
    detectionSource: alert.detectionSource && gated(detectionSource, alert.detectionSource),
    // The emulator can be told to leave evidence out, although the metadata always has it.
    ...(alert.evidence && { evidence: alert.evidence.map(gatedEvidence) }),
  };
}

function gatedEvidence(evidence: Evidence): Evidence {
  return { ...evidence, remediationStatus: gated(remediationStatus, evidence.remediationStatus) };
}

function gated(members: string[], value: string): string {
  return members.indexOf(value) > members.indexOf(UNKNOWN_MEMBER) ? UNKNOWN_MEMBER : value;
}
