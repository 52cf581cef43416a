/** Whether this browser can open pages of ours without a network: a worker, which wants https or this very machine. */
export const mayWorkOffline = (): boolean => isSecureContext && 'serviceWorker' in navigator
