import { describeAuditTrailContract } from './audit-trail';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeAuditTrailContract(kind);
