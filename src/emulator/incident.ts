// The incident as Microsoft Graph puts it on the wire (`microsoft.graph.security.incident`).
import type { AlertComment } from './alert';

export interface Incident {
  '@odata.type': '#microsoft.graph.security.incident';
  id: string;
  tenantId: string;
  status: string;
  incidentWebUrl: string;
  /** Where to look instead, when `status` is `redirected`. */
  redirectIncidentId: string | null;
  displayName: string;
  createdDateTime: string;
  lastUpdateDateTime: string;
  assignedTo: string | null;
  classification: string | null;
  determination: string | null;
  severity: string;
  customTags: string[];
  systemTags: string[];
  description: string | null;
  summary: string | null;
  resolvingComment: string | null;
  priorityScore: number | null;
  lastModifiedBy: string;
  comments: AlertComment[];
}

export interface IncidentOfAlerts {
  incident: Incident;
  /** Ids of the alerts that it holds; Insider Risk Management often sends none. */
  alertIds: string[];
}
