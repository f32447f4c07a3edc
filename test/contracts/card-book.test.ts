import { describeCardBookContract } from './card-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeCardBookContract(kind);
