import { describeChangeRecordContract } from './change-record';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeChangeRecordContract(kind);
