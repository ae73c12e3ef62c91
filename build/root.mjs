/** Where the project lies on disk; everything in build/ works from any folder. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of something in the project. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);
