/** The name both ends of the IPC bridge agree on. */
export const IPC_CHANNEL = 'gantry:trpc';
