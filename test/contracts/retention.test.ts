import { describeRetentionContract } from './retention';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeRetentionContract(kind);
