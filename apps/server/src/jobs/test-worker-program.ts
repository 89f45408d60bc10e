import { countingWorker } from './test-worker.ts';

/** A process of its own around {@link countingWorker}, to be killed by a test. */
const [url = '', leaseMs = '', instant = ''] = process.argv.slice(2);
await countingWorker(url, Number(leaseMs), () => new Date(instant));
process.send?.('ready');
