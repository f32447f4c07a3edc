import { describeExpiryBookContract } from './expiry-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeExpiryBookContract(kind);
