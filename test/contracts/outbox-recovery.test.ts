import { describeOutboxRecoveryContract } from './outbox-recovery';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeOutboxRecoveryContract(kind);
