/** The thread that simulates: it takes what is left of a network and answers its odds, one order after the other. */
import { parentPort } from 'node:worker_threads';
import { simulated } from './simulation.ts';

parentPort?.on('message', ({ id, order }) => parentPort?.postMessage({ id, odds: simulated(order) }));
