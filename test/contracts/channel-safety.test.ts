import { describeChannelSafetyContract } from './channel-safety';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeChannelSafetyContract(kind);
